"""From the posts that a command line chose to what is found in them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePath

from editor_app.cli.findings import Findings
from editor_app.cli.posts import Chosen, Desk, shown
from editor_app.core.check.run import Found, Means, Posts, check_posts
from editor_app.core.diagnostics import Diagnostic
from editor_app.core.site.norms import Norms
from editor_app.core.storage.identity import LoadFailed, load
from editor_app.core.text.source import Source, read


@dataclass(frozen=True, slots=True)
class Checked:
    """The findings in the order of the paths, for posts that have any; `paths` were checked.

    `norms` are those of each post's site.
    """

    findings: tuple[Findings, ...]
    paths: tuple[str, ...]
    norms: Mapping[str, Norms]


def check(
    chosen: Iterable[Chosen],
    desk: Desk,
    means: Means,
    only: frozenset[str] | None = None,
    *,
    has_site_rules: bool = True,
) -> Checked:
    """Check the posts site by site; what can't be read is told, and the rest goes on."""
    order: dict[str, Findings | None] = {}
    sites: dict[Path, list[Chosen]] = {}
    for each in chosen:
        order[each.shown] = None
        sites.setdefault(each.site.root, []).append(each)
    norms: dict[str, Norms] = {}
    for of_site in sites.values():
        posts = asked(of_site, desk, only, has_site_rules=has_site_rules)
        names = dict(zip(posts.paths, (each.shown for each in of_site), strict=True))
        outcome = check_posts(posts, means)
        sources = _Sources({Path(names[each.path]): each.data for each in outcome.found})
        for found in outcome.found:
            name = names[found.path]
            if found.failed is not None:
                desk.files.unread(found.failed, Path(name))
                continue
            norms[name] = outcome.norms
            if found.diagnostics:
                diagnostics = tuple(_named(found, posts, names))
                others = sources.of(diagnostics)
                order[name] = Findings(Path(name), read(found.data), diagnostics, others)
    findings = tuple(each for each in order.values() if each is not None)
    return Checked(findings, tuple(path for path in order if path in norms), norms)


def asked(
    chosen: Sequence[Chosen], desk: Desk, only: frozenset[str] | None, *, has_site_rules: bool
) -> Posts:
    """What to check of one site. What is no site is all that was chosen of it."""
    site = chosen[0].site
    root = desk.root(site)
    paths = tuple(path_in(root, each.place) for each in chosen)
    members: tuple[str, ...] = ()
    is_whole = True
    if has_site_rules:
        known = desk.is_known(site)
        is_whole = known or not any(each.is_named for each in chosen)
        members = tuple(path_in(root, each) for each in desk.members(site)) if known else paths
    return Posts(
        root,
        paths,
        members,
        site.generator,
        desk.settings(site),
        only,
        is_whole,
        desk.schema(site),
        path_in(root, os.path.join(site.root, "")),
    )


def path_in(root: Path, place: str) -> str:
    """`relative_to` for thousands of paths."""
    return place[len(os.path.join(root, "")) :]


def _named(found: Found, posts: Posts, names: dict[str, str]) -> Iterator[Diagnostic]:
    """The diagnostics, with the paths of other posts as one would type them here."""
    for diagnostic in found.diagnostics:
        if any(related.path is not None for related in diagnostic.related):
            related = tuple(
                replace(each, path=_shown(each.path, posts, names))
                if each.path is not None
                else each
                for each in diagnostic.related
            )
            yield replace(diagnostic, related=related)
        else:
            yield diagnostic


@dataclass(slots=True)
class _Sources:
    """The posts that related places are in, each read once; `data` are bytes that are there."""

    data: Mapping[Path, bytes]
    _read: dict[PurePath, Source | None] = field(default_factory=dict)

    def of(self, diagnostics: Iterable[Diagnostic]) -> dict[PurePath, Source]:
        """Those that diagnostics name, as far as they can be read."""
        found: dict[PurePath, Source] = {}
        for diagnostic in diagnostics:
            for related in diagnostic.related:
                if related.path is not None:
                    source = self._of(related.path)
                    if source is not None:
                        found[related.path] = source
        return found

    def _of(self, path: PurePath) -> Source | None:
        if path not in self._read:
            self._read[path] = self._load(Path(path))
        return self._read[path]

    def _load(self, path: Path) -> Source | None:
        try:
            return read(self.data.get(path) or load(path).source_bytes)
        except LoadFailed:
            return None


def _shown(path: PurePath, posts: Posts, names: dict[str, str]) -> Path:
    name = names.get(str(path))
    return shown(posts.root / path) if name is None else Path(name)
