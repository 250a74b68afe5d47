"""Find in a text, and replace."""

from __future__ import annotations

import time

import pytest

from editor_app.core.text.edits import apply
from editor_app.core.text.spans import Span
from editor_app.gui.editor.search import Query, find, replacements


def test_matches_are_counted_in_code_points() -> None:
    assert find("😀a😀a\n😀", Query("a")).spans == (Span(1, 2), Span(3, 4))
    assert find("😀a😀a\n😀", Query("😀")).spans == (Span(0, 1), Span(2, 3), Span(5, 6))


def test_case_counts_only_where_it_is_asked_for() -> None:
    assert len(find("Title title", Query("title")).spans) == 2
    assert find("Title title", Query("title", matches_case=True)).spans == (Span(6, 11),)


def test_whole_words_leave_parts_of_words_out() -> None:
    assert find("art start art.", Query("art", whole_words=True)).spans == (
        Span(0, 3),
        Span(10, 13),
    )


def test_signs_of_patterns_are_plain_text_unless_a_pattern_is_asked_for() -> None:
    assert find("a.b axb", Query("a.b")).spans == (Span(0, 3),)
    assert len(find("a.b axb", Query("a.b", is_pattern=True)).spans) == 2


def test_lines_begin_and_end_a_pattern() -> None:
    text = "# one\ntwo\n# three"
    assert find(text, Query(r"^# \w+$", is_pattern=True)).spans == (Span(0, 5), Span(10, 17))


@pytest.mark.parametrize("pattern", ["(", "[", "a{2", "*"])
def test_half_a_pattern_finds_nothing_or_itself(pattern: str) -> None:
    assert find("abc", Query(pattern, is_pattern=True)).spans == ()


def test_an_empty_match_is_no_match() -> None:
    assert find("abc", Query("x*", is_pattern=True)).spans == ()


def test_a_pattern_that_explodes_comes_to_an_end() -> None:
    begun = time.monotonic()
    find("a" * 40 + "b", Query("(a+)+$", is_pattern=True))
    assert time.monotonic() - begun < 5


def test_groups_come_back_with_the_characters_of_the_file() -> None:
    text = "😀 a\0b: 1\n😀 c\u2029d: 2"
    query = Query(r"(\S+): (\d)", is_pattern=True)
    edits = replacements(text, query, r"\2=\1\n\\")
    assert apply(text, edits) == "😀 1=a\0b\n\\\n😀 2=c\u2029d\n\\"


def test_a_plain_replacement_is_taken_as_it_is() -> None:
    assert apply("a b", replacements("a b", Query("a"), r"\1")) == r"\1 b"


def test_only_what_lies_within_is_replaced() -> None:
    assert apply("aaaa", replacements("aaaa", Query("a"), "b", Span(1, 3))) == "abba"
