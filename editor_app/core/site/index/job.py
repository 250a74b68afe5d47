"""Read posts for the index, in whichever process: all parsers are loaded with this module."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path, PurePath

from editor_app.core.site.index.entry import PostRead, ReadPost, Unread
from editor_app.core.site.index.extract import facts_of
from editor_app.core.storage.identity import LoadFailed, load


def start() -> Callable[[Sequence[object]], Sequence[object]]:
    """Called once in a process that reads."""
    return lambda messages: [_read(message) for message in messages]


def _read(asked: object) -> PostRead | Unread:
    assert isinstance(asked, ReadPost)
    try:
        loaded = load(Path(asked.place))
    except LoadFailed as error:
        return Unread(asked.place, error.reason, error.detail)
    if loaded.identity.sha256 == asked.sha256:
        return PostRead(loaded.identity, None)
    facts = facts_of(loaded.source_bytes, PurePath(asked.path), asked.generator)
    return PostRead(loaded.identity, facts)
