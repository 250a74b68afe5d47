"""The index of one site, as the window and the command line use it."""

from __future__ import annotations

import hashlib
import os
import sqlite3
import unicodedata
import zlib
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

from editor_app.core.generator import Generator
from editor_app.core.site.index import query
from editor_app.core.site.index.database import Database, open_anew, open_database
from editor_app.core.site.index.query import Asked, Counted, Row
from editor_app.core.site.index.refresh import Means, Members, Refreshed, refresh
from editor_app.core.site.index.search import Hit, search

_Answer = TypeVar("_Answer")
_TRIES = 2
"""A damaged file is made anew once; then the index is kept in memory."""


class SiteIndex:
    """Made anew without a word where its file is damaged, old or foreign.

    Belongs to one thread. `cache` is the folder of all indexes; without one that can be
    written the index is in memory. `engine` stands for the program that reads the posts:
    what another has read is not used.
    """

    def __init__(self, root: Path, generator: Generator, cache: Path | None, engine: bytes) -> None:
        name = hashlib.sha256(os.fsencode(root)).hexdigest()[:32]
        self._root = root
        self._generator = generator
        self._version = f"{engine.hex()} {generator} {unicodedata.unidata_version}"
        self._database = open_database(cache and cache / f"{name}.sqlite3", self._version)
        self._last: tuple[tuple[str, ...], Means] = ((), Means())

    def __enter__(self) -> SiteIndex:
        return self

    def __exit__(self, *_: object) -> None:
        self._database.close()

    @property
    def is_kept(self) -> bool:
        """Whether it will be there the next time."""
        return self._database.path is not None

    def refresh(self, paths: Iterable[str], means: Means | None = None) -> Refreshed:
        """Read what has changed; `paths` are all posts of the site, and count from its root."""
        self._last = tuple(paths), means or Means()
        return self._ask(self._refresh_all)

    def refresh_some(self, paths: Iterable[str], means: Means | None = None) -> Refreshed:
        """The same for single posts; those of them that are gone are removed."""
        some = Members(self._root, tuple(paths), self._generator, all_posts=False)
        return self._ask(lambda database: refresh(database, some, means or Means()))

    def posts(self, asked: Asked) -> tuple[Row, ...]:
        """Raises TookTooLong."""
        return self._ask(lambda database: query.posts(database.connection, asked))

    def count(self, asked: Asked) -> int:
        """Raises TookTooLong."""
        return self._ask(lambda database: query.count(database.connection, asked))

    def search(self, asked: Asked) -> tuple[Hit, ...]:
        """Raises TookTooLong."""
        return self._ask(lambda database: search(database.connection, asked))

    def values(self, key: str) -> tuple[Counted, ...]:
        return self._ask(lambda database: query.values_of(database.connection, key))

    def keys(self) -> tuple[tuple[str, int], ...]:
        """Every key, and how many posts have it."""
        return self._ask(lambda database: query.keys_of(database.connection))

    def _refresh_all(self, database: Database) -> Refreshed:
        paths, means = self._last
        return refresh(database, Members(self._root, paths, self._generator), means)

    def _ask(self, ask: Callable[[Database], _Answer]) -> _Answer:
        for attempt in range(_TRIES):
            try:
                return ask(self._database)
            except (sqlite3.Error, zlib.error):
                if self._database.path is None:
                    raise
                self._renew(is_last=attempt == _TRIES - 1)
        return ask(self._database)

    def _renew(self, *, is_last: bool) -> None:
        path = self._database.path
        self._database.close()
        anew = path is not None and not is_last
        self._database = (
            open_anew(path, self._version)
            if path is not None and anew
            else open_database(None, self._version)
        )
        if self._last[0]:
            self._refresh_all(self._database)
