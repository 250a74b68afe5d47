"""Colours follow the text, and no more lines than needed are looked at."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QTextBlock
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from editor_app.core.text.edits import Edit
from editor_app.core.text.spans import Span
from editor_app.gui.document import Document
from editor_app.gui.theme import DARK, LIGHT
from tests.gui.editor.conftest import Opened

POST = (
    '---\ntitle: "Spring"\n---\n\n# One\n\nplain **bold** text\n\n```python\nx = """a\nb"""\n```\n'
)


def looks(block: QTextBlock) -> dict[str, tuple[str, bool]]:
    """Each coloured stretch of a line: its text, colour and whether it is bold."""
    found = {}
    for one in block.layout().formats():
        colour = one.format.foreground().color().name()
        is_bold = one.format.fontWeight() == QFont.Weight.Bold
        found[block.text()[one.start : one.start + one.length]] = colour, is_bold
    return found


def line(document: Document, number: int) -> QTextBlock:
    return document.qt.findBlockByNumber(number)


def test_front_matter_body_and_code_have_their_colours(opened: Opened, qtbot: QtBot) -> None:
    _, document = opened(POST)
    assert set(looks(line(document, 1))) == {"title", ":", '"Spring"'}
    assert looks(line(document, 4))["# One"][1]
    assert looks(line(document, 6))["**bold**"][1]
    qtbot.waitUntil(lambda: bool(looks(line(document, 9))))  # once the text is on the screen
    string = looks(line(document, 9))['"""']
    assert looks(line(document, 9))["a"] == looks(line(document, 10))["b"] == string


def test_positions_behind_an_emoji_are_right(opened: Opened) -> None:
    _, document = opened("😀😀 **bold**\n")
    assert document.qt.firstBlock().layout().formats()[0].start == 5


def test_opening_a_fence_colours_what_follows_and_closing_it_takes_it_back(
    opened: Opened, qtbot: QtBot
) -> None:
    pane, document = opened("a\n\n# One\n\n# Two\n")
    assert looks(line(document, 4))
    pane.editor.select_span(Span(0, 0))
    QTest.keyClicks(pane.editor, "```")
    QTest.keyClick(pane.editor, Qt.Key.Key_Return)
    assert not looks(line(document, 3))
    document.undo()
    document.undo()
    assert looks(line(document, 2))


def test_a_string_that_opens_in_code_colours_the_other_lines_after_a_pause(
    opened: Opened, qtbot: QtBot
) -> None:
    _, document = opened("```python\nx = 1\ny = 2\n```\n")
    before = looks(line(document, 2))
    document.apply([Edit(Span(14, 15), '"""')], document.version, "Fix")
    qtbot.waitUntil(lambda: looks(line(document, 2)) != before, timeout=3000)


def test_another_theme_brings_its_colours(opened: Opened) -> None:
    pane, document = opened("[a](b)\n")
    assert QColor(LIGHT.accent).name() in {
        colour for colour, _ in looks(line(document, 0)).values()
    }
    pane.show_theme(DARK)
    assert QColor(DARK.accent).name() in {colour for colour, _ in looks(line(document, 0)).values()}


def test_a_megabyte_opens_at_once_and_is_coloured_where_it_is_seen(
    opened: Opened, qtbot: QtBot
) -> None:
    pane, document = opened("# Heading\n\nwords **bold** words words words words\n\n" * 20_000)
    assert looks(line(document, 0))
    far = document.qt.blockCount() - 5
    assert not line(document, far).layout().formats()
    begun = time.monotonic()
    pane.reveal(Span(document.table.length, document.table.length))
    assert time.monotonic() - begun < 1
    qtbot.waitUntil(lambda: bool(looks(line(document, far))), timeout=3000)


@pytest.mark.parametrize("key", [Qt.Key.Key_X, Qt.Key.Key_Return, Qt.Key.Key_Backspace])
def test_a_key_never_looks_at_the_whole_text(opened: Opened, key: Qt.Key) -> None:
    pane, document = opened("😀 words **bold**\n" * 500)
    pane.editor.select_span(Span(40, 40))
    QTest.keyClick(pane.editor, key)
    assert document.version > 0
    assert "text" not in vars(document.table)  # it is made once, when it is asked for


def test_a_key_in_a_coloured_line_paints_that_line_only(opened: Opened, qtbot: QtBot) -> None:
    pane, _ = opened("plain **bold** text\n\n" * 60)
    pane.editor.select_span(Span(44, 44))
    QTest.qWait(50)
    heights: list[int] = []
    pane.editor.updateRequest.connect(lambda area, _: heights.append(area.height()))
    QTest.keyClicks(pane.editor, "xyz")
    assert heights
    assert max(heights) < pane.editor.viewport().height() / 4
