"""Small sites in a folder, and their index."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from editor_app.core.generator import Generator
from editor_app.core.site.index.condition import Condition
from editor_app.core.site.index.query import Asked
from editor_app.core.site.index.site_index import SiteIndex
from editor_app.core.site.index.where import WhereFault, read_where


def make(root: Path, posts: Mapping[str, str]) -> tuple[str, ...]:
    """Write the posts, and give the paths of all that are there."""
    root.mkdir(exist_ok=True)
    for name, text in posts.items():
        (root / name).write_text(text, "utf-8")
    return members(root)


def members(root: Path) -> tuple[str, ...]:
    return tuple(sorted(each.name for each in root.glob("*.md")))


def index(
    root: Path, cache: Path | None = None, generator: Generator = Generator.JEKYLL
) -> SiteIndex:
    return SiteIndex(root, generator, cache, b"engine")


def where(text: str) -> Condition:
    found = read_where(text)
    assert not isinstance(found, WhereFault), found.message(str)
    return found


def paths(of: SiteIndex, text: str = "", search: str = "") -> list[str]:
    condition = where(text) if text else None
    return [row.path for row in of.posts(Asked(where=condition, search=search))]
