"""Which posts of a site are compared with each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from editor_app.core.site.summary import Summary

FEWEST = 20
"""Fewer posts than this show no custom."""


def collections(posts: Iterable[Summary]) -> dict[str, list[Summary]]:
    """The posts of each collection, without the pages of sections and without partials.

    A page of a section is the index of a folder in which other posts stand.
    """
    posts = tuple(posts)
    in_folder = Counter(post.folder for post in posts)
    found: dict[str, list[Summary]] = {}
    for post in posts:
        is_section = post.is_index and in_folder[post.folder] > 1
        if not is_section and not post.path.name.startswith("_"):
            found.setdefault(post.collection, []).append(post)
    return found
