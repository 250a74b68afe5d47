"""Regular expressions of JavaScript as the shapes of texts."""

from __future__ import annotations

import pytest

from editor_app.core.schema.shapes import of_javascript
from editor_app.core.text.pattern import Pattern
from editor_app.core.text.patterns import Clock


@pytest.mark.parametrize(
    ("source", "text", "fits"),
    [
        ("^.{1,5}$", "abc", True),
        ("^.{1,5}$", "abc\nlong line", False),
        (r"^[^$]+$", "a^b", True),
        (r"\$\^", "$^", True),
        (r"^\d+$", "٣", False),
        (r"^\p{Script=Hiragana}+$", "ひらがな", True),
        ("a|^$", "", True),
    ],
)
def test_the_ends_are_those_of_the_text(source: str, text: str, fits: bool) -> None:
    pattern = of_javascript(source)
    assert isinstance(pattern, Pattern)
    assert Clock(1).is_in(pattern, text) is fits


def test_a_literal_is_read_only_where_it_may_stand() -> None:
    assert of_javascript("/^a$/i", has_literals=True) == Pattern(r"\Aa\Z", ignores_case=True)
    assert of_javascript("/a/") == Pattern("/a/")


def test_only_the_flag_m_makes_the_ends_those_of_lines() -> None:
    text = "Not OK!\nabc"
    whole = of_javascript("/^[a-z]+$/", has_literals=True)
    lines = of_javascript("/^[a-z]+$/m", has_literals=True)
    assert isinstance(whole, Pattern)
    assert isinstance(lines, Pattern)
    assert (Clock(1).is_in(whole, text), Clock(1).is_in(lines, text)) == (False, True)


def test_why_an_expression_can_not_be_used() -> None:
    assert of_javascript("(") == "missing ) at position 1"
