"""Scripts that hold settings, read as data."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor_app.core.data_files.script.read import read_script
from editor_app.core.data_files.script.scope import Scope
from editor_app.core.frontmatter.nodes import Value
from tests.soak import soak_count


def value(script: str, name: str = "x") -> Value:
    scope = Scope(read_script(script))
    return scope.value(scope.script.names.get(name))


def calls(script: str, name: str = "x") -> list[str]:
    """The steps of a chain, each with what it is given."""
    scope = Scope(read_script(script))
    return [
        f"{step.name}({', '.join(repr(scope.value(each)) for each in step.arguments)})"
        for step in scope.chain(scope.script.names[name])
    ]


@pytest.mark.parametrize(
    ("script", "expected"),
    [
        ("const x = 'a';", "a"),
        ('export const x: string = "a\\n\\u{1F600}\\x41"', "a\n😀A"),
        ("let x = -1.5e3, y = 2", -1500.0),
        ("var x = 0x1F", 31),
        ("const x = 1_000n", 1000),
        ("const x = true // and\nconst y = 1", True),
        ("const x = null", None),
        ("const x = `one\n${'two'} $ \\` ${`t${3}`}`", "one\ntwo $ ` t3"),
        ("const y = 'b'\nconst x = `./${y}/c`", "./b/c"),
        ("const x = ['a', 'b',] as const", ["a", "b"]),
        ("const x = [1, ...y, f(), 2 + 3, 4]", [1, None, None, None, 4]),
        ("const x = { a: 1, 'b-c': [2], 3: 'd', /* e: 5 */ }", {"a": 1, "b-c": [2], "3": "d"}),
        ("const y = 7; const x = { y, z: y as number, w: y + 1 }", {"y": 7, "z": 7, "w": None}),
        ("const x = { f() { return 1 }, [k]: 2, get g() { return 3 }, a: 4 }", {"f": None, "a": 4}),
        ("const o = { p: { q: 'deep' } }\nconst x = o.p.q", "deep"),
        ("const x = (('a'))", "a"),
        ("const x = a ? 'b' : 'c'", None),
        ("const x = 'a' + 'b'", None),
        ("const r = /['\"{]/g; const x = 'after'", "after"),
        ("const r = a / b; const x = 'after / it'", "after / it"),
        ("function f() { const x = 1 }\nconst y = 2", None),
        ("if (a) { const x = 1 }", None),
        ("const x = x", None),
        ("const x = `${x}`", None),
        ("const x = 'never closed\nconst y = 1", "never closed"),
        ("const x = { a: { b: 1 ", {"a": {"b": 1}}),
        ("const x", None),
        ("", None),
    ],
)
def test_values(script: str, expected: Value) -> None:
    assert value(script) == expected


@pytest.mark.parametrize(
    ("script", "expected"),
    [
        ("const x = z.string().max(70)", ["string()", "max(70)"]),
        ("const x = z\n  .coerce\n  .date()\n  .optional()", ["coerce.date()", "optional()"]),
        ("const a = z.string();\nconst x = a.min(1)", ["string()", "min(1)"]),
        ("import { a } from './a';\nconst x = a.extend({ b: 1 })", ["()", "extend({'b': 1})"]),
        ("import { z } from 'zod';\nconst x = z.any()", ["any()"]),
        ("const x = z.custom<Map<string, A[]>>().optional()", ["custom()", "optional()"]),
        ("const x = image()!.optional()", ["image()", "optional()"]),
        ("const x = a < b", ["()"]),
        ("const x = f`a`.b()", ["()", "b()"]),
        ("const x = new Map()", ["()"]),
        ("const x = await load(1)", ["()"]),
    ],
)
def test_chains_of_calls(script: str, expected: list[str]) -> None:
    assert calls(script) == expected


def test_imports_and_the_default_export() -> None:
    script = read_script(
        'import "a";\nimport b, { c, type d as e } from "m";\nimport * as f from "n";\n'
        "import type { G } from 'o'\nexport default { h: 1 }\n"
    )
    found = {name: (each.module, each.name) for name, each in script.imports.items()}
    assert found == {
        "b": ("m", "default"),
        "c": ("m", "c"),
        "e": ("m", "d"),
        "f": ("n", "*"),
        "G": ("o", "G"),
    }
    assert Scope(script).value(script.default) == {"h": 1}
    assert read_script("module.exports = { a: 1 }").default is not None


PARTS = (
    *("const x = ", "export ", "import {", "} from 'a'", "(", ")", "[", "]", "{", "}", "=>", "`"),
    *("${", "'", '"', "/", "/*", "*/", "//", "\n", ",", ":", ";", ".", "...", "<", ">", "?", "!"),
    *("z.object({", "a: ", "1", "async ", "function ", "return ", "x", " as ", "\\", "あ", "\0"),
)


@given(st.lists(st.sampled_from(PARTS), max_size=40).map("".join))
@settings(max_examples=soak_count(300, 50_000), deadline=None)
def test_any_script_is_read(script: str) -> None:
    scope = Scope(read_script(script))
    for name in scope.script.names:
        scope.value(scope.script.names[name])
        assert scope.chain(scope.script.names[name])


HOSTILE = {
    "brackets": "const x = " + "[" * 40_000,
    "closed brackets": "const x = " + "(" * 20_000 + ")" * 20_000,
    "braces": "const x = " + "{a:" * 10_000 + "}" * 10_000,
    "templates": "const x = " + "`${" * 15_000,
    "quotes": "const x = " + "'\\" * 100_000,
    "comments": "/*" * 200_000,
    "slashes": "const x = (" + "/a[" * 15_000,
    "arrows": "const x = " + "(a) => " * 8_000,
    "types": "const x = " + "a<" * 20_000,
    "results": "const x = [" + "(a): " * 8_000,
    "calls": "const x = a" + ".b()" * 10_000,
    "arguments": "const x = " + "a(" * 20_000,
    "names": "const a = [a, a, a, a, a, a]; const x = [a, a, a]",
    "texts": "const a = `${a}${a}`; const x = `${a}${a}`",
    "spread": "const a = { ...a, ...a, b: a }; const x = a",
    "members": "const a = a.b.c.d.e.f; const x = a.a.a.a.a",
    "doubling": "".join(f"const a{i + 1} = [a{i}, a{i}];" for i in range(30)) + "const x = a30",
    "words": "a " * 300_000,
    "assignments": "const x = 1;" * 30_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_the_time_grows_with_the_script_only(name: str) -> None:
    start = time.perf_counter()
    scope = Scope(read_script(HOSTILE[name]))
    scope.value(scope.script.names.get("x"))
    if "x" in scope.script.names:
        scope.chain(scope.script.names["x"])
    assert time.perf_counter() - start < 4
