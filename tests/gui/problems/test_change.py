"""What a fix changes, as the card shows it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from editor_app.core.diagnostics import Fix
from editor_app.core.text.edits import Edit
from editor_app.core.text.spans import Span
from editor_app.gui.problems.change import Part, shown


def _fix(*edits: Edit) -> Fix:
    return Fix("Fix", edits)


def test_only_what_changes_in_a_line_is_marked() -> None:
    text = 'title: "# Spring"\n'
    (place,) = shown(text, _fix(Edit(Span(7, 17), '"Spring"')))
    assert place.before == (Part('title: "'), Part("# ", True), Part('Spring"'))
    assert place.after == (Part('title: "'), Part('Spring"'))


def test_a_line_that_goes_leaves_nothing() -> None:
    text = "a\n---END---\nb\n"
    (place,) = shown(text, _fix(Edit(Span(2, 12), "")))
    assert place.before == (Part("---END---", True),)
    assert place.after == ()
    assert place.lines_removed == 1


def test_edits_far_from_each_other_are_places_of_their_own() -> None:
    text = "one\ntwo\nthree\n"
    places = shown(text, _fix(Edit(Span(0, 1), "O"), Edit(Span(8, 9), "T")))
    assert [part.text for place in places for part in place.before if part.is_changed] == ["o", "t"]


def test_a_long_text_is_cut_in_the_middle() -> None:
    (place,) = shown("x" * 5000, _fix(Edit(Span(0, 5000), "")))
    assert sum(len(part.text) for part in place.before) < 200


@given(st.text("ab\n", max_size=40), st.data())
def test_before_and_after_differ_in_marked_parts_only(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    new = data.draw(st.text("ab\n", max_size=10))
    for place in shown(text, _fix(Edit(Span(start, end), new))):
        kept_before = "".join(part.text for part in place.before if not part.is_changed)
        kept_after = "".join(part.text for part in place.after if not part.is_changed)
        assert kept_before == kept_after
