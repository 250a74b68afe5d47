"""The real window on a copy of a real post, driven by keys."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor_app.core.storage.folders import folders
from editor_app.gui import app, environment
from editor_app.gui.theme import LIGHT
from editor_app.gui.window import Window

SEED = Path(__file__).parents[1] / "data" / "2025-11-23-openai-foxconn.md"

# While pytest collects: the web engine wants it before there is any QApplication.
environment.prepare(os.environ)

Open = Callable[..., Window]


# What the web engine's graphics say of a machine without a graphics card.
_NO_CARD = ("[Vv]ulkan", "Unable to detect GPU vendor")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let the first window of a run say that the machine has no graphics card."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore(*_NO_CARD, extend=True))


@pytest.fixture
def post(tmp_path: Path) -> Path:
    """A copy of the seed post in a Jekyll site."""
    folder = tmp_path / "site" / "_posts"
    folder.mkdir(parents=True)
    (tmp_path / "site" / "_config.yml").write_text("title: Site\n")
    copy = folder / SEED.name
    shutil.copyfile(SEED, copy)
    return copy


@pytest.fixture
def open_window(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Open]:
    """`open_window(PATH…)` gives a window that is shown, checked and ready for keys."""
    own = folders({"GALLEY_HOME": str(tmp_path / "galley")})
    opened = []
    dress = qapp.styleSheet(), qapp.palette(), qapp.font()

    def open_window(*paths: Path) -> Window:
        around = app.surroundings("en", own)
        window = app.build_window(list(paths), LIGHT, around)
        opened.append((window, around))
        window.resize(1280, 800)
        window.show()
        qtbot.waitExposed(window)
        window.activateWindow()
        qtbot.waitUntil(lambda: not paths or is_checked(window), timeout=20_000)
        return window

    yield open_window
    for window, around in opened:
        close_at_once(qtbot, window)
        around.writer.shutdown()
    # The application outlives the window: other tests expect it undressed.
    qapp.setStyleSheet(dress[0])
    qapp.setPalette(dress[1])
    qapp.setFont(dress[2])


def is_checked(window: Window) -> bool:
    """Whether the analysis of the present text is shown."""
    session = window.sessions.current
    return session is not None and session.check.is_current


def close_at_once(qtbot: QtBot, window: Window) -> None:
    """Close a window whatever it holds; unsaved text stays in its journal."""
    if window.isVisible():
        with qtbot.waitSignal(window.closed, timeout=10_000):
            window.leave_at_once()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
