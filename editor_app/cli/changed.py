"""Of the posts that were chosen, those that have changed."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Protocol

from editor_app.cli.checked import path_in
from editor_app.cli.posts import Chosen, Desk
from editor_app.core.check.last import last_checked
from editor_app.core.check.run import open_store
from editor_app.core.storage.identity import LoadFailed, load


class _Snapshot(Protocol):
    def has_changed(self, path: Path, data: bytes) -> bool: ...


class Refused(Exception):
    """A repository or a revision can't be read."""


def changed(
    chosen: Iterable[Chosen], revision: str, desk: Desk, cache: Path | None
) -> Iterator[Chosen]:
    """Those that differ from a commit; outside of Git, from when they were checked last.

    A file that can't be read is among them: the check tells why. Raises Refused.
    """
    snapshots: dict[Path, _Snapshot | None] = {}
    last: dict[Path, dict[str, str]] = {}
    for post in chosen:
        place = Path(post.place)
        try:
            loaded = load(place)
        except LoadFailed:
            yield post
            continue
        folder = place.parent
        if folder not in snapshots:
            snapshots[folder] = _snapshot(folder, revision)
        snapshot = snapshots[folder]
        if snapshot is not None:
            if snapshot.has_changed(place, loaded.source_bytes):
                yield post
            continue
        root = desk.root(post.site)
        if root not in last:
            last[root] = last_checked(open_store(root, cache))
        if last[root].get(path_in(root, post.place)) != loaded.identity.sha256:
            yield post


def _snapshot(folder: Path, revision: str) -> _Snapshot | None:
    # By name: libgit2 is large, and most checks do not ask for it.
    git = importlib.import_module("editor_app.core.storage.git")
    read: Callable[[Path, str], _Snapshot | None] = git.snapshot
    try:
        return read(folder, revision)
    except git.GitRefused as error:
        raise Refused(str(error)) from error
