"""What paths of posts say."""

from __future__ import annotations

import datetime as dt
from pathlib import PurePath

import pytest

from editor_app.core.site.post_paths import (
    collection,
    day,
    language,
    name,
    slug,
    without_variant,
)


@pytest.mark.parametrize(
    ("path", "of_slug", "of_collection", "of_language"),
    [
        ("_posts/2026-03-01-Spring.md", "spring", "_posts", ""),
        ("_posts/2026/03/2026-03-01-春.md", "春", "_posts", ""),
        ("content/ja/blog/spring/index.md", "spring", "content/ja/blog", "ja"),
        ("content/blog/spring.ja.md", "spring", "content/blog", "ja"),
        ("content/blog/spring/index.pt-br.md", "spring", "content/blog", "pt"),
        ("docs/v1.2/install.md", "install", "docs/v1.2", ""),
        ("2026-03-01.md", "2026-03-01", ".", ""),
        ("vue.js.md", "vue.js", ".", ""),
    ],
)
def test_a_path_says_slug_collection_and_language(
    path: str, of_slug: str, of_collection: str, of_language: str
) -> None:
    found = PurePath(path)
    assert slug(found) == of_slug
    assert collection(found) == PurePath(of_collection)
    assert language(found) == of_language


def test_a_bundle_goes_by_its_folder() -> None:
    assert name(PurePath("blog/spring/index.md")) == "spring/index.md"
    assert day(PurePath("blog/2026-03-01-spring/index.md")) == dt.date(2026, 3, 1)
    assert day(PurePath("blog/2026-02-30-spring.md")) is None


@pytest.mark.parametrize(
    ("one", "other", "are_variants"),
    [
        ("en/a.md", "ja/a.md", True),
        ("a.en.md", "a.ja.md", True),
        ("docs/v1.2/a.md", "docs/latest/a.md", True),
        ("docs/version-2.x/a.md", "docs/a.md", True),
        ("posts/2025/a.md", "posts/2026/a.md", False),
        ("posts/a.md", "drafts/a.md", False),
    ],
)
def test_translations_and_versions_are_variants(one: str, other: str, are_variants: bool) -> None:
    assert (without_variant(PurePath(one)) == without_variant(PurePath(other))) == are_variants
