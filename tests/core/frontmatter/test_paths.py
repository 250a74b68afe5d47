"""Paths as text and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor_app.core.frontmatter.paths import dotted, parse_dotted


@given(st.lists(st.text() | st.integers(0, 1000), min_size=1).map(tuple))
def test_a_path_survives_being_written(path: tuple[str | int, ...]) -> None:
    assert parse_dotted(dotted(path)) == path


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (("title",), "title"),
        (("author", "name"), "author.name"),
        (("tags", 0), "tags.0"),
        (("a.b", "0"), '"a.b"."0"'),
        (("日本 語",), '"日本 語"'),
        (("",), '""'),
    ],
)
def test_paths_look_like_this(path: tuple[str | int, ...], text: str) -> None:
    assert dotted(path) == text


@pytest.mark.parametrize("text", ["", ".", "a.", ".a", "a..b", '"a', '"a"b', 'a"b"'])
def test_what_is_no_path_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no path"):
        parse_dotted(text)
