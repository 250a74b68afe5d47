"""The entries of a mapping, as the generator finds them."""

from __future__ import annotations

import pytest

from editor_app.core.frontmatter.nodes import Mapping
from editor_app.core.frontmatter.reader import read
from editor_app.core.frontmatter.values import value_of
from editor_app.core.generator import Generator
from editor_app.core.schema.reading import Keys


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{x: 0, y: 0}", {"x": 0, "y": 0}),
        ("{<<: *a, x: 0}", {"x": 0, "y": 1}),
        ("{x: 0, <<: *a}", {"x": 0, "y": 1}),
        ("{<<: [*a, *b]}", {"x": 1, "y": 1, "z": 2}),
        ("{<<: *a, <<: *b}", {"x": 1, "y": 1, "z": 2}),
        ("{<<: *c}", {"x": 2, "z": 3}),
        ("{<<: text}", {}),
    ],
)
def test_a_key_is_found_where_its_value_comes_from(text: str, expected: dict[str, int]) -> None:
    said = "a: &a {x: 1, y: 1}\nb: &b {x: 2, z: 2}\nc: &c {<<: *b, z: 3}\n"
    root = read(f"---\n{said}post: {text}\n---\n").root
    entry = None if root is None else root.entry("post")
    assert entry is not None
    assert isinstance(entry.value, Mapping)
    keys = Keys(entry.value, Generator.JEKYLL)
    found = {name: known for name in "xyz" if (known := keys.entry(name)) is not None}
    assert {name: value_of(each.value) for name, each in found.items()} == expected
    assert value_of(entry.value) == expected
