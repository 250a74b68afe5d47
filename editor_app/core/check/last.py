"""Which posts have changed since they were last checked, where no commit tells."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from editor_app.core.check.fingerprint import digest
from editor_app.core.check.packed import Unpackable, pack, unpack
from editor_app.core.check.store import Store

_KEY = digest(b"last run")


def last_checked(store: Store) -> dict[str, str]:
    """The hash of each post as it was checked last, by its path in the site."""
    stored = store.get(_KEY)
    try:
        known = None if stored is None else unpack(stored)
    except Unpackable:
        known = None
    return known if isinstance(known, dict) else {}


def remember(store: Store, hashes: Mapping[str, str]) -> None:
    """That these posts have been checked."""
    known = last_checked(store)
    now = {**known, **hashes}
    if now != known:
        store.put(_KEY, pack(now))


def has_commits(folder: Path) -> bool:
    """Whether a folder is in a Git repository, by a look at the names alone."""
    return any(os.path.exists(each / ".git") for each in (folder, *folder.parents))
