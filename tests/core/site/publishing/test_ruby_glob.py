from __future__ import annotations

import pytest

from editor_app.core.site.publishing.ruby_glob import globs, is_match


@pytest.mark.parametrize(
    ("pattern", "path", "fits"),
    [
        ("_posts/2020-*", "_posts/2020-01-01-a.md", True),
        ("*.bak.md", "_posts/deep/a.bak.md", True),
        ("_posts/?.md", "_posts/a.md", True),
        ("_posts/?.md", "_posts/ab.md", False),
        ("[a-c]*", "beta", True),
        ("[!a-c]*", "beta", False),
        ("[^a-c]*", "delta", True),
        (r"\*.md", "*.md", True),
        (r"\*.md", "a.md", False),
        ("{a,b}.md", "a.md", False),
        ("", "", True),
        ("a", "", False),
    ],
)
def test_a_pattern_goes_over_slashes(pattern: str, path: str, fits: bool) -> None:
    assert is_match(pattern, path) is fits


@pytest.mark.parametrize(
    ("pattern", "path", "fits"),
    [
        ("_posts/*", "_posts/a", True),
        ("_posts/*", "_posts/a/b", False),
        ("**/b", "b", True),
        ("**/b", "a/x/b", True),
        ("_posts/{a,b{c,d}}/*", "_posts/bd/x", True),
        ("_posts/{a,b}/*", "_posts/c/x", False),
        ("*", ".hidden", False),
    ],
)
def test_a_glob_stays_in_one_name(pattern: str, path: str, fits: bool) -> None:
    assert globs(pattern, path) is fits


def test_a_hostile_pattern_is_cheap() -> None:
    assert not is_match("*a" * 200 + "b", "a" * 2000)
    assert not globs("{a,b}" * 40 + "x", "ab" * 20)
