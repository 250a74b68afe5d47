"""The file on disk changes, vanishes, or can't be written: nothing is lost, nothing overwritten."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QDialog, QLabel, QPlainTextEdit, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from editor_app.core.diagnostics import Refusal, Severity
from editor_app.core.storage.identity import load
from editor_app.gui import session_notices
from editor_app.gui.notices import Notice
from editor_app.gui.session import Session
from editor_app.gui.window import Window
from tests.e2e.conftest import SEED, Open

if sys.platform != "win32":
    import resource

BASE = SEED.read_bytes().decode()


def _session(window: Window) -> Session:
    session = window.sessions.current
    assert session is not None
    return session


def _type(qtbot: QtBot, window: Window, text: str) -> None:
    editor = window.findChild(QPlainTextEdit, "editor")
    assert editor is not None
    editor.setFocus()
    qtbot.keyClicks(editor, text)


def _choose(window: Window, choice: str) -> None:
    button = window.notices.findChild(QPushButton, f"choice:{choice}")
    assert button is not None
    assert button.isVisible()
    button.click()


def _write(post: Path, text: str) -> None:
    """As most programs save: a new file in the place of the old one."""
    other = post.with_suffix(".new")
    other.write_bytes(text.encode())
    os.replace(other, post)


def _kind(window: Window) -> str:
    notice = window.notices.notice
    return notice.kind if notice is not None else ""


THEIRS = BASE.replace("正直なところ", "じつは", 1)


def test_a_clean_post_follows_the_disk_and_keeps_the_caret(
    qtbot: QtBot, open_window: Open, post: Path
) -> None:
    window = open_window(post)
    editor = window.findChild(QPlainTextEdit, "editor")
    assert editor is not None
    assert editor.find("ボトルネック")
    _write(post, THEIRS)
    qtbot.waitUntil(lambda: _session(window).document.text == THEIRS, timeout=5_000)
    assert editor.textCursor().selectedText() == "ボトルネック"
    assert not _session(window).is_dirty
    assert window.notices.notice is None


def test_keep_mine_saves_over_the_other_text_only_when_asked(
    qtbot: QtBot, open_window: Open, post: Path
) -> None:
    window = open_window(post)
    _type(qtbot, window, "mine")
    mine = _session(window).document.text
    _write(post, THEIRS)
    qtbot.waitUntil(lambda: _kind(window) == session_notices.CHANGED, timeout=5_000)
    assert _session(window).document.text == mine
    assert not _session(window).save()
    assert post.read_bytes().decode() == THEIRS
    _choose(window, session_notices.KEEP_MINE)
    assert _session(window).is_dirty
    assert post.read_bytes().decode() == THEIRS
    assert _session(window).save()
    assert post.read_bytes().decode() == mine


def test_take_theirs_puts_mine_aside(qtbot: QtBot, open_window: Open, post: Path) -> None:
    window = open_window(post)
    _type(qtbot, window, "mine")
    mine = _session(window).document.text
    _write(post, THEIRS)
    qtbot.waitUntil(lambda: _kind(window) == session_notices.CHANGED, timeout=5_000)
    _choose(window, session_notices.TAKE_THEIRS)
    assert _session(window).document.text == THEIRS
    assert not _session(window).is_dirty
    (kept,) = (post.parents[2] / "galley" / "state" / "discarded").iterdir()
    assert kept.read_bytes().decode() == mine


def test_the_difference_is_shown_and_decides_nothing(
    qtbot: QtBot, open_window: Open, post: Path
) -> None:
    window = open_window(post)
    _type(qtbot, window, "mine")
    _write(post, THEIRS)
    qtbot.waitUntil(lambda: _kind(window) == session_notices.CHANGED, timeout=5_000)
    _choose(window, session_notices.SHOW_DIFFERENCE)
    (dialog,) = [one for one in window.findChildren(QDialog) if one.isVisible()]
    view = dialog.findChild(QPlainTextEdit)
    assert view is not None
    shown = view.toPlainText()
    assert "− " in shown
    assert "+ mine" in shown
    dialog.close()
    assert _kind(window) == session_notices.CHANGED


def test_a_save_without_looking_first_meets_the_other_text(
    qtbot: QtBot, open_window: Open, post: Path
) -> None:
    window = open_window(post)
    _type(qtbot, window, "mine")
    _write(post, THEIRS)
    assert not _session(window).save()
    assert _kind(window) == session_notices.CHANGED
    assert post.read_bytes().decode() == THEIRS


def test_a_file_that_vanished_is_written_anew_only_when_asked(
    qtbot: QtBot, open_window: Open, post: Path
) -> None:
    window = open_window(post)
    post.unlink()
    qtbot.waitUntil(lambda: _kind(window) == session_notices.VANISHED, timeout=5_000)
    assert _session(window).is_dirty
    assert not post.exists()
    _choose(window, session_notices.WRITE_ANEW)
    assert post.read_bytes().decode() == BASE
    assert not _session(window).is_dirty


@pytest.mark.skipif(sys.platform == "win32", reason="there is no limit to set")
def test_a_full_disk_is_told_and_the_text_stays_to_be_saved(
    qtbot: QtBot, open_window: Open, post: Path
) -> None:
    window = open_window(post)
    _type(qtbot, window, "mine")
    mine = _session(window).document.text
    _session(window).journal.flush()
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1024, limits[1]))
    try:
        qtbot.keyClick(window.windowHandle(), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, before)
    notice = window.notices.notice
    assert notice is not None
    assert notice.kind == session_notices.NOT_SAVED
    assert "the disk is full" in notice.text
    assert _session(window).is_dirty
    assert post.read_bytes().decode() == BASE
    _choose(window, session_notices.SAVE_AGAIN)
    assert post.read_bytes().decode() == mine
    assert window.notices.notice is None


def test_closing_asks_and_cancel_keeps_everything(
    qtbot: QtBot, open_window: Open, post: Path
) -> None:
    window = open_window(post)
    _type(qtbot, window, "mine")
    window.close()
    assert window.isVisible()
    question = window.findChild(QDialog, "question")
    assert question is not None
    _answer(question, "cancel")
    assert window.isVisible()
    assert _session(window).is_dirty


@pytest.mark.parametrize("choice", ["save", "discard"])
def test_closing_saves_or_puts_aside(
    qtbot: QtBot, open_window: Open, post: Path, choice: str
) -> None:
    window = open_window(post)
    _type(qtbot, window, "mine")
    mine = _session(window).document.text
    window.close()
    question = window.findChild(QDialog, "question")
    assert question is not None
    with qtbot.waitSignal(window.closed, timeout=10_000):
        _answer(question, choice)
    kept = post.read_bytes().decode()
    discarded = post.parents[2] / "galley" / "state" / "discarded"
    if choice == "save":
        assert kept == mine
        assert not discarded.exists()
    else:
        assert kept == BASE
        assert [one.read_bytes().decode() for one in discarded.iterdir()] == [mine]


def _answer(question: QDialog, choice: str) -> None:
    button = question.findChild(QPushButton, f"choice:{choice}")
    assert button is not None
    button.click()


def test_a_restored_text_asks_before_it_replaces_what_another_program_wrote(
    qtbot: QtBot, open_window: Open, post: Path, tmp_path: Path
) -> None:
    mine = BASE.replace("正直なところ", "本当は", 1)
    base = load(post).identity
    _write(post, THEIRS)
    window = open_window(post)
    session = _session(window)
    assert session.restore(mine.encode(), "utf-8", base)
    assert _kind(window) == session_notices.CHANGED
    assert not session.save()
    assert post.read_bytes().decode() == THEIRS
    assert session.document.undo_name == "restored text"
    session.document.undo()
    assert session.document.table.to_bytes().decode() == THEIRS
    session.document.redo()
    _choose(window, session_notices.KEEP_MINE)
    assert session.save()
    assert post.read_bytes().decode() == mine
    kept = [one.read_bytes() for one in (tmp_path / "galley").rglob("*") if one.is_file()]
    assert THEIRS.encode() in kept


def test_a_question_stays_over_the_window_s_own_notices_and_gets_the_keyboard_on_save(
    qtbot: QtBot, open_window: Open, post: Path
) -> None:
    window = open_window(post)
    _type(qtbot, window, "mine")
    window.show_notice(Notice("link", Severity.INFO, "before"))
    _write(post, THEIRS)
    qtbot.waitUntil(lambda: _kind(window) == session_notices.CHANGED, timeout=5_000)
    window.show_notice(Notice("link", Severity.ERROR, "after"))
    assert _kind(window) == session_notices.CHANGED
    qtbot.keyClick(window.windowHandle(), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    button = window.notices.findChild(QPushButton, f"choice:{session_notices.SHOW_DIFFERENCE}")
    assert button is not None
    assert button.hasFocus()
    assert post.read_bytes().decode() == THEIRS
    _choose(window, session_notices.KEEP_MINE)
    assert _kind(window) == "link"


def test_what_the_window_says_does_not_cover_what_the_post_says(
    qtbot: QtBot, open_window: Open, post: Path
) -> None:
    window = open_window(post)
    session = _session(window)
    session.show_refusal(Refusal("of the post"))
    window.show_notice(Notice("link", Severity.INFO, "of the window"))
    bars = window.notices, window.post_notices
    assert [bar.notice and bar.notice.text for bar in bars] == ["of the window", "of the post"]
    assert all(bar.isVisible() for bar in bars)
    _type(qtbot, window, "mine")  # with the next change a refusal is past
    assert not window.post_notices.isVisible()
    session.show_refusal(Refusal("of the post"))
    close = window.notices.findChild(QToolButton)
    assert close is not None
    qtbot.keyClick(close, Qt.Key.Key_Space)
    assert [bar.notice and bar.notice.text for bar in bars] == ["of the post", None]
    assert not window.post_notices.isVisible()


def test_the_status_bar_follows_the_caret_when_a_text_is_restored(
    qtbot: QtBot, open_window: Open, post: Path
) -> None:
    window = open_window(post)
    editor = window.findChild(QPlainTextEdit, "editor")
    assert editor is not None
    editor.moveCursor(QTextCursor.MoveOperation.End)
    mine = BASE.replace("## OpenAI", "## New\n\nMore.\n\n## OpenAI", 1)
    assert _session(window).restore(mine.encode(), "utf-8", load(post).identity)
    line = mine.count("\n") + 1
    assert editor.textCursor().blockNumber() + 1 == line
    qtbot.waitUntil(
        lambda: any(
            label.text().startswith(f"Line {line},") for label in window.status.findChildren(QLabel)
        )
    )
