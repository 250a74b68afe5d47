"""Lines end at a newline and nowhere else."""

from __future__ import annotations

import pytest
from hypothesis import given

from editor_app.core.text.lines import LineIndex, Position
from tests import nasty


@given(nasty.texts())
def test_lines_are_what_stands_between_newlines(text: str) -> None:
    index = LineIndex(text)
    lines = text.split("\n")
    assert index.count == len(lines)
    assert [index.span_of(line).of(text) for line in range(index.count)] == lines
    assert "".join(index.span_of(i, with_break=True).of(text) for i in range(index.count)) == text


@given(nasty.texts())
def test_a_position_leads_back_to_its_offset(text: str) -> None:
    index = LineIndex(text)
    for offset in range(len(text) + 1):
        position = index.position(offset)
        assert index.offset(position) == offset
        assert position.line == text.count("\n", 0, offset) + 1
        assert position.column == offset - (text.rfind("\n", 0, offset) + 1) + 1


@pytest.mark.parametrize("character", ["\u2028", "\u2029", "\u0085", "\x0b", "\x0c", "\x1c", "\r"])
def test_no_other_character_ends_a_line(character: str) -> None:
    assert LineIndex(f"a{character}b").count == 1


def test_a_final_newline_begins_an_empty_line() -> None:
    index = LineIndex("a\n")
    assert index.count == 2
    assert index.position(2) == Position(2, 1)


@pytest.mark.parametrize(
    ("position", "offset"),
    [((0, 0), 0), ((1, 99), 2), ((2, 2), 4), ((9, 1), 3), ((9, 9), 5), ((2, -3), 3)],
)
def test_a_position_outside_goes_to_the_nearest_place(
    position: tuple[int, int], offset: int
) -> None:
    assert LineIndex("ab\ncd").offset(Position(*position)) == offset


@pytest.mark.parametrize("offset", [-1, 3])
def test_an_offset_outside_the_text_is_an_error(offset: int) -> None:
    with pytest.raises(IndexError):
        LineIndex("ab").line_of(offset)
