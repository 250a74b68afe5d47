"""Edits lead there and back, and places follow them."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor_app.core.text.edits import (
    Edit,
    OverlappingEdits,
    apply,
    difference,
    first_difference,
    inverse,
    moved,
    ordered,
)
from editor_app.core.text.spans import Span
from tests import nasty


@st.composite
def edited(draw: st.DrawFn) -> tuple[str, tuple[Edit, ...]]:
    text = draw(nasty.texts())
    return text, draw(nasty.edits(len(text)))


def replace(start: int, end: int, text: str) -> Edit:
    return Edit(Span(start, end), text)


@given(edited())
def test_the_inverse_leads_back(case: tuple[str, tuple[Edit, ...]]) -> None:
    text, edits = case
    assert apply(apply(text, edits), inverse(text, edits)) == text


@given(edited())
def test_the_order_in_which_edits_are_given_does_not_matter(
    case: tuple[str, tuple[Edit, ...]],
) -> None:
    text, edits = case
    places = [(edit.span.start, edit.span.end) for edit in edits]
    if len(set(places)) == len(places):
        assert apply(text, edits[::-1]) == apply(text, edits)


def test_insertions_at_one_place_keep_their_order() -> None:
    assert apply("ab", [replace(1, 1, "x"), replace(1, 1, "y")]) == "axyb"


def test_an_insertion_at_the_edge_of_a_replacement_is_no_overlap() -> None:
    edits = [replace(1, 3, "-"), replace(3, 3, ">"), replace(1, 1, "<")]
    assert apply("abcd", edits) == "a<->d"


@pytest.mark.parametrize(
    "edits",
    [
        [replace(0, 2, ""), replace(1, 3, "")],
        [replace(0, 4, ""), replace(2, 2, "x")],
        [replace(1, 2, "x"), replace(1, 2, "y")],
    ],
)
def test_edits_that_touch_the_same_characters_are_refused(edits: list[Edit]) -> None:
    with pytest.raises(OverlappingEdits):
        ordered(edits)


@given(edited())
def test_a_character_that_was_not_touched_is_found_again(
    case: tuple[str, tuple[Edit, ...]],
) -> None:
    text, edits = case
    after = apply(text, edits)
    for offset, character in enumerate(text):
        if not any(edit.span.contains(offset) for edit in edits):
            assert after[moved(offset, ordered(edits), sticks_right=True)] == character
    for offset in range(len(text) + 1):
        left = moved(offset, ordered(edits))
        right = moved(offset, ordered(edits), sticks_right=True)
        assert 0 <= left <= right <= len(after)


def test_a_place_stays_left_of_what_is_inserted_there_or_goes_right_of_all_of_it() -> None:
    edits = ordered([replace(2, 2, "xx"), replace(2, 2, "yyy")])
    assert moved(2, edits) == 2
    assert moved(2, edits, sticks_right=True) == 7


def test_a_place_inside_replaced_text_goes_to_an_end_of_what_replaces_it() -> None:
    edits = (replace(1, 5, "new"),)
    assert moved(3, edits) == 1
    assert moved(3, edits, sticks_right=True) == 4


@given(nasty.texts(), nasty.texts())
def test_the_difference_leads_from_one_text_to_the_other(before: str, after: str) -> None:
    edits = difference(before, after)
    assert apply(before, edits) == after
    assert bool(edits) == (before != after)


@given(nasty.texts(), nasty.texts())
def test_the_difference_keeps_the_common_start_and_end(before: str, after: str) -> None:
    for edit in difference(before, after):
        gone = edit.span.of(before)
        assert not (gone and edit.text and gone[0] == edit.text[0])
        assert not (gone and edit.text and gone[-1] == edit.text[-1])


@given(nasty.texts(), nasty.texts())
def test_texts_are_equal_up_to_their_first_difference(one: str, two: str) -> None:
    at = first_difference(one, two)
    assert one[:at] == two[:at]
    assert one[at : at + 1] != two[at : at + 1] or one == two


def test_the_difference_of_two_megabytes_takes_no_time() -> None:
    text = "日本語のテキスト。\n" * 100_000
    begin = time.perf_counter()
    for at in (0, len(text) // 2, len(text)):
        assert difference(text, text[:at] + "x" + text[at:]) == (replace(at, at, "x"),)
    assert time.perf_counter() - begin < 0.5
