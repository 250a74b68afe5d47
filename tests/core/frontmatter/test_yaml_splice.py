"""Each change of YAML touches its own place and nothing else: text in, text out."""

from __future__ import annotations

import datetime as dt

import pytest

from editor_app.core.diagnostics import Refusal
from editor_app.core.frontmatter.reader import read
from editor_app.core.frontmatter.splice import (
    Verbatim,
    add_item,
    insert,
    move,
    move_item,
    remove,
    remove_item,
    rename,
    set_value,
)
from editor_app.core.text.edits import Edit, apply
from tests.core.frontmatter.odd import yaml_post


def changed(content: str, edits: tuple[Edit, ...] | Refusal) -> str:
    """What stands between the fences after the edits; all else must be the same."""
    text = yaml_post(content)
    assert not isinstance(edits, Refusal), edits
    made = apply(text, edits)
    found = read(made)
    assert made[: found.content.start] == "---\n"
    assert made[found.content.end :] == "---\n\nbody\n\n---\n\nmore\n"
    return found.content.of(made)


JST = dt.timezone(dt.timedelta(hours=9))
TITLE = ("title",)

SET = (
    # comments, blanks, alignment
    ("title:  Old   # short!\n", TITLE, "New", "title:  New   # short!\n"),
    ("title:\tOld\t# c\n", TITLE, "New", "title:\tNew\t# c\n"),
    ("title:\n", TITLE, "New", "title: New\n"),
    ("title: \n", TITLE, "New", "title: New\n"),
    ("title:   # c\n", TITLE, "New", "title: New   # c\n"),
    ("title:\n  # c\nb: 1\n", TITLE, "New", "title: New\n  # c\nb: 1\n"),
    ("title:\n  # c\n  deep\nb: 1\n", TITLE, "New", "title:\n  # c\n  New\nb: 1\n"),
    ("title: old   \nb: 1\n", TITLE, "New", "title: New   \nb: 1\n"),
    # the style of quotes stays as long as it can carry the text
    ("title: 'Old'\n", TITLE, "it's", "title: 'it''s'\n"),
    ("title: 'Old'\n", TITLE, "a\x07b", 'title: "a\\ab"\n'),
    ('title: "Old"\n', TITLE, 'say "hi" \\', 'title: "say \\"hi\\" \\\\"\n'),
    ('title: "Old"\n', TITLE, "two\nlines", 'title: "two\\nlines"\n'),
    ("title: Old\n", TITLE, "a: b", 'title: "a: b"\n'),
    ("title: Old\nb: 'x'\n", TITLE, "a: b", "title: 'a: b'\nb: 'x'\n"),
    ("title: Old\n", TITLE, "yes", 'title: "yes"\n'),
    ("title: Old\n", TITLE, "", 'title: ""\n'),
    ("title: Old\n", TITLE, "2024-05-01", 'title: "2024-05-01"\n'),
    ("title: a\n  folded\n  text # c\nb: 1\n", TITLE, "New", "title: New # c\nb: 1\n"),
    # lines
    ("title: Old # c\nb: 1\n", TITLE, "two\nlines", "title: |- # c\n  two\n  lines\nb: 1\n"),
    ("title: 'a\n\n  b' # c\n", TITLE, "two\nlines\n", "title: | # c\n  two\n  lines\n"),
    ("title: |\n  a\n  b\n\nb: 1\n", TITLE, "c\n", "title: |\n  c\n\nb: 1\n"),
    ("title: |  # c\n    a\nb: 1\n", TITLE, "c\nd", "title: |-  # c\n  c\n  d\nb: 1\n"),
    ("title: |\n  a\n", TITLE, "  deep\nout\n", "title: |2\n    deep\n  out\n"),
    ("title: |\n  a\n", TITLE, "c\n\n\n", "title: |+\n  c\n\n\n"),
    ("title: |\n  a\n\nb: 1\n", TITLE, "c\n\n\n", 'title: "c\\n\\n\\n"\n\nb: 1\n'),
    ("title: |\n  a\n", TITLE, "", 'title: ""\n'),
    ("title: >-\n  a\n  b\n", TITLE, "one\ntwo", "title: >-\n  one\n\n  two\n"),
    ("title: >\n  a\n", TITLE, "one\n two\n", "title: |\n  one\n   two\n"),
    ("title: |\n  a\n", TITLE, "x\u2028y", 'title: "x\\u2028y"\n'),
    # dates
    ("d: 2024-05-01\n", ("d",), dt.date(2025, 1, 2), "d: 2025-01-02\n"),
    ("d: '2024-05-01'\n", ("d",), dt.date(2025, 1, 2), "d: '2025-01-02'\n"),
    (
        "d: 2025-11-23 12:54:57 +0000 # c\n",
        ("d",),
        dt.datetime(2025, 1, 2, 3, 4, 5),
        "d: 2025-01-02 03:04:05 +0000 # c\n",
    ),
    (
        "d: 2025-11-23 12:54:57 +0000\n",
        ("d",),
        dt.datetime(2025, 1, 2, 3, 4, 5, tzinfo=JST),
        "d: 2025-01-02 03:04:05 +0900\n",
    ),
    (
        "d: 2024-05-01 10:00:00 +0900\n",
        ("lastmod",),
        dt.datetime(2025, 1, 2, tzinfo=JST),
        "d: 2024-05-01 10:00:00 +0900\nlastmod: 2025-01-02 00:00:00 +0900\n",
    ),
    ("a: 1\n", ("d",), Verbatim("2024-5-1 10:00"), "a: 1\nd: 2024-5-1 10:00\n"),
    ("d: x # c\n", ("d",), Verbatim("'y'"), "d: 'y' # c\n"),
    # other scalars
    ("d: True\n", ("d",), False, "d: False\n"),
    ("d: yes\n", ("d",), False, "d: false\n"),
    ("d: 1\n", ("d",), 1.0, "d: 1.0\n"),
    ("d: 1\n", ("d",), 1e20, "d: 1.0e+20\n"),
    ("d: 1\n", ("d",), float("-inf"), "d: -.inf\n"),
    ("d: 'x'\n", ("d",), 12, "d: 12\n"),
    ("d: x\n", ("d",), None, "d: null\n"),
    ("d: ~\n", ("d",), None, "d: ~\n"),
    # anchors and tags
    ("a: &x old\n", ("a",), "new", "a: &x new\n"),
    ("a: &x old\nb: *x # c\n", ("b",), "new", "a: &x old\nb: new # c\n"),
    ("a: !!str 5 # c\n", ("a",), "6", 'a: !!str "6" # c\n'),
    ("a: !!str 5 # c\n", ("a",), 7, "a: 7 # c\n"),
    ("a: !mine &x old\n", ("a",), 8, "a: &x 8\n"),
    ("a: &x {p: 1}\nb:\n  <<: *x\n", ("b", "p"), 2, "a: &x {p: 1}\nb:\n  <<: *x\n  p: 2\n"),
    ("? a\n: old\n", ("a",), "new", "? a\n: new\n"),
    ("1: x\ntrue: y\n", ("true",), "z", "1: x\ntrue: z\n"),
    ("a: 1\na: 2\n", ("a",), 3, "a: 1\na: 3\n"),
    # flow
    ("{title: x, b}\n", ("b",), 3, "{title: x, b: 3}\n"),
    ("{title: , b: 1}\n", TITLE, "x", "{title: x, b: 1}\n"),
    ("m: {a: x}\n", ("m", "a"), "p, q", 'm: {a: "p, q"}\n'),
    ("m: {a: x}\n", ("m", "a"), "two\nlines", 'm: {a: "two\\nlines"}\n'),
    ("m: {a: [b, 'c']}\n", ("m", "a", 1), "d", "m: {a: [b, 'd']}\n"),
    ("t: [a: 1, b]\n", ("t", 0, "a"), 2, "t: [a: 2, b]\n"),
    # lists
    ("t: [a, b] # c\n", ("t",), ["a", "x", "b"], "t: [a, x, b] # c\n"),
    ('t: ["a", "b"]\n', ("t",), ["b", "c"], 't: ["b", "c"]\n'),
    ("t: [a]\n", ("t",), [], "t: []\n"),
    ("t: []\n", ("t",), ["a", "b: c"], 't: [a, "b: c"]\n'),
    ("t:\n  - a # 1\n  # 2\n  - b\n", ("t",), ["b", "a"], "t:\n  # 2\n  - b\n  - a # 1\n"),
    ("t:\n  - a # 1\n  - b # 2\n", ("t",), ["a", "c"], "t:\n  - a # 1\n  - c # 2\n"),
    ("t:\n  - a # 1\n  - b # 2\n", ("t",), ["b"], "t:\n  - b # 2\n"),
    ("t: # c\n  - a\n  - b\nn: 1\n", ("t",), "x", "t: x # c\nn: 1\n"),
    ("t: # c\n  - a\nn: 1\n", ("t",), [], "t: [] # c\nn: 1\n"),
    ("t: x # c\nu:\n- 1\n", ("t",), ["a", "b"], "t: # c\n- a\n- b\nu:\n- 1\n"),
    ("t: x\nu:\n    - 1\n", ("t",), ["a"], "t:\n    - a\nu:\n    - 1\n"),
    ("t: x\nu: [ 1 ]\n", ("t",), ["a", 2], "t: [ a, 2 ]\nu: [ 1 ]\n"),
    ("t:\n  - x # c\n", ("t", 0), {"k": "v", "l": 1}, "t:\n  - k: v # c\n    l: 1\n"),
    ("t:\n  - a\n  -\n  - b\n", ("t", 1), "x", "t:\n  - a\n  - x\n  - b\n"),
    ("t:\n  - k: v\n    l: 1\n  - b\n", ("t", 0), "x", "t:\n  - x\n  - b\n"),
    ("t: [x]\n", ("t", 1), "z", "t: [x, z]\n"),
    # mappings
    (
        "m:\n  a: 1 # c\n  b: 2\n",
        ("m",),
        {"a": 3, "c": 4},
        "m:\n  a: 3 # c\n  c: 4\n",
    ),
    ("m:\n  a: 1\n", ("m",), "x", "m: x\n"),
    ("m: x # c\n", ("m",), {"a": {"b": 1}, "c": []}, "m: # c\n  a:\n    b: 1\n  c: []\n"),
    ("m: x\nn: {a: 1}\n", ("m",), {"b": 2}, "m: {b: 2}\nn: {a: 1}\n"),
    ("m:\n    a: 1\nn:\n", ("n", "p", "q"), 1, "m:\n    a: 1\nn:\n    p:\n        q: 1\n"),
    ("m:\n  a: 1\n", ("m",), {}, "m: {}\n"),
    ("a: 1 # c\nb: 2\n", (), {"a": 1, "z": 3}, "a: 1 # c\nz: 3\n"),
)


@pytest.mark.parametrize(("before", "path", "value", "after"), SET)
def test_set_value(before: str, path: tuple[str | int, ...], value: object, after: str) -> None:
    edits = set_value(read(yaml_post(before)), path, value)  # type: ignore[arg-type]
    assert changed(before, edits) == after


@pytest.mark.parametrize(
    ("before", "path", "value", "index", "after"),
    [
        ("", ("a",), 1, None, "a: 1\n"),
        ("# c\n", ("a",), 1, None, "# c\na: 1\n"),
        ("a: 1\n", ("b",), "x", None, "a: 1\nb: x\n"),
        ("a: 1\n", ("b",), "x", 0, "b: x\na: 1\n"),
        ("# c\na: 1\n", ("b",), "x", 0, "b: x\n# c\na: 1\n"),
        ("# c\n\na: 1\n", ("b",), "x", 0, "# c\n\nb: x\na: 1\n"),
        ("a: 1 # c\n\n# end\n", ("b",), "x", None, "a: 1 # c\nb: x\n\n# end\n"),
        ("a: |\n  x\n\n# end\n", ("b",), "x", None, "a: |\n  x\nb: x\n\n# end\n"),
        ("a: |+\n  x\n\n", ("b",), "x", None, "a: |+\n  x\n\nb: x\n"),
        ("a:    1\nlong: 2\n", ("bc",), "x", None, "a:    1\nlong: 2\nbc:   x\n"),
        ("a: 1\nlong: 2\n", ("bc",), "x", None, "a: 1\nlong: 2\nbc: x\n"),
        ("  a: 1\n", ("b",), [1], None, "  a: 1\n  b: [1]\n"),
        ("a: 1\n", ("b",), "two\nlines", 0, "b: |-\n  two\n  lines\na: 1\n"),
        ("m:\n  a: 1\nn: 2\n", ("m", "b"), "x", None, "m:\n  a: 1\n  b: x\nn: 2\n"),
        ("m:\nn: 2\n", ("m", "b"), "x", None, "m:\n  b: x\nn: 2\n"),
        ("m: # c\nn: 2\n", ("m", "b"), "x", None, "m: # c\n  b: x\nn: 2\n"),
        ("m: {}\n", ("m", "b"), "x", None, "m: {b: x}\n"),
        ("m: {a: 1}\n", ("m", "b"), "x", None, "m: {a: 1, b: x}\n"),
        ("m: { a: 1 }\n", ("m", "b"), "x", 0, "m: { b: x, a: 1 }\n"),
        ("m: {a: 1,}\n", ("m", "b"), "x", None, "m: {a: 1, b: x,}\n"),
        (
            "{\n  a: 1, # c\n  b: 2 # d\n}\n",
            ("c",),
            3,
            2,
            "{\n  a: 1, # c\n  b: 2, # d\n  c: 3\n}\n",
        ),
        ("{\n  a: 1, # c\n}\n", ("c",), 3, None, "{\n  a: 1, # c\n  c: 3,\n}\n"),
        ("t:\n- a: 1\n- c: 2\n", ("t", 0, "b"), "x", None, "t:\n- a: 1\n  b: x\n- c: 2\n"),
        ("t:\n- a: 1\n", ("t", 0, "b"), "x", 0, "t:\n- b: x\n  a: 1\n"),
        ("a: 1\n", ("yes",), "x", None, 'a: 1\n"yes": x\n'),
        ("a: 1\n", ("k: ey",), "x", None, 'a: 1\n"k: ey": x\n'),
        ("a: 1\n", ("b", "c", "d"), 1, None, "a: 1\nb:\n  c:\n    d: 1\n"),
        ("a: 1\n", ("b", "c"), Verbatim("2024-5-1"), None, "a: 1\nb:\n  c: 2024-5-1\n"),
    ],
)
def test_insert(
    before: str, path: tuple[str | int, ...], value: object, index: int | None, after: str
) -> None:
    edits = insert(read(yaml_post(before)), path, value, index)  # type: ignore[arg-type]
    assert changed(before, edits) == after


@pytest.mark.parametrize(
    ("before", "path", "after"),
    [
        ("a: 1\n", ("a",), ""),
        ("# c\na: 1 # d\n# e\n", ("a",), "# c\n# e\n"),
        ("a: 1\n# b\nb: 2 # b\n\nc: 3\n", ("b",), "a: 1\n# b\n\nc: 3\n"),
        ("a: |\n  x\n\n  y\nb: 1\n", ("a",), "b: 1\n"),
        ("a:\n  b: 1 # c\n  # d\n  e: 2\nf: 3\n", ("a",), "f: 3\n"),
        ("a:\n  b: 1\n", ("a", "b"), "a: {}\n"),
        ("a: # c\n  # d\n  b: 1\n", ("a", "b"), "a: {} # c\n  # d\n"),
        ("a: {b: 1, c: 2}\n", ("a", "b"), "a: {c: 2}\n"),
        ("a: {b: 1, c: 2}\n", ("a", "c"), "a: {b: 1}\n"),
        ("a: { b: 1 }\n", ("a", "b"), "a: {}\n"),
        ("{\n  a: 1, # c\n  b: 2 # d\n}\n", ("b",), "{\n  a: 1 # c\n}\n"),
        ("{\n  a: 1, # c\n  b: 2 # d\n}\n", ("a",), "{\n  b: 2 # d\n}\n"),
        ("t:\n- a: 1\n  b: 2\n", ("t", 0, "a"), "t:\n- b: 2\n"),
        ("t:\n- a: 1\n  # b\n  b: 2\n", ("t", 0, "a"), "t:\n- # b\n  b: 2\n"),
        ("t:\n- a: 1\n- c\n", ("t", 0, "a"), "t:\n- {}\n- c\n"),
        ("? a\n: 1\nb: 2\n", ("a",), "b: 2\n"),
        ("a: |+\n  x\n\nb: 1\n\nc: 2\n", ("b",), "a: |+\n  x\n\nc: 2\n"),
        ("a: 1\na: 2\n", ("a",), "a: 1\n"),
        ("a: &x 1\nb: *x\n", ("b",), "a: &x 1\n"),
    ],
)
def test_remove(before: str, path: tuple[str | int, ...], after: str) -> None:
    assert changed(before, remove(read(yaml_post(before)), path)) == after


@pytest.mark.parametrize(
    ("before", "path", "key", "after"),
    [
        ("a: 1 # c\n", ("a",), "b", "b: 1 # c\n"),
        ("'a': 1\n", ("a",), "it's", "'it''s': 1\n"),
        ("a: 1\n", ("a",), "yes", '"yes": 1\n'),
        ("a: 1\n", ("a",), "two\nlines", '"two\\nlines": 1\n'),
        ("a:    1\nlong: 2\n", ("a",), "ab", "ab:   1\nlong: 2\n"),
        ("a:    1\nlong: 2\n", ("a",), "very long", "very long: 1\nlong: 2\n"),
        ("a: {b: 1, c}\n", ("a", "c"), "d, e", 'a: {b: 1, "d, e"}\n'),
        ("t:\n- a: 1\n", ("t", 0, "a"), "b", "t:\n- b: 1\n"),
        ("? a\n: 1\n", ("a",), "b", "? b\n: 1\n"),
        ("&x a: 1\n", ("a",), "b", "&x b: 1\n"),
        ("日: 1\n", ("日",), "本", "本: 1\n"),
        ("a: 1\n", ("a",), "a", "a: 1\n"),
    ],
)
def test_rename(before: str, path: tuple[str | int, ...], key: str, after: str) -> None:
    assert changed(before, rename(read(yaml_post(before)), path, key)) == after


MAP = "a: 1\nb: 2\n\n# c\nc: 3 # d\n# end\n"


@pytest.mark.parametrize(
    ("before", "path", "index", "after"),
    [
        (MAP, ("c",), 0, "# c\nc: 3 # d\na: 1\nb: 2\n\n# end\n"),
        (MAP, ("a",), 2, "b: 2\n\n# c\nc: 3 # d\na: 1\n# end\n"),
        (MAP, ("a",), 1, "b: 2\na: 1\n\n# c\nc: 3 # d\n# end\n"),
        (MAP, ("b",), 1, MAP),
        ("a:\n  - x\nb: |\n  y\nc: 1\n", ("b",), 0, "b: |\n  y\na:\n  - x\nc: 1\n"),
        ("t:\n- a: 1\n  # b\n  b: 2\n", ("t", 0, "b"), 0, "t:\n- # b\n  b: 2\n  a: 1\n"),
        ("t:\n- a: 1 # c\n  b: 2\n", ("t", 0, "a"), 1, "t:\n- b: 2\n  a: 1 # c\n"),
        ("m: {a: 1, b: 2}\n", ("m", "b"), 0, "m: {b: 2, a: 1}\n"),
    ],
)
def test_move(before: str, path: tuple[str | int, ...], index: int, after: str) -> None:
    assert changed(before, move(read(yaml_post(before)), path, index)) == after


@pytest.mark.parametrize(
    ("before", "value", "index", "after"),
    [
        ("t: [a, b]\n", "c", None, "t: [a, b, c]\n"),
        ("t: [a, b]\n", "c", 0, "t: [c, a, b]\n"),
        ("t: [ a ]\n", "c", None, "t: [ a, c ]\n"),
        ("t: []\n", "c", None, "t: [c]\n"),
        ("t: [a,]\n", "c", None, "t: [a, c,]\n"),
        ('t: ["a", "b"]\n', "c", None, 't: ["a", "b", "c"]\n'),
        ("t: [a]\n", "b, c", None, 't: [a, "b, c"]\n'),
        ("t: [a]\n", {"b": [1]}, None, "t: [a, {b: [1]}]\n"),
        ("t: [\n  a, # 1\n  b # 2\n]\n", "c", None, "t: [\n  a, # 1\n  b, # 2\n  c\n]\n"),
        ("t: [\n  a,\n  b]\n", "c", None, "t: [\n  a,\n  b,\n  c]\n"),
        ("t: [\n  a\n]\n", "c", 0, "t: [\n  c,\n  a\n]\n"),
        ("t:\n- a # 1\n# end\n", "c", None, "t:\n- a # 1\n- c\n# end\n"),
        ("t:\n  - 'a'\n  # 2\n  - 'b'\n", "c", 1, "t:\n  - 'a'\n  - 'c'\n  # 2\n  - 'b'\n"),
        ("t:\n  - a\n", "x\ny", None, "t:\n  - a\n  - |-\n    x\n    y\n"),
        ("t:\n  - a\n", {"k": 1, "l": [2]}, None, "t:\n  - a\n  - k: 1\n    l:\n      - 2\n"),
        ("t:\n  - a\n", [1, 2], None, "t:\n  - a\n  - - 1\n    - 2\n"),
        ("t:\nb: 1\n", "c", None, "t: [c]\nb: 1\n"),
        ("b: 1\n", "c", None, "b: 1\nt: [c]\n"),
        ("b:\n- 1\n", "c", None, "b:\n- 1\nt:\n- c\n"),
        ("t: [a]\n", Verbatim("2024-5-1"), None, "t: [a, 2024-5-1]\n"),
    ],
)
def test_add_item(before: str, value: object, index: int | None, after: str) -> None:
    edits = add_item(read(yaml_post(before)), ("t",), value, index)  # type: ignore[arg-type]
    assert changed(before, edits) == after


@pytest.mark.parametrize(
    ("before", "path", "after"),
    [
        ("t: [a, b, c]\n", ("t", 1), "t: [a, c]\n"),
        ("t: [a, b,]\n", ("t", 1), "t: [a,]\n"),
        ("t: [a]\n", ("t", 0), "t: []\n"),
        ("t: [\n  a, # 1\n  b # 2\n]\n", ("t", 0), "t: [\n  b # 2\n]\n"),
        ("t: [\n  a, # 1\n  b # 2\n]\n", ("t", 1), "t: [\n  a # 1\n]\n"),
        ("t:\n  - a # 1\n  # 2\n  - b\n", ("t", 0), "t:\n  # 2\n  - b\n"),
        ("t:\n  - a\nb: 1\n", ("t", 0), "t: []\nb: 1\n"),
        ("t:\n  - - a\n    - b\n", ("t", 0, 0), "t:\n  - - b\n"),
        ("t:\n  -\n    - a\n", ("t", 0, 0), "t:\n  - []\n"),
        ("t:\n  - a: 1\n    b: 2\n  - c\n", ("t", 0), "t:\n  - c\n"),
    ],
)
def test_remove_item(before: str, path: tuple[str | int, ...], after: str) -> None:
    assert changed(before, remove_item(read(yaml_post(before)), path)) == after


@pytest.mark.parametrize(
    ("before", "path", "index", "after"),
    [
        ("t: [a, b, c]\n", ("t", 0), 2, "t: [b, c, a]\n"),
        ("t: [a, b, c]\n", ("t", 2), 0, "t: [c, a, b]\n"),
        ("t: [\n  a, # 1\n  b # 2\n]\n", ("t", 0), 1, "t: [\n  b, # 2\n  a # 1\n]\n"),
        ("t: [\n  a, # 1\n  b\n]\n", ("t", 0), 1, "t: [\n  b,\n  a # 1\n]\n"),
        ("t: [a, # 1\n  b\n]\n", ("t", 0), 1, "t: [b, # 1\n  a\n]\n"),
        ("t:\n- a # 1\n# 2\n- b\n", ("t", 1), 0, "t:\n# 2\n- b\n- a # 1\n"),
        ("t:\n- a: 1\n  b: 2\n- c\n", ("t", 0), 1, "t:\n- c\n- a: 1\n  b: 2\n"),
        ("t:\n- - a # 1\n  - b\n", ("t", 0, 0), 1, "t:\n- - b\n  - a # 1\n"),
    ],
)
def test_move_item(before: str, path: tuple[str | int, ...], index: int, after: str) -> None:
    assert changed(before, move_item(read(yaml_post(before)), path, index)) == after


REFUSED = (
    (set_value, "a: &x old\nb: *x\n", (("a",), "new"), "“*x” repeats this value"),
    (set_value, "a: &x {p: 1}\nb: *x\n", (("a", "p"), 2), "“*x” repeats this value"),
    (set_value, "a: &x {p: 1}\nb: *x\n", (("b", "p"), 2), "only repeats the value marked “&x”"),
    (add_item, "a: &x [1]\nb: *x\n", (("b",), 2), "only repeats"),
    (remove, "a: &x old\nb: *x\n", (("a",),), "does not come before"),
    (move, "a: &x old\nb: *x\n", (("a",), 1), "does not come before"),
    (rename, "a: &x {p: 1}\nb: *x\n", (("b", "p"), "q"), "only repeats"),
    (rename, "a: 1\nb: 2\n", (("a",), "b"), "There is a key “b” already"),
    (rename, "a: 1\n", (("a",), "k" * 1100), "too long"),
    (insert, "a: 1\n", (("a",), 2), "There is a key “a” already"),
    (insert, "a: text\n", (("a", "b"), 2), "“a” is one value"),
    (insert, "a: [x]\n", (("a", "b"), 2), "“a” is a list"),
    (insert, "t: [a: 1]\n", (("t", 0, "b"), 2), "no braces"),
    (add_item, "a: text\n", (("a",), 2), "not a list"),
    (add_item, "a: {b: 1}\n", (("a",), 2), "not a list"),
    (set_value, "a: [x]\n", (("a", 5), 2), "no “a.5”"),
    (set_value, "a: 1\n", (("a",), "\ud800"), "half of a character"),
    (set_value, "a: 1\n", (("a",), dt.time(1, 2)), "no time of day"),
    (set_value, "a: 1\n", (("a",), Verbatim("x: y")), "can't be changed"),
    (set_value, "a: 1\n", (("a",), Verbatim("x # y")), "can't be changed"),
    (set_value, "a: 1\n", (("a",), Verbatim("[x]")), "can't be changed"),
    (set_value, "a: 1\n", (("a",), Verbatim("x\ny")), "several lines"),
    (set_value, "a: 1\n", ((), 2), "only be keys"),
    (set_value, "a: 'b\n", (("a",), 2), "never closed"),
    (remove, "a: 1\n", (("b",),), "There is no “b”"),
    (remove_item, "a: 1\n", (("a",),), "no item"),
    (move_item, "a: [1]\n", (("a",), 0), "no item"),
    (move, "a: 1\n", (("a",), 3), "no place 4 among 1"),
)


@pytest.mark.parametrize(("change", "content", "arguments", "words"), REFUSED)
def test_what_would_touch_more_is_refused_in_words(
    change: object, content: str, arguments: tuple[object, ...], words: str
) -> None:
    refused = change(read(yaml_post(content)), *arguments)  # type: ignore[operator]
    assert isinstance(refused, Refusal)
    assert words in refused.message


def test_setting_what_is_there_changes_nothing() -> None:
    content = "a: 'x'\nb: [1, two]\nc: 2024-5-1\nd: {e: yes}\n"
    found = read(yaml_post(content))
    same = {("a",): "x", ("b",): [1, "two"], ("b", 0): 1, ("c",): dt.date(2024, 5, 1)}
    for path, value in same.items():
        assert set_value(found, path, value) == ()  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "body", ["", "body\n", "\n\nbody", "---\n\nprose\n", "{% x %}\n", "----\n"]
)
def test_a_post_without_front_matter_gets_one(body: str) -> None:
    for edits in (
        insert(read(body), ("title",), "x"),
        set_value(read(body), ("title",), "x"),
    ):
        assert isinstance(edits, tuple)
        assert apply(body, edits) == f"---\ntitle: x\n---\n{body}"


def test_the_last_line_may_lack_its_break() -> None:
    text = "---\na: 1\n---"
    edits = set_value(read(text), ("b",), [1])
    assert isinstance(edits, tuple)
    assert apply(text, edits) == "---\na: 1\nb: [1]\n---"


def test_edits_are_as_small_as_what_changes() -> None:
    text = yaml_post("title: Old # c\ntags: [a, b]\n")
    for values, touched in ((["c", "b"], ["a"]), (["x", "a", "b", "z"], ["", ""])):
        edits = set_value(read(text), ("tags",), values)  # type: ignore[arg-type]
        assert isinstance(edits, tuple)
        assert [edit.span.of(text) for edit in edits] == touched
