"""A file that changed on disk is read again by lines."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from editor_app.core.text.edits import Edit, apply
from editor_app.core.text.spans import Span
from editor_app.gui.document_saved import line_differences

TEXTS = st.lists(st.sampled_from(["a", "b", "\n", "one\n", "two\n", "\u2028", "😀"])).map("".join)


@given(TEXTS, TEXTS)
def test_the_edits_lead_to_what_stands_on_disk(before: str, after: str) -> None:
    assert apply(before, line_differences(before, after)) == after


def test_what_stands_between_two_changes_is_left_alone() -> None:
    before = "title: a\nbody\nmore\nend\n"
    after = "title: b\nbody\nmore\nthe end\n"
    assert line_differences(before, after) == (
        Edit(Span(7, 8), "b"),
        Edit(Span(19, 19), "the "),
    )


def test_equal_texts_need_no_edit() -> None:
    assert line_differences("a\n", "a\n") == ()


def test_a_very_long_stretch_is_one_edit() -> None:
    before = "".join(f"{number}\n" for number in range(9000))
    after = "".join(f"x{number}\n" for number in range(9000))
    assert len(line_differences(before, after)) == 1
