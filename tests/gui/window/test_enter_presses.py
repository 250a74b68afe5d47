"""Enter presses the button that has the keyboard, whatever the desktop says."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QMainWindow, QPushButton, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from editor_app.gui.enter_presses import EnterPresses


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    made = QMainWindow()
    qtbot.addWidget(made)
    inside = QWidget()
    column = QVBoxLayout(inside)
    for widget in (QPushButton("Change"), QToolButton(), QLineEdit()):
        column.addWidget(widget)
    made.setCentralWidget(inside)
    EnterPresses(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.mark.parametrize("kind", [QPushButton, QToolButton])
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_presses_a_button_once_as_space_does(
    qtbot: QtBot, window: QMainWindow, kind: type[QPushButton | QToolButton], key: Qt.Key
) -> None:
    button = window.findChild(kind)
    assert isinstance(button, QPushButton | QToolButton)
    pressed: list[str] = []
    button.clicked.connect(lambda: pressed.append("here"))
    button.setFocus()
    qtbot.keyClick(window.windowHandle(), key)
    assert pressed == ["here"]


def test_enter_in_a_field_or_on_a_button_that_is_off_presses_nothing(
    qtbot: QtBot, window: QMainWindow
) -> None:
    button, field = window.findChild(QPushButton), window.findChild(QLineEdit)
    assert button is not None
    assert field is not None
    pressed: list[str] = []
    button.clicked.connect(lambda: pressed.append("here"))
    field.setFocus()
    qtbot.keyClick(window.windowHandle(), Qt.Key.Key_Return)
    button.setFocus()
    qtbot.keyClick(window.windowHandle(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    button.setEnabled(False)
    qtbot.keyClick(window.windowHandle(), Qt.Key.Key_Return)
    assert pressed == []


def test_enter_in_a_field_does_not_press_the_button_that_it_leads_to(
    qtbot: QtBot, window: QMainWindow
) -> None:
    button, field = window.findChild(QPushButton), window.findChild(QLineEdit)
    assert button is not None
    assert field is not None
    pressed: list[str] = []
    button.clicked.connect(lambda: pressed.append("here"))
    field.returnPressed.connect(button.setFocus)
    field.setFocus()
    qtbot.keyClick(window.windowHandle(), Qt.Key.Key_Return)
    assert button.hasFocus()
    assert pressed == []
    qtbot.keyClick(window.windowHandle(), Qt.Key.Key_Return)
    assert pressed == ["here"]
