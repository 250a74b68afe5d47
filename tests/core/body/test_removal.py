"""What goes with a stretch of text that is taken out."""

from __future__ import annotations

import pytest

from editor_app.core.body.removal import without_block, without_lines
from editor_app.core.text.edits import Edit, apply
from editor_app.core.text.spans import Span


def place(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("a\n\nX\n\nb\n", "a\n\nb\n"),
        ("a\n\nX\n \n\n  b\n", "a\n\n  b\n"),
        ("a\n\nX\n", "a\n"),
        ("a\n\nX", "a"),
        ("X\n\nb\n", "b\n"),
        ("X", ""),
    ],
)
def test_a_block_goes_with_the_blank_lines_on_one_side(text: str, left: str) -> None:
    assert apply(text, (Edit(without_block(text, place(text, "X")), ""),)) == left


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("a\n  X y\nb\n", "a\nb\n"),
        ("a\nX", "a"),
        ("a\nX\n", "a\n"),
        ("X\nb", "b"),
        ("a\n\nX y\n\nb\n", "a\n\nb\n"),
        ("a\n\nX\nb", "a\n\nb"),
    ],
)
def test_lines_go_whole_and_between_blank_lines_as_a_block(text: str, left: str) -> None:
    assert apply(text, (Edit(without_lines(text, place(text, "X")), ""),)) == left
