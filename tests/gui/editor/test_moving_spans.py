"""Spans follow edits as `edits.moved` says, many at once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from editor_app.core.text.edits import Edit, moved
from editor_app.core.text.spans import Span
from editor_app.gui.editor.moving_spans import MovingSpans

SPANS = st.lists(
    st.tuples(st.integers(0, 30), st.integers(0, 10)).map(lambda at: Span(at[0], at[0] + at[1])),
    max_size=8,
).map(sorted)


@given(SPANS, st.integers(0, 40), st.integers(0, 8), st.text("xy", max_size=5))
def test_an_edit_moves_them_as_it_moves_offsets(
    spans: list[Span], start: int, length: int, text: str
) -> None:
    edit = Edit(Span(start, start + length), text)
    moving = MovingSpans(spans)
    moving.follow([edit])
    for index, span in enumerate(spans):
        begins = moved(span.start, [edit], sticks_right=True)
        ends = moved(span.end, [edit])
        assert moving[index] == Span(begins, max(begins, ends))


@given(SPANS, st.integers(0, 40), st.integers(0, 8))
def test_what_touches_a_stretch_is_found_among_all(
    spans: list[Span], start: int, length: int
) -> None:
    moving = MovingSpans(spans)
    moving.follow([Edit(Span(3, 4), "longer")])
    window = Span(start, start + length)
    touching = [
        index
        for index in range(len(spans))
        if moving[index].start <= window.end and moving[index].end >= window.start
    ]
    assert list(moving.touching(window)) == touching


def test_typing_right_before_or_behind_a_span_does_not_stretch_it() -> None:
    moving = MovingSpans([Span(2, 4)])
    moving.follow([Edit(Span(2, 2), "a")])
    moving.follow([Edit(Span(5, 5), "b")])
    assert moving[0] == Span(3, 5)


def test_several_edits_count_in_the_text_before_them() -> None:
    moving = MovingSpans([Span(2, 4), Span(10, 12)])
    moving.follow([Edit(Span(0, 1), ""), Edit(Span(5, 5), "abc")])
    assert [moving[0], moving[1]] == [Span(1, 3), Span(12, 14)]
