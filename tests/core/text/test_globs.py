"""Which paths a list of patterns names."""

from __future__ import annotations

import time
from pathlib import PureWindowsPath

import pytest

from editor_app.core.text.globs import is_named, without_groups


@pytest.mark.parametrize(
    ("path", "pattern", "expected"),
    [
        ("_drafts/a.md", "_drafts/**", True),
        ("_drafts/b/a.md", "_drafts/**", True),
        ("_drafts", "_drafts/**", False),
        ("x/_drafts/a.md", "_drafts/**", False),
        ("x/_drafts/a.md", "**/_drafts/**", True),
        ("_drafts/a.md", "**/_drafts/**", True),
        ("_drafts/a.md", "_drafts", True),
        ("x/_drafts/a.md", "_drafts", True),
        ("x/_drafts/a.md", "/_drafts", False),
        ("_drafts/a.md", "/_drafts", True),
        ("_drafts/a.md", "_drafts/", True),
        ("x/_drafts/a.md", "_drafts/", True),
        ("a.md/b.md", "a.md/", True),
        ("a.md", "a.md/", False),
        ("a/b/c.md", "a/*.md", False),
        ("a/c.md", "a/*.md", True),
        ("a/c.md", "*.md", True),
        ("a/b/c.md", "a/**/c.md", True),
        ("a/c.md", "a/**/c.md", True),
        ("a/x/b/y/c.md", "a/**/b/**/c.md", True),
        ("a/x/y/c.md", "a/**/b/**/c.md", False),
        ("a/b.md", "a\\b.md", True),
        ("a/b1.md", "a/b[0-9].md", True),
        ("a/b.md", "a/?.md", True),
        ("a/b.md", "A/b.md", False),
        ("a/b.md", "**", True),
        ("a/b.md", "*", True),
        ("日本/春.md", "日本/*", True),
        ("a/b.md", "", False),
        ("a/b.md", "/", False),
        ("a/b.md", "./a/b.md", True),
        ("a/[b.md", "a/[b.md", True),
    ],
)
def test_a_pattern_names_what_it_names_for_git(path: str, pattern: str, expected: bool) -> None:
    assert is_named(path, (pattern,)) is expected
    assert is_named(PureWindowsPath(path), (pattern,)) is expected


def test_the_last_pattern_that_fits_decides() -> None:
    assert not is_named("a/b.md", ("a/**", "!a/b.md"))
    assert is_named("a/c.md", ("a/**", "!a/b.md"))
    assert is_named("a/b.md", ("!a/b.md", "a/**"))
    assert not is_named("a/b.md", ())


def test_a_hostile_pattern_takes_no_time() -> None:
    start = time.perf_counter()
    assert not is_named("a/" * 2000 + "a" * 2000, ("**/a" * 200 + "/b", "*a" * 2000 + "b"))
    assert time.perf_counter() - start < 2


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("**/*.{md,mdx}", ("**/*.md", "**/*.mdx")),
        ("{a,b{c,d}}/x", ("a/x", "bc/x", "bd/x")),
        ("*.md(*|x)", ("*.md*", "*.mdx")),
        ("@(a|b).md", ("a.md", "b.md")),
        ("!(index).md", ("*.md",)),
        ("**/[^_]*.md", ("**/[!_]*.md",)),
        ("a.{md", ("a.{md",)),
        ("", ("",)),
    ],
)
def test_groups_are_written_out(pattern: str, expected: tuple[str, ...]) -> None:
    assert without_groups(pattern) == expected


def test_many_groups_stay_few_patterns() -> None:
    start = time.perf_counter()
    assert len(without_groups("{a,b}" * 200)) < 300
    assert len(without_groups("{" * 2_000 + "a,b" + "}" * 2_000)) < 300
    assert len(without_groups("{" + "a," * 100_000 + "}")) < 300
    assert time.perf_counter() - start < 2
