"""Patterns of Hugo's cascades; the answers are those of Hugo 0.111."""

from __future__ import annotations

import pytest

from editor_app.core.site.publishing.go_glob import fits


@pytest.mark.parametrize(
    ("pattern", "path", "is_so"),
    [
        ("/posts/**", "/posts/a/b.md", True),
        ("/posts/**", "/posts", False),
        ("/posts/*", "/posts/a.md", True),
        ("/posts/*", "/posts/a/b.md", False),
        ("/*/a?.md", "/x/a1.md", True),
        ("/*/a?.md", "/x/a/.md", False),
        ("/a/**/b", "/a/b", True),
        ("/a/**/b", "/a/xb", False),
        ("/a/**/*.md", "/a/b.md", False),
        ("/{a,b}/**", "/b/c", True),
        ("/[!a]/x", "/b/x", True),
        ("/[a-c]/x", "/b/x", True),
        ("/[!a-c]/x", "/b/x", False),
        (r"/\*", "/*", True),
        ("", "", True),
    ],
)
def test_a_pattern(pattern: str, path: str, is_so: bool) -> None:
    assert fits(pattern, path) is is_so


def test_no_pattern_takes_long() -> None:
    assert not fits("*a" * 150 + "**b*", "a" * 2000)
