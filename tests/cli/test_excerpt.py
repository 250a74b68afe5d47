from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor_app.cli.escape import escaped
from editor_app.cli.excerpt import WIDEST, excerpt, width
from editor_app.core.text.lines import LineIndex
from editor_app.core.text.spans import Span


def shown(text: str, start: int, end: int) -> tuple[str, str]:
    return excerpt(text, LineIndex(text), Span(start, end))


@pytest.mark.parametrize(
    ("text", "columns"),
    [("abc", 3), ("日本", 4), ("ｱ", 1), ("e\u0301", 1), ("🎉", 2), ("：", 2), ("", 0)],
)
def test_width_counts_columns(text: str, columns: int) -> None:
    assert width(text) == columns


def test_the_mark_stands_under_the_span() -> None:
    assert shown("one\ntitle: bad\nthree", 11, 14) == ("title: bad", "       ^^^")


def test_the_mark_stands_under_the_span_where_a_workflow_command_is_broken() -> None:
    line, mark = shown("::error::a ##[b] bad", 17, 20)
    assert escaped(line) == "\\x3a:error::a #\\x23[b] bad"
    assert mark == " " * 23 + "^^^"
    assert shown("::error", 0, 2) == ("::error", "^^^^^")


def test_wide_characters_take_two_columns() -> None:
    assert shown("題名：悪い", 3, 5) == ("題名：悪い", "      ^^^^")


def test_an_empty_span_gets_a_mark() -> None:
    assert shown("ab", 2, 2) == ("ab", "  ^")
    assert shown("", 0, 0) == ("", "^")


def test_a_span_over_lines_is_marked_in_the_first() -> None:
    assert shown("ab\ncd\nef", 1, 7) == ("ab", " ^")


def test_dangerous_characters_are_named_and_the_mark_follows() -> None:
    assert shown("\x1b[31mX", 5, 6) == ("\\x1b[31mX", "        ^")


def test_a_long_line_is_cut_on_both_sides() -> None:
    text = "あ" * 500 + "悪" + "い" * 500
    line, mark = shown(text, 500, 501)
    assert line.startswith("…あ")
    assert line.endswith("い…")
    assert width(line[: line.index("悪")]) == len(mark) - 2
    assert mark.endswith(" ^^")


@given(
    text=st.text(st.sampled_from("ab あ🎉\u0301\x1b\t\u202e\n"), max_size=300),
    data=st.data(),
)
def test_every_excerpt_fits_and_its_mark_is_inside(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    line, mark = shown(text, start, end)
    assert width(line) <= WIDEST + 1
    assert "\n" not in line
    assert "\x1b" not in line
    assert len(mark) <= WIDEST + 2
    assert set(mark.strip()) == {"^"}
