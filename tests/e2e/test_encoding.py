"""A post in an unknown encoding: it is read-only, says so once, and has a way out."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from editor_app.gui.window import Window
from tests.e2e.conftest import Open, is_checked

TEXT = "---\ntitle: 日本語\ndate: 2026-01-02\nauthor:\n  name: x\n---\n\nこれは文です。\n"


def _rules(window: Window) -> list[str]:
    model = window.problems.table.model()
    return [found.rule for found in model.diagnostics]  # type: ignore[attr-defined]


def _titles(window: Window) -> list[str]:
    model = window.posts.list.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_it_is_one_problem_until_its_encoding_is_chosen(
    qtbot: QtBot, open_window: Open, post: Path
) -> None:
    old = post.with_name("2026-01-02-old.md")
    old.write_bytes(TEXT.encode("cp932"))
    window = open_window(old)
    assert _rules(window) == ["encoding-unknown"]
    assert not window.actions_by_id["fix-all"].isEnabled()
    qtbot.waitUntil(lambda: "2026-01-02-old.md" in _titles(window), timeout=5_000)
    adders = [
        button
        for button in window.form.findChildren(QPushButton)
        if button.property("part") == "offer"
    ]
    assert len(adders) > 2
    assert not any(button.isVisible() for button in adders)

    editor = window.findChild(QPlainTextEdit, "editor")
    assert editor is not None
    editor.setFocus()
    qtbot.keyClicks(editor, "x")
    assert old.read_bytes() == TEXT.encode("cp932")
    choice = window.editor.findChild(QComboBox, "encodingChoice")
    assert choice is not None
    choice.setCurrentIndex(choice.findData("cp932"))
    choice.setFocus()
    qtbot.keyClick(choice, Qt.Key.Key_Tab)
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: is_checked(window) and _rules(window) == [], timeout=20_000)
    assert "日本語" in _titles(window)
    assert all(button.isVisible() for button in adders)
