"""A place inside a value is found in the text that writes it."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor_app.core.frontmatter import yaml_quote
from editor_app.core.frontmatter.locate import Places
from editor_app.core.frontmatter.nodes import Scalar, Style
from editor_app.core.frontmatter.reader import read
from tests.core.frontmatter.odd import POSTS
from tests.core.frontmatter.tree import is_alias, walk


def scalar_of(text: str) -> Scalar:
    node = read(text).node(("key",))
    assert isinstance(node, Scalar)
    return node


@pytest.mark.parametrize(
    ("post", "word", "written"),
    [
        ("---\nkey: a plain word here\n---\n", "word", "word"),
        ("---\nkey: 'it''s a word'\n---\n", "'s a", "''s a"),
        ('---\nkey: "say \\"word\\" 🎉 x"\n---\n', '"word" 🎉', '\\"word\\" 🎉'),
        ('---\nkey: "\\u3042 word"\n---\n', "あ w", "\\u3042 w"),
        ("---\nkey: plain\n  word over lines\n---\n", "plain word", "plain\n  word"),
        ("---\nkey: 'a\n\n  word'\n---\n", "a\nword", "a\n\n  word"),
        ("---\nkey: |\n  first\n    second word\n  third\n---\n", "second word", "second word"),
        ("---\nkey: |2-\n   first\n---\n", " fir", " fir"),
        ("---\nkey: >-\n  folded\n  word\n\n  end\n---\n", "word\nend", "word\n\n  end"),
        ('+++\nkey = "a \\"word\\""\n+++\n', '"word"', '\\"word\\"'),
        ('+++\nkey = """\nfirst\nword"""\n+++\n', "first\nword", "first\nword"),
        ("+++\nkey = 'C:\\word'\n+++\n", "\\word", "\\word"),
        ('{"key": "\\ud83c\\udf89 word"}', "🎉 w", "\\ud83c\\udf89 w"),
    ],
)
def test_a_word_is_found(post: str, word: str, written: str) -> None:
    scalar = scalar_of(post)
    start = scalar.text.index(word)
    span = Places(scalar).span(start, start + len(word))
    assert span is not None
    assert span.of(post) == written
    assert Places(scalar).offset(start) == span.start


@pytest.mark.parametrize("text", POSTS)
def test_every_visible_character_that_is_not_escaped_is_itself(text: str) -> None:
    root = read(text).root
    assert root is not None
    for _, node in walk(root):
        if not isinstance(node, Scalar) or is_alias(node):
            continue
        for index, character in enumerate(node.text):
            span = Places(node).span(index, index + 1)
            assert span is not None, node
            assert node.span.encloses(span)
            if not character.isspace() and not span.of(text).startswith("\\"):
                assert character in span.of(text)


@given(st.text(st.characters(exclude_categories=["Cs"])), st.sampled_from(["'", '"']))
def test_any_quoted_text_is_paired(value: str, quote: str) -> None:
    style = Style.SINGLE if quote == "'" else Style.DOUBLE
    scalar = scalar_of(f"---\nkey: {yaml_quote.quoted(value, style)}\n---\n")
    assert scalar.text == value
    ends = [Places(scalar).span(index, len(value)) for index in range(len(value) + 1)]
    assert None not in ends


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_json_string_is_paired(value: str) -> None:
    scalar = scalar_of('{"key": ' + json.dumps(value) + "}")
    assert Places(scalar).span(0, len(value)) is not None


def test_an_alias_has_no_inside() -> None:
    scalar = read("---\na: &x word\nkey: *x\n---\n").node(("key",))
    assert isinstance(scalar, Scalar)
    assert Places(scalar).span(0, 1) is None
    assert Places(scalar).offset(2) == scalar.span.start


def test_what_is_outside_the_value_is_none() -> None:
    scalar = scalar_of("---\nkey: abc\n---\n")
    assert Places(scalar).span(2, 4) is None
    assert Places(scalar).span(-1, 1) is None
    assert Places(scalar).offset(3) == scalar.span.end
