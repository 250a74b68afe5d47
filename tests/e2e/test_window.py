"""The window as a whole: tabs, narrow places, mistakes of the program, a second start."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QDialog, QLineEdit, QPlainTextEdit, QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from editor_app.core.storage.folders import folders
from editor_app.core.storage.recovery import recover
from editor_app.gui.failures import Failures
from editor_app.gui.targets import target_of
from editor_app.gui.theme import LIGHT
from editor_app.gui.window_memory import WindowMemory
from tests.e2e.conftest import SEED, Open

CONTROL = Qt.KeyboardModifier.ControlModifier
ROOT = Path(__file__).parents[2]


@pytest.fixture
def other(post: Path) -> Path:
    path = post.with_name("2025-11-24-other.md")
    path.write_text("---\ntitle: Other\ndate: 2025-11-24\n---\n\nOne.\n\nTwo.\n")
    return path


def test_tabs_are_walked_through_and_closed(
    qtbot: QtBot, open_window: Open, post: Path, other: Path
) -> None:
    window = open_window(post, other)
    sessions = window.sessions
    assert [one.path for one in sessions.all] == [post, other]
    for expected in (post, other):
        qtbot.keyClick(window.windowHandle(), Qt.Key.Key_Tab, CONTROL)
        assert sessions.current is not None
        assert sessions.current.path == expected
        assert window.windowTitle().startswith(expected.name)
    qtbot.keyClick(window.windowHandle(), Qt.Key.Key_W, CONTROL)
    assert [one.path for one in sessions.all] == [post]
    window.files.open_path(post)
    assert len(sessions.all) == 1
    qtbot.keyClick(window.windowHandle(), Qt.Key.Key_W, CONTROL)
    assert sessions.current is None
    assert window.welcome.isVisible()


def test_each_tab_keeps_its_caret_and_its_history(
    qtbot: QtBot, open_window: Open, post: Path, other: Path
) -> None:
    window = open_window(post, other)
    editor = window.findChild(QPlainTextEdit, "editor")
    assert editor is not None
    assert editor.find("Two")
    qtbot.keyClicks(editor, "X")
    window.sessions.step(1)
    assert not window.actions_by_id["undo"].isEnabled()
    window.sessions.step(1)
    assert editor.textCursor().block().text() == "X."
    qtbot.keyClick(window.windowHandle(), Qt.Key.Key_Z, CONTROL)
    assert window.sessions.current is not None
    assert window.sessions.current.document.text.endswith("Two.\n")


def test_the_window_can_be_as_small_as_640_by_480(open_window: Open, post: Path) -> None:
    window = open_window(post)
    window.resize(640, 480)
    assert (window.width(), window.height()) == (640, 480)
    editor = window.findChild(QPlainTextEdit, "editor")
    assert editor is not None
    assert editor.isVisible()
    assert editor.width() > 500
    window.actions_by_id["toggle-posts"].trigger()
    assert window.posts.isVisible()
    window.panes.focus_text()
    assert not window.posts.isVisible()


def test_a_new_post_is_named_after_its_title_and_opened(
    qtbot: QtBot, open_window: Open, post: Path
) -> None:
    window = open_window(post)
    window.actions_by_id["new"].trigger()
    (dialog,) = [one for one in window.findChildren(QDialog) if one.isVisible()]
    title = dialog.findChild(QLineEdit, "newPostTitle")
    create = dialog.findChild(QPushButton, "createPost")
    assert title is not None
    assert create is not None
    assert not create.isEnabled()
    qtbot.keyClicks(title, "Hello World")
    qtbot.keyClick(title, Qt.Key.Key_Return)
    session = window.sessions.current
    assert session is not None
    assert session.path.name.endswith("-hello-world.md")
    assert session.path.parent == post.parent
    assert "Hello World" in session.path.read_text()


def test_a_renamed_post_takes_its_unsaved_text_along(
    qtbot: QtBot, open_window: Open, post: Path
) -> None:
    window = open_window(post)
    editor = window.findChild(QPlainTextEdit, "editor")
    assert editor is not None
    qtbot.keyClicks(editor, "mine")
    session = window.sessions.current
    assert session is not None
    session.journal.flush()
    window.files._rename(post, post.with_name("2025-11-23-new.md"))
    assert session.path.name == "2025-11-23-new.md"
    assert session.is_dirty
    session.journal.flush()
    assert session.save()
    assert "mine" in session.path.read_text()
    assert not post.exists()


def test_an_exception_is_told_and_the_text_is_safe(
    qtbot: QtBot, open_window: Open, post: Path, tmp_path: Path
) -> None:
    window = open_window(post)
    failures = Failures(tmp_path / "log")
    failures.happened.connect(window.tell_failure)
    editor = window.findChild(QPlainTextEdit, "editor")
    assert editor is not None
    qtbot.keyClicks(editor, "mine")

    def fail() -> None:
        raise RuntimeError("a mistake of ours")

    failures.install()
    QTimer.singleShot(0, fail)
    try:
        qtbot.waitUntil(lambda: window.notices.notice is not None, timeout=5_000)
    finally:
        failures.uninstall()
    notice = window.notices.notice
    assert notice is not None
    assert "a mistake of ours" in notice.text
    assert "RuntimeError" in (tmp_path / "log" / "galley.log").read_text()
    assert window.isVisible()
    session = window.sessions.current
    assert session is not None
    session.close(is_clean=False)
    (unsaved,) = recover(tmp_path / "galley" / "state" / "journals")
    unsaved.release()
    assert "mine" in unsaved.text


def test_the_window_comes_back_as_it_was_left(
    qtbot: QtBot, open_window: Open, post: Path, other: Path
) -> None:
    window = open_window(post, other)
    window.actions_by_id["toggle-form"].trigger()
    with qtbot.waitSignal(window.closed, timeout=10_000):
        window.close()
    again = open_window()
    assert [one.path for one in again.sessions.all] == [post, other]
    assert not again.form.isVisible()
    assert again.preview.isVisible()


@pytest.mark.timeout(100)
@pytest.mark.skipif(sys.platform == "win32", reason="ends the first with SIGTERM")
def test_a_second_start_opens_its_post_in_the_first_window(
    tmp_path: Path, post: Path, other: Path
) -> None:
    home = tmp_path / "galley"
    variables = os.environ | {"GALLEY_HOME": str(home), "QT_LOGGING_RULES": "*=false"}

    def start(argument: str) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [sys.executable, "-m", "editor_app", argument],
            cwd=ROOT,
            env=variables,
            stderr=subprocess.DEVNULL,
        )

    first = start(str(post))
    try:
        until = time.monotonic() + 30
        while not (home / "state" / "window.lock").exists() and time.monotonic() < until:
            time.sleep(0.05)
        assert start(f"{other}:5").wait(timeout=40) == 0
        first.send_signal(signal.SIGTERM)
        assert first.wait(timeout=20) == 0
    finally:
        first.kill()
        first.wait()
    memory = WindowMemory(folders({"GALLEY_HOME": str(home)}))
    assert memory.open_posts() == (post, other)
    assert post.read_bytes() == SEED.read_bytes()


def test_the_next_pane_s_first_field_is_scrolled_into_sight(
    qtbot: QtBot, open_window: Open, post: Path
) -> None:
    window = open_window(post)
    area = window.form.findChild(QScrollArea, "formScroll")
    assert area is not None
    bar = area.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.value() > 0
    window.posts.list.setFocus()
    qtbot.keyClick(window.windowHandle(), Qt.Key.Key_F6)
    focus = window.focusWidget()
    assert focus is not None
    assert window.form.isAncestorOf(focus)
    place = area.viewport().rect()
    assert place.contains(focus.mapTo(area.viewport(), focus.rect().center()))


def test_the_page_says_that_the_keyboard_is_in_it(
    qtbot: QtBot, open_window: Open, post: Path
) -> None:
    window = open_window(post)
    page = window.preview.page
    corner = page.mapTo(window, QPoint(0, page.height() // 2))

    def edge() -> QColor:
        return QColor(window.grab().toImage().pixel(corner))

    qtbot.waitUntil(lambda: edge() == QColor(LIGHT.ground), timeout=5_000)
    qtbot.keyClick(window.windowHandle(), Qt.Key.Key_F6)
    qtbot.waitUntil(lambda: page.has_focus and edge() == QColor(LIGHT.accent), timeout=5_000)
    qtbot.keyClick(window.windowHandle(), Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: edge() == QColor(LIGHT.ground), timeout=5_000)


def test_what_was_open_lately_is_opened_by_keys(
    qtbot: QtBot, open_window: Open, post: Path, other: Path
) -> None:
    window = open_window(post, other)
    qtbot.keyClick(window.windowHandle(), Qt.Key.Key_W, CONTROL)
    qtbot.keyClick(window.windowHandle(), Qt.Key.Key_R, CONTROL)
    menu = window.recent
    assert menu.isVisible()
    assert [path for one in menu.actions() if (path := one.data())] == [str(other)]
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert window.sessions.current is not None
    assert window.sessions.current.path == other
    for key in (Qt.Key.Key_W, Qt.Key.Key_W):
        qtbot.keyClick(window.windowHandle(), key, CONTROL)
    qtbot.keyClick(window.windowHandle(), Qt.Key.Key_R, CONTROL)
    assert [path for one in menu.actions() if (path := one.data())] == [str(other), str(post)]
    qtbot.keyClick(menu, Qt.Key.Key_2)
    assert window.sessions.current.path == post


def test_tabs_of_posts_with_the_same_name_can_be_told_apart(
    qtbot: QtBot, open_window: Open, post: Path, other: Path
) -> None:
    later = other.with_name("2026-01-01-other.md")
    later.write_text("---\ntitle: Later\n---\n")
    window = open_window(other, later)
    bar = window.tabs.bar
    assert [bar.tabText(at) for at in range(2)] == [
        "other.md · 2025-11-24",
        "other.md · 2026-01-01",
    ]
    window.sessions.close(window.sessions.all[0], is_clean=True)
    assert bar.tabText(0) == "other.md"
    for number in range(5):
        wide = post.with_name(f"a-name-that-is-as-wide-as-a-tab-can-be-{number}.md")
        wide.write_text("---\ntitle: T\n---\n")
        window.files.open_path(wide)
    qtbot.waitUntil(lambda: bar.tabRect(0).left() < 0)  # there are more than have room
    assert bar.height() > 20


def test_a_wrong_path_is_shown_as_it_was_typed(open_window: Open, post: Path) -> None:
    window = open_window()
    window.open([target_of("_post/2025-11-23-openai-foxconn.md:4", post.parents[1])])
    notice = window.notices.notice
    assert notice is not None
    assert "“_post/2025-11-23-openai-foxconn.md”" in notice.text
