"""A tag goes with the kind of value that it was for; an anchor stays."""

from __future__ import annotations

import pytest

from editor_app.core.diagnostics import Refusal
from editor_app.core.frontmatter.reader import read
from editor_app.core.frontmatter.splice import set_value
from editor_app.core.text.edits import apply


@pytest.mark.parametrize(
    ("head", "after"),
    [
        ("f: &anc !!str x", "f: &anc\n  - [1]"),
        ("f: !!str &anc x", "f: &anc\n  - [1]"),
        ("f: &anc !!str", "f: &anc\n  - [1]"),
        ("f: !!str x # c", "f: # c\n  - [1]"),
    ],
)
def test_a_list_in_the_place_of_a_tagged_text(head: str, after: str) -> None:
    text = f"---\n{head}\n---\nb\n"
    edits = set_value(read(text), ("f",), [[1]])
    assert not isinstance(edits, Refusal)
    assert apply(text, edits) == f"---\n{after}\n---\nb\n"
