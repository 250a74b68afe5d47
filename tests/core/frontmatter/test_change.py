"""Two sets of edits, one after the other, are one set of edits of the first text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from editor_app.core.frontmatter.change import composed
from editor_app.core.text.edits import Edit, apply
from editor_app.core.text.spans import Span


def edits_of(text: str) -> st.SearchStrategy[tuple[Edit, ...]]:
    places = st.lists(st.integers(0, len(text)), min_size=2, max_size=8).map(sorted)
    return st.tuples(places, st.text("xyz", max_size=3)).map(
        lambda found: tuple(
            Edit(Span(start, end), found[1])
            for start, end in zip(found[0][::2], found[0][1::2], strict=False)
        )
    )


@given(st.text("abc\n", max_size=20), st.data())
def test_the_result_is_the_same(text: str, data: st.DataObject) -> None:
    first = data.draw(edits_of(text))
    between = apply(text, first)
    second = data.draw(edits_of(between))
    both = composed(len(text), first, second)
    assert apply(text, both) == apply(between, second)


def test_what_neither_touches_stays_untouched() -> None:
    text = "one two three four"
    first = (Edit(Span(0, 3), "1"),)
    second = (Edit(Span(12, 16), "4"),)
    assert composed(len(text), first, second) == (
        Edit(Span(0, 3), "1"),
        Edit(Span(14, 18), "4"),
    )
