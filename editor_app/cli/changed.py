"""Of the posts that were chosen, those that have changed."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Protocol

from editor_app.cli.checked import path_in
from editor_app.cli.console import Console
from editor_app.cli.posts import Chosen, Desk, shown
from editor_app.core.check.last import last_checked
from editor_app.core.check.run import open_store
from editor_app.core.storage.identity import LoadFailed, load


class _Snapshot(Protocol):
    def has_changed(self, path: Path, data: bytes) -> bool: ...


class Refused(Exception):
    """A repository or a revision can't be read; the message is for the user."""


UNNAMED = "HEAD\0"
"""The revision where nobody named one: no argument can hold a NUL."""
_NO_COMMIT = "“{commit}” is no commit of this repository"
_SHALLOW = (
    "“{commit}” is no commit of this clone, which is shallow: it has the newest ones only "
    "(git fetch --unshallow gets the others; for a workflow’s checkout set fetch-depth: 0)"
)


def changed(
    chosen: Iterable[Chosen], revision: str, desk: Desk, cache: Path | None
) -> Iterator[Chosen]:
    """Those that differ from a commit; outside of Git, from when they were checked last.

    That is for an unnamed commit only: who names one means Git. A file that can't be read
    is among them: the check tells why. Raises Refused.
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
            snapshots[folder] = _snapshot(folder, revision, desk.files.console)
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


def _snapshot(folder: Path, revision: str, console: Console) -> _Snapshot | None:
    # By name: libgit2 is large, and most checks do not ask for it.
    git = importlib.import_module("editor_app.core.storage.git")
    read: Callable[[Path, str], _Snapshot | None] = git.snapshot
    named = revision.removesuffix("\0")
    try:
        found = read(folder, named)
    except git.NoCommit as error:
        said = _SHALLOW if error.is_shallow else _NO_COMMIT
        raise Refused(console.say(said, commit=named)) from error
    except git.GitRefused as error:
        raise Refused(str(error)) from error
    if found is None and revision != UNNAMED:
        said = "{folder} is in no Git repository, so there is no commit {commit}"
        raise Refused(console.say(said, folder=shown(folder), commit=revision))
    return found
