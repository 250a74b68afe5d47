"""Spans are half-open and may be empty."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor_app.core.text.spans import Span

PLACES = st.integers(0, 12)
SPANS = st.tuples(PLACES, PLACES).map(lambda pair: Span(min(pair), max(pair)))


@pytest.mark.parametrize(("start", "end"), [(-1, 0), (2, 1), (-2, -1)])
def test_an_impossible_span_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="not a span"):
        Span(start, end)


def test_an_empty_span_is_a_place_and_true() -> None:
    assert Span(3, 3)
    assert len(Span(3, 3)) == 0
    assert not Span(3, 3).contains(3)


def test_neighbours_do_not_overlap() -> None:
    assert not Span(1, 3).overlaps(Span(3, 5))
    assert not Span(1, 3).overlaps(Span(3, 3))
    assert Span(1, 3).overlaps(Span(2, 2))


@given(SPANS, SPANS)
def test_overlap_is_mutual_and_agrees_with_the_characters_shared(one: Span, two: Span) -> None:
    assert one.overlaps(two) == two.overlaps(one)
    shared = set(range(one.start, one.end)) & set(range(two.start, two.end))
    if not one.is_empty and not two.is_empty:
        assert one.overlaps(two) == bool(shared)


@given(SPANS, SPANS)
def test_a_span_encloses_another_exactly_when_its_text_holds_it(one: Span, two: Span) -> None:
    inside = all(one.contains(at) for at in range(two.start, two.end))
    assert one.encloses(two) or not inside or two.is_empty
    assert not one.encloses(two) or inside


@given(SPANS, st.integers(0, 9))
def test_a_shifted_span_holds_the_same_text_further_on(span: Span, delta: int) -> None:
    text = "abcdefghijkl"
    assert span.shifted(delta).of("·" * delta + text) == span.of(text)
