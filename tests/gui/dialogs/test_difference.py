"""Two texts side by side: which lines differ, and in a line which words."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from editor_app.core.text.spans import Span
from editor_app.gui.changed_words import changed_words, pairs
from editor_app.gui.difference_view import GONE, NEW, DifferenceView, Line, lines_of
from editor_app.gui.theme import LIGHT


@pytest.mark.parametrize(
    ("before", "after", "gone", "new"),
    [
        ("The red house", "The blue house", ["red"], ["blue"]),
        ("The house", "The old house", [], ["old "]),
        ("A café here", "A cafe here", ["café"], ["cafe"]),
        ("今日は雨が降る", "今日は雪が降る", ["雨"], ["雪"]),
        ("𝄞 one 😀 two", "𝄞 one 😀 three", ["two"], ["three"]),
        ("end", "end  ", [], ["  "]),
        ("same", "same", [], []),
    ],
)
def test_the_words_that_changed_are_found(
    before: str, after: str, gone: list[str], new: list[str]
) -> None:
    of_before, of_after = changed_words(before, after)
    assert [span.of(before) for span in of_before] == gone
    assert [span.of(after) for span in of_after] == new


def test_a_very_long_line_is_compared_from_its_ends() -> None:
    before = "word " * 5000
    of_before, of_after = changed_words(before, before[:500] + "NEW " + before[500:])
    assert of_before == ()
    assert len(of_after) == 1


def test_a_line_is_compared_with_the_one_it_became() -> None:
    found = pairs(["The red house stands"], ["Something else", "The blue house stands"])
    assert [(pair.gone, pair.new) for pair in found] == [(0, 1)]
    assert pairs(["abc"], ["xyz"]) == ()


def test_lines_without_a_partner_are_marked_whole() -> None:
    assert lines_of("a\nThe red house\n", "a\nThe blue house\nmore\n")[1:] == (
        Line(GONE, "The red house", (Span(4, 7),)),
        Line(NEW, "The blue house", (Span(4, 8),)),
        Line(NEW, "more"),
        Line(" ", ""),
    )


def test_what_changed_in_a_line_is_struck_or_underlined(qtbot: QtBot) -> None:
    view = DifferenceView(LIGHT)
    qtbot.addWidget(view)
    view.show_difference("a b c\n", "a b d\n")  # nothing of it is left
    view.show_difference("x\n😀\u2029 The red house\n", "x\n😀\u2029 The blue house\n")
    words = []
    block = view.document().begin()
    while block.isValid():
        for stretch in block.textFormats():
            looks = stretch.format
            if looks.fontStrikeOut() or looks.fontUnderline():
                cursor = QTextCursor(block)
                cursor.setPosition(block.position() + stretch.start)
                end = cursor.position() + stretch.length
                cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
                colour = looks.foreground().color().name()
                words.append((cursor.selectedText(), looks.fontStrikeOut(), colour))
        block = block.next()
    assert words == [("red", True, LIGHT.error), ("blue", False, LIGHT.good)]
