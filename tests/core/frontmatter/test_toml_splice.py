"""Each change of TOML touches its own place and nothing else: text in, text out."""

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
from tests.core.frontmatter.odd import toml_post


def changed(content: str, edits: tuple[Edit, ...] | Refusal) -> str:
    text = toml_post(content)
    assert not isinstance(edits, Refusal), edits
    made = apply(text, edits)
    found = read(made)
    assert made[: found.content.start] == "+++\n"
    assert made[found.content.end :] == "+++\n\nbody\n"
    return found.content.of(made)


TABLES = (
    "a = 1\n\n# p\n[p]\n  x = 1 # x\n\n[p.q]\ny = 2\n\n[[i]]\nn = 1\n[i.s]\nk = 1\n\n[[i]]\nn = 2\n"
)


@pytest.mark.parametrize(
    ("before", "path", "value", "after"),
    [
        ('title = "Old"   # c\n', ("title",), 'say "hi"', 'title = "say \\"hi\\""   # c\n'),
        ("title = 'Old'\n", ("title",), "C:\\x", "title = 'C:\\x'\n"),
        ("title = 'Old'\n", ("title",), "it's", 'title = "it\'s"\n'),
        ('title = "Old"\n', ("title",), "a\nb", 'title = "a\\nb"\n'),
        ('t = """\nold"""\n', ("t",), 'a\n"b"', 't = """\na\n"b\\""""\n'),
        ("t = '''old'''\n", ("t",), "a\nb", "t = '''a\nb'''\n"),
        ("a = 1\n", ("b",), "x\ny", 'a = 1\nb = """\nx\ny"""\n'),
        ("a = 1\n", ("b",), "+++\nx", 'a = 1\nb = "+++\\nx"\n'),
        ("d = 2024-05-01\n", ("d",), dt.date(2025, 1, 2), "d = 2025-01-02\n"),
        (
            "d = 2024-05-01 10:00:00+09:00\n",
            ("d",),
            dt.datetime(2025, 1, 2, 3, 4),
            "d = 2025-01-02 03:04:00+09:00\n",
        ),
        ("d = 10:00:00\n", ("d",), dt.time(1, 2, 3), "d = 01:02:03\n"),
        ("d = 1\n", ("d",), Verbatim("0xFF"), "d = 0xFF\n"),
        ("d = 1\n", ("d",), 1.5e300, "d = 1.5e+300\n"),
        ("d = 1\n", ("d",), True, "d = true\n"),
        ("d = 1\ne = nan\n", ("d",), float("nan"), "d = nan\ne = nan\n"),
        ("t = ['a', 'b']\n", ("t",), ["b", "c"], "t = ['b', 'c']\n"),
        ("a.b = 1\na.c = 2\n", ("a", "c"), 3, "a.b = 1\na.c = 3\n"),
        ("a.b = 1\nz = 2\n", ("a", "d"), 3, "a.b = 1\na.d = 3\nz = 2\n"),
        ("a.b = 1\na.c = 2\nz = 2\n", ("a",), 3, "z = 2\na = 3\n"),
        ("m = { a = 1 }\n", ("m", "b"), {"c": []}, "m = { a = 1, b = { c = [] } }\n"),
        (TABLES, ("p", "z"), 3, TABLES.replace("# x\n", "# x\n  z = 3\n")),
        (TABLES, ("b",), 3, TABLES.replace("a = 1\n", "a = 1\nb = 3\n")),
        (TABLES, ("i", 1, "n"), 3, TABLES.replace("n = 2", "n = 3")),
        (TABLES, ("i", 0, "s", "k"), 3, TABLES.replace("k = 1", "k = 3")),
        (TABLES, ("i", 2), {"n": 3}, TABLES + "\n[[i]]\nn = 3\n"),
        ("[p.q]\nx = 1\n", ("p", "y"), 2, "[p]\ny = 2\n\n[p.q]\nx = 1\n"),
        ("[p]\n", ("p", "y"), 2, "[p]\ny = 2\n"),
        ("# c\n[p]\n", ("y",), 2, "y = 2\n# c\n[p]\n"),
        ("", ("a", "b"), 1, "a = { b = 1 }\n"),
    ],
)
def test_set_value(before: str, path: tuple[str | int, ...], value: object, after: str) -> None:
    edits = set_value(read(toml_post(before)), path, value)  # type: ignore[arg-type]
    assert changed(before, edits) == after


@pytest.mark.parametrize(
    ("before", "path", "after"),
    [
        ("a = 1 # c\nb = 2\n", ("a",), "b = 2\n"),
        ("# a\na = 1\nb = 2\n", ("a",), "# a\nb = 2\n"),
        ("a.b = 1\na.c = 2\n", ("a", "b"), "a.c = 2\n"),
        ("a.b = 1\nz = 2\n", ("a", "b"), "z = 2\na = {}\n"),
        ("m = { a = 1, b = 2 }\n", ("m", "a"), "m = { b = 2 }\n"),
        ("t = [\n  1, # one\n  2 # two\n]\n", ("t", 1), "t = [\n  1 # one\n]\n"),
        (TABLES, ("p",), "a = 1\n\n# p\n\n[[i]]\nn = 1\n[i.s]\nk = 1\n\n[[i]]\nn = 2\n"),
        (TABLES, ("p", "x"), TABLES.replace("  x = 1 # x\n", "")),
        (TABLES, ("i", 0), TABLES.replace("[[i]]\nn = 1\n[i.s]\nk = 1\n", "")),
        ("a = 1\n[[i]]\nn = 1\n", ("i", 0), "a = 1\ni = []\n"),
    ],
)
def test_remove(before: str, path: tuple[str | int, ...], after: str) -> None:
    assert changed(before, remove(read(toml_post(before)), path)) == after


@pytest.mark.parametrize(
    ("before", "path", "key", "after"),
    [
        ("a = 1 # c\n", ("a",), "b c", '"b c" = 1 # c\n'),
        ("a.b = 1\na.c = 2\n", ("a",), "z", "z.b = 1\nz.c = 2\n"),
        ("a.b = 1\na.c = 2\n", ("a", "c"), "z", "a.b = 1\na.z = 2\n"),
        (TABLES, ("p",), "r", TABLES.replace("[p", "[r")),
        (TABLES, ("p", "q"), "r", TABLES.replace("[p.q]", "[p.r]")),
        (TABLES, ("i",), "j", TABLES.replace("[i", "[j").replace("[[i", "[[j")),
        (TABLES, ("i", 0, "s"), "r", TABLES.replace("[i.s]", "[i.r]")),
        ("m = { a = 1 }\n", ("m", "a"), "b", "m = { b = 1 }\n"),
    ],
)
def test_rename(before: str, path: tuple[str | int, ...], key: str, after: str) -> None:
    assert changed(before, rename(read(toml_post(before)), path, key)) == after


@pytest.mark.parametrize(
    ("before", "path", "index", "after"),
    [
        ("a = 1\n# b\nb = 2 # c\nc = 3\n", ("b",), 0, "# b\nb = 2 # c\na = 1\nc = 3\n"),
        ("a = 1\n# b\nb = 2\nc = 3\n", ("a",), 2, "# b\nb = 2\nc = 3\na = 1\n"),
        ("t = [1, 2, 3]\n", ("t", 0), 2, "t = [2, 3, 1]\n"),
        (
            "[[i]]\nn = 1\n\n[[i]]\nn = 2\n\n[z]\n",
            ("i", 1),
            0,
            "[[i]]\nn = 2\n\n[[i]]\nn = 1\n\n[z]\n",
        ),
    ],
)
def test_move(before: str, path: tuple[str | int, ...], index: int, after: str) -> None:
    assert changed(before, move(read(toml_post(before)), path, index)) == after


def test_items_are_added_in_the_manner_of_the_others() -> None:
    for before, after in (
        ("t = ['a']\n", "t = ['a', 'b']\n"),
        ('t = ["a",]\n', 't = ["a", "b",]\n'),
        ("t = [\n  'a', # c\n]\n", "t = [\n  'a', # c\n  'b',\n]\n"),
        ("x = 1\n", 'x = 1\nt = ["b"]\n'),
    ):
        assert changed(before, add_item(read(toml_post(before)), ("t",), "b")) == after


@pytest.mark.parametrize(
    ("edits", "words"),
    [
        (set_value(read(toml_post("a = 1\n")), ("a",), None), "no empty values"),
        (set_value(read(toml_post("a = 1\n")), ("a",), 1 << 63), "as large"),
        (set_value(read(toml_post("a = 1\n")), ("a",), "\udc00"), "half of a character"),
        (move(read(toml_post("a = 1\n[p]\n")), ("p",), 0), "can't stand before"),
        (add_item(read(toml_post("[[i]]\nn = 1\n")), ("i",), 1), "only hold tables"),
        (set_value(read(toml_post("a = 1\n")), ("a",), Verbatim("x")), "can't be changed"),
    ],
)
def test_what_toml_cannot_say_is_refused(edits: object, words: str) -> None:
    assert isinstance(edits, Refusal)
    assert words in edits.message


def test_a_post_without_front_matter_gets_toml_where_that_is_asked_for() -> None:
    edits = insert(read("body"), ("a",), {"b": 1}, format_=Format.TOML)
    assert isinstance(edits, tuple)
    assert apply("body", edits) == "+++\na = { b = 1 }\n+++\nbody"
