"""Each change of JSON touches its own place and nothing else: text in, text out."""

from __future__ import annotations

import datetime as dt

import pytest

from editor_app.core.diagnostics import Refusal
from editor_app.core.frontmatter.nodes import Format
from editor_app.core.frontmatter.reader import read
from editor_app.core.frontmatter.splice import (
    Verbatim,
    add_item,
    insert,
    move,
    remove,
    rename,
    set_value,
)
from editor_app.core.text.edits import Edit, apply

LINES = '{\n  "a": "x",\n  "t": [\n    "p",\n    "q"\n  ],\n  "m": {}\n}'
TIGHT = '{"a":"x","t":["p","q"]}'


def changed(content: str, edits: tuple[Edit, ...] | Refusal) -> str:
    assert not isinstance(edits, Refusal), edits
    made = apply(content + "\n\nbody {}\n", edits)
    assert made.endswith("\n\nbody {}\n")
    return made.removesuffix("\n\nbody {}\n")


def post(content: str) -> str:
    return content + "\n\nbody {}\n"


@pytest.mark.parametrize(
    ("before", "path", "value", "after"),
    [
        (LINES, ("a",), 'say "hi"\n', LINES.replace('"x"', '"say \\"hi\\"\\n"')),
        (LINES, ("a",), None, LINES.replace('"x"', "null")),
        (LINES, ("b",), 1, LINES.replace('"m": {}', '"m": {},\n  "b": 1')),
        (LINES, ("m", "k"), True, LINES.replace("{}", '{\n    "k": true\n  }')),
        (
            LINES,
            ("t",),
            ["q", "p"],
            LINES.replace('"p"', "P").replace('"q"', '"p"').replace("P", '"q"'),
        ),
        (
            LINES,
            ("t", 0),
            {"k": [1]},
            LINES.replace('"p"', '{\n      "k": [\n        1\n      ]\n    }'),
        ),
        (TIGHT, ("b",), {"c": [1, 2]}, '{"a":"x","t":["p","q"],"b":{"c":[1,2]}}'),
        (
            '{"d": "2024-05-01 10:00:00 +0900"}',
            ("d",),
            dt.datetime(2025, 1, 2),
            '{"d": "2025-01-02 00:00:00 +0900"}',
        ),
        ('{"d": 1}', ("d",), Verbatim("1e5"), '{"d": 1e5}'),
        ('{"d": 1}', ("d",), "\u2028\ud800é", '{"d": "\\u2028\\ud800é"}'),
        ("{}", ("a",), 1, '{\n  "a": 1\n}'),
        ('{"a": 1, "a": 2}', ("a",), 3, '{"a": 1, "a": 3}'),
    ],
)
def test_set_value(before: str, path: tuple[str | int, ...], value: object, after: str) -> None:
    edits = set_value(read(post(before)), path, value)  # type: ignore[arg-type]
    assert changed(before, edits) == after


def test_other_changes() -> None:
    lines, tight = read(post(LINES)), read(post(TIGHT))
    assert changed(LINES, remove(lines, ("a",))) == LINES.replace('  "a": "x",\n', "")
    assert changed(LINES, remove(lines, ("m",))) == LINES.replace(',\n  "m": {}', "")
    assert changed(LINES, remove(lines, ("t", 1))) == LINES.replace(',\n    "q"', "")
    assert changed(TIGHT, remove(tight, ("a",))) == '{"t":["p","q"]}'
    assert changed(TIGHT, remove(tight, ("t",))) == '{"a":"x"}'
    assert changed(TIGHT, rename(tight, ("a",), 'b"')) == '{"b\\"":"x","t":["p","q"]}'
    assert changed(TIGHT, move(tight, ("t",), 0)) == '{"t":["p","q"],"a":"x"}'
    assert changed(TIGHT, move(tight, ("t", 1), 0)) == '{"a":"x","t":["q","p"]}'
    assert changed(TIGHT, insert(tight, ("b",), 1, 1)) == '{"a":"x","b":1,"t":["p","q"]}'
    assert changed(TIGHT, add_item(tight, ("t",), "r")) == '{"a":"x","t":["p","q","r"]}'
    assert changed(LINES, add_item(lines, ("t",), "r", 0)) == LINES.replace('"p"', '"r",\n    "p"')
    assert changed(LINES, insert(lines, ("b",), 1, 0)) == LINES.replace('"a"', '"b": 1,\n  "a"')


def test_the_only_member_leaves_empty_brackets() -> None:
    for before, after in (('{"a": 1}', "{}"), ('{\n  "a": 1\n}', "{}")):
        assert changed(before, remove(read(post(before)), ("a",))) == after


def test_what_json_cannot_say_is_refused() -> None:
    for value, words in ((float("inf"), "no infinite"), (Verbatim("x"), "can't be changed")):
        refused = set_value(read(post(TIGHT)), ("a",), value)
        assert isinstance(refused, Refusal)
        assert words in refused.message


def test_a_post_without_front_matter_gets_json_where_that_is_asked_for() -> None:
    edits = insert(read("body"), ("a",), {"b": 1}, format_=Format.JSON)
    assert isinstance(edits, tuple)
    assert apply("body", edits) == '{\n  "a": {"b": 1}\n}\nbody'
