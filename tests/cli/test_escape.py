from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor_app.cli.escape import escaped, escaped_json, escaped_lines

ANY_TEXT = st.text(st.characters(codec=None))


@given(text=ANY_TEXT)
def test_nothing_that_moves_hides_or_breaks_is_left(text: str) -> None:
    shown = escaped(text)
    categories = {unicodedata.category(character) for character in shown}
    assert not categories & {"Cc", "Cs", "Zl", "Zp"}
    assert not set(shown) & set("\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\ufeff")
    assert not set(shown) & set("\u2066\u2067\u2068\u2069\u061c")
    shown.encode("utf-8")


@given(
    value=st.recursive(ANY_TEXT, lambda inner: st.lists(inner) | st.dictionaries(ANY_TEXT, inner))
)
def test_escaped_json_means_the_same(value: object) -> None:
    shown = escaped_json(json.dumps(value, ensure_ascii=False, indent=2))
    assert json.loads(shown) == value
    shown.encode("utf-8")
    assert not {"\x1b", "\u202e", "\x9b", "\u2028"} & set(shown)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("日本語 é 🎉👩‍👩‍👧", "日本語 é 🎉👩‍👩‍👧"),
        ("a\x1b[31mb", "a\\x1b[31mb"),
        ("a\nb\tc\r", "a\\nb\\tc\\r"),
        ("\u202egnp.exe", "\\u202egnp.exe"),
        ("\x9b", "\\x9b"),
        ("\U000e0041", "\\U000e0041"),
        ("\udcff.md", "\\udcff.md"),
        ("::error::x", "\\x3a:error::x"),
        ("  \u3000::add-mask::x", "  \u3000\\x3a:add-mask::x"),
        ("a ::error::x", "a ::error::x"),
        ("see ##[error]x", "see #\\x23[error]x"),
        ("###[x](y) ##[", "##\\x23[x](y) #\\x23["),
    ],
)
def test_what_is_plain_stays_and_the_rest_is_named(text: str, shown: str) -> None:
    assert escaped(text) == shown


def test_lines_stay_lines_where_they_may() -> None:
    assert escaped_lines("a\tb\r\n\x1bc\n") == "a\tb\\r\n\\x1bc\n"


@given(text=st.text(st.sampled_from(" \t\u3000:#[]error\n"), max_size=30))
def test_nothing_is_left_that_a_workflow_obeys(text: str) -> None:
    for line in (escaped(text), *escaped_lines(text).split("\n")):
        assert not line.strip().startswith("::")
        assert "##[" not in line
    assert "##[" not in escaped_json(json.dumps(text))
    assert json.loads(escaped_json(json.dumps(text))) == text
