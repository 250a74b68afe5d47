"""Which keys the posts of a site have from it, for who asks about many posts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path, PurePosixPath

from editor_app.core.frontmatter.reader import read
from editor_app.core.site.find import find_site
from editor_app.core.site.inherited import At, inherited_values
from editor_app.core.site.publish_question import config_of_site, question_of
from editor_app.core.site.publishing.values import Question

_BARE = read("---\n---\n")
_NOW = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
"""What a post inherits does not depend on the moment."""


def whole_keys(inherited: tuple[At, ...]) -> frozenset[str]:
    """The keys at the top whose whole values are inherited."""
    return frozenset(str(path[0]) for path, _ in inherited if len(path) == 1)


def keys_of(root: Path) -> Callable[[PurePosixPath], frozenset[str]]:
    """Gives the keys that a post has without saying them, by its path from the site's root.

    What all posts of a folder share is read once.
    """
    site = find_site(root)
    config = config_of_site(site)
    asked: dict[tuple[PurePosixPath, str], Question] = {}

    def keys(path: PurePosixPath) -> frozenset[str]:
        # Hugo takes the `_index` of a post's own language, which its name's endings say.
        place = (path.parent, "".join(path.suffixes))
        if place not in asked:
            asked[place] = question_of(site, root / path, _BARE, _NOW, dt.UTC, site_config=config)
        return whole_keys(inherited_values(replace(asked[place], path=path)))

    return keys
