"""What waits for the window begins when it has been painted."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from editor_app.gui import first_sight
from editor_app.gui.first_sight import FirstSight


class _Text(QWidget):
    is_painted = False

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self.is_painted = True


def test_it_comes_once_and_after_what_is_in_the_window(qtbot: QtBot) -> None:
    window, text = QMainWindow(), _Text()
    qtbot.addWidget(window)
    window.setCentralWidget(text)
    seen: list[bool] = []
    sight = FirstSight(window)
    sight.seen.connect(lambda: seen.append(text.is_painted))
    window.show()
    qtbot.waitUntil(lambda: bool(seen))
    window.repaint()
    qtbot.wait(50)
    assert seen == [True]


def test_it_comes_for_a_window_that_nobody_sees_too(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(first_sight, "_LONGEST_MS", 10)
    window = QMainWindow()
    qtbot.addWidget(window)
    sight = FirstSight(window)
    with qtbot.waitSignal(sight.seen):
        pass
