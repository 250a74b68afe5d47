"""A post is opened, changed in the form and in the text, mended by a key, and saved."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from editor_app.gui.window import Window
from tests.e2e.conftest import SEED, Open, is_checked

CONTROL = Qt.KeyboardModifier.ControlModifier


def _editor(window: Window) -> QPlainTextEdit:
    editor = window.findChild(QPlainTextEdit, "editor")
    assert editor is not None
    return editor


def _title(window: Window) -> QWidget:
    field = window.findChild(QWidget, "field:title")
    assert field is not None
    return field if isinstance(field, QLineEdit) else field.findChild(QLineEdit) or field


def _press(qtbot: QtBot, window: Window, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
    """A key as the window system sends it: shortcuts are looked at first."""
    qtbot.keyClick(window.windowHandle(), key, modifier)


def test_only_what_was_edited_differs_on_disk(qtbot: QtBot, open_window: Open, post: Path) -> None:
    before = post.read_bytes()
    window = open_window(post)

    title = _title(window)
    title.setFocus()
    qtbot.keyClick(title, Qt.Key.Key_End)
    qtbot.keyClick(title, Qt.Key.Key_Backspace)
    qtbot.keyClicks(title, "X")
    qtbot.keyClick(title, Qt.Key.Key_Return)

    editor = _editor(window)
    editor.setFocus()
    qtbot.waitUntil(editor.hasFocus)
    assert editor.find("最近のAI業界")
    qtbot.keyClick(editor, Qt.Key.Key_Right)
    qtbot.keyClicks(editor, "!")

    qtbot.waitUntil(lambda: is_checked(window), timeout=20_000)
    table = window.problems.table
    rules = [found.rule for found in table.model().diagnostics]  # type: ignore[attr-defined]
    table.setFocus()
    while table.current is not None and table.current.rule != "end-marker":
        row = table.currentIndex().row()
        qtbot.keyClick(table, Qt.Key.Key_Down)
        assert table.currentIndex().row() == row + 1, rules
    qtbot.keyClick(table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: is_checked(window), timeout=20_000)

    _press(qtbot, window, Qt.Key.Key_S, CONTROL)
    expected = before.replace("真意\ufffd".encode(), "真意X".encode(), 1)
    expected = expected.replace("最近のAI業界".encode(), "最近のAI業界!".encode(), 1)
    start = expected.index(b"---END---")
    end = expected.index(b"\n", start) + 1
    session = window.sessions.current
    assert session is not None
    assert not session.is_dirty
    after = post.read_bytes()
    assert after in (
        expected[:start] + expected[end:],
        expected[:start] + expected[end + 1 :],  # with the empty line that stood beside it
    )

    editor.setFocus()
    for _ in range(20):
        _press(qtbot, window, Qt.Key.Key_Z, CONTROL)
    assert session.document.undo_name is None
    _press(qtbot, window, Qt.Key.Key_S, CONTROL)
    assert post.read_bytes() == before


def test_opening_and_saving_writes_nothing(qtbot: QtBot, open_window: Open, post: Path) -> None:
    stamp = os.stat(post)
    window = open_window(post)
    _press(qtbot, window, Qt.Key.Key_S, CONTROL)
    now = os.stat(post)
    assert (now.st_mtime_ns, now.st_ino) == (stamp.st_mtime_ns, stamp.st_ino)
    assert post.read_bytes() == SEED.read_bytes()


def test_all_safe_fixes_are_one_step(qtbot: QtBot, open_window: Open, post: Path) -> None:
    window = open_window(post)
    session = window.sessions.current
    assert session is not None
    text = session.document.text
    window.actions_by_id["fix-all"].trigger()
    assert session.document.text != text
    assert "---END---" not in session.document.text
    window.actions_by_id["undo"].trigger()
    assert session.document.text == text
    assert not session.is_dirty


def test_undo_from_the_form_takes_back_what_was_typed_in_the_text(
    qtbot: QtBot, open_window: Open, post: Path
) -> None:
    window = open_window(post)
    session = window.sessions.current
    assert session is not None
    editor = _editor(window)
    editor.setFocus()
    qtbot.keyClicks(editor, "abc")
    assert session.is_dirty
    title = _title(window)
    title.setFocus()
    qtbot.waitUntil(title.hasFocus)
    _press(qtbot, window, Qt.Key.Key_Z, CONTROL)
    assert session.document.text == SEED.read_bytes().decode()


@pytest.mark.parametrize("pane", ["posts", "form", "preview", "problems"])
def test_escape_goes_back_to_the_text(
    qtbot: QtBot, open_window: Open, post: Path, pane: str
) -> None:
    window = open_window(post)
    window.panes._focus(pane)
    qtbot.waitUntil(lambda: not _editor(window).hasFocus())
    _press(qtbot, window, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    qtbot.waitUntil(lambda: _editor(window).hasFocus())


def test_f6_goes_through_every_pane_and_comes_back(
    qtbot: QtBot, open_window: Open, post: Path
) -> None:
    window = open_window(post)
    window.panes.focus_text()
    seen = []
    for _ in range(5):
        seen.append(window.desk.pane_with_focus())
        _press(qtbot, window, Qt.Key.Key_F6, Qt.KeyboardModifier.NoModifier)
        qtbot.wait(20)
    assert seen == ["editor", "preview", "problems", "posts", "form"]
    assert window.desk.pane_with_focus() == "editor"


def test_a_save_takes_along_what_is_still_in_a_field(
    qtbot: QtBot, open_window: Open, post: Path
) -> None:
    window = open_window(post)
    tags = window.findChild(QWidget, "field:tags")
    assert tags is not None
    entry = tags if isinstance(tags, QLineEdit) else tags.findChild(QLineEdit)
    assert entry is not None
    entry.setFocus()
    qtbot.keyClicks(entry, "harbour")
    _press(qtbot, window, Qt.Key.Key_S, CONTROL)
    assert b"harbour" in post.read_bytes()


def test_tab_takes_over_the_name_of_a_new_field(
    qtbot: QtBot, open_window: Open, post: Path
) -> None:
    window = open_window(post)
    button = window.findChild(QPushButton, "addField:")
    name = window.findChild(QLineEdit, "addFieldName:")
    reading_time = window.findChild(QWidget, "field:reading_time")
    assert button is not None
    assert name is not None
    assert reading_time is not None
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    names = name.completer().popup()
    qtbot.waitUntil(names.isVisible)
    assert not name.visibleRegion().isEmpty()
    lowest = reading_time.mapToGlobal(reading_time.rect().bottomLeft()).y()
    assert names.mapToGlobal(names.rect().topLeft()).y() > lowest
    qtbot.keyClicks(name, "mood")
    qtbot.keyClick(name, Qt.Key.Key_Tab)
    assert "mood:" in window.sessions.current.document.text  # type: ignore[union-attr]
    added = window.findChild(QWidget, "field:mood")
    assert added is not None
    assert added.hasFocus()
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    qtbot.keyClicks(name, "title")
    qtbot.keyClick(name, Qt.Key.Key_Tab)
    assert name.hasFocus()  # there is one already: what was typed stays to be changed
    assert name.text() == "title"


def test_a_colon_that_breaks_the_front_matter_is_mended_by_a_key(
    qtbot: QtBot, open_window: Open, post: Path
) -> None:
    broken = "---\nlayout: post\ntitle: Spring: a diary\n---\n\nThe snow has gone.\n"
    post.write_text(broken, encoding="utf-8")
    window = open_window(post)
    session = window.sessions.current
    assert session is not None
    mend = window.form.findChild(QPushButton, "formNoticeMend")
    assert mend is not None
    assert mend.isVisible()
    assert mend.text() == "Put the value of title in quotes"

    editor = _editor(window)
    editor.setFocus()
    cursor = editor.textCursor()
    cursor.setPosition(broken.index("Spring"))
    editor.setTextCursor(cursor)
    _press(qtbot, window, Qt.Key.Key_Period, CONTROL)
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    qtbot.keyClick(QApplication.activePopupWidget(), Qt.Key.Key_Return)

    mended = broken.replace("Spring: a diary", '"Spring: a diary"')
    qtbot.waitUntil(lambda: session.document.text == mended)
    qtbot.waitUntil(lambda: is_checked(window), timeout=20_000)
    assert not mend.isVisible()
    title = _title(window)
    assert isinstance(title, QLineEdit)
    assert title.isEnabled()
    assert title.text() == "Spring: a diary"

    _press(qtbot, window, Qt.Key.Key_Z, CONTROL)
    assert session.document.text == broken
    qtbot.waitUntil(mend.isVisible, timeout=20_000)
    mend.click()
    assert session.document.text == mended
