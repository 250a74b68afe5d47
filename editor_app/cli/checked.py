"""From the posts that a command line chose to what is found in them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path, PurePath

from editor_app.cli.findings import Findings
from editor_app.cli.posts import Chosen, Desk, shown
from editor_app.core.check.run import Found, Means, Posts, check_posts
from editor_app.core.diagnostics import Diagnostic
from editor_app.core.text.source import read


@dataclass(frozen=True, slots=True)
class Checked:
    """The findings in the order of the paths, for posts that have any; `files` were checked."""

    findings: tuple[Findings, ...]
    files: int


def check(
    chosen: Iterable[Chosen],
    desk: Desk,
    means: Means,
    only: frozenset[str] | None = None,
    *,
    has_site_rules: bool = True,
) -> Checked:
    """Check the posts site by site; what can't be read is told, and the rest goes on."""
    order: dict[Path, Findings | None] = {}
    sites: dict[Path, list[Chosen]] = {}
    for each in chosen:
        order[each.shown] = None
        sites.setdefault(each.site.root, []).append(each)
    files = 0
    for of_site in sites.values():
        posts = _posts(of_site, desk, only, has_site_rules=has_site_rules)
        names = dict(zip(posts.paths, (each.shown for each in of_site), strict=True))
        for found in check_posts(posts, means):
            name = names[found.path]
            if found.failed is not None:
                desk.files.unread(found.failed, name)
                continue
            files += 1
            if found.diagnostics:
                diagnostics = tuple(_named(found, posts, names))
                order[name] = Findings(name, read(found.data), diagnostics)
    return Checked(tuple(each for each in order.values() if each is not None), files)


def _posts(
    chosen: list[Chosen], desk: Desk, only: frozenset[str] | None, *, has_site_rules: bool
) -> Posts:
    site = chosen[0].site
    # A folder that nothing makes a site may tell by its name what its posts are.
    root = site.root if desk.is_known(site) else site.root.parent
    start = len(os.path.join(root, ""))
    return Posts(
        root,
        tuple(PurePath(str(each.place)[start:]) for each in chosen),
        tuple(PurePath(str(place)[start:]) for place in desk.members(site))
        if has_site_rules
        else (),
        site.generator,
        desk.settings(site),
        only,
    )


def _named(found: Found, posts: Posts, names: dict[PurePath, Path]) -> Iterator[Diagnostic]:
    """The diagnostics, with the paths of other posts as one would type them here."""
    for diagnostic in found.diagnostics:
        if any(related.path is not None for related in diagnostic.related):
            related = tuple(
                replace(each, path=names.get(each.path) or shown(posts.root / each.path))
                if each.path is not None
                else each
                for each in diagnostic.related
            )
            yield replace(diagnostic, related=related)
        else:
            yield diagnostic
