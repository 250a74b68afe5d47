"""The file in which an index is kept: opened, or made anew where it can't be used."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from editor_app.core.storage.folders import make_private
from editor_app.core.storage.locks import FileLock

SCHEMA = """
CREATE TABLE about (version TEXT NOT NULL);
CREATE TABLE posts (
    id INTEGER PRIMARY KEY,
    name BLOB NOT NULL UNIQUE,
    path TEXT NOT NULL,
    folder TEXT NOT NULL,
    size INTEGER NOT NULL,
    mtime_ns INTEGER NOT NULL,
    inode TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    title TEXT NOT NULL,
    folded_title TEXT NOT NULL,
    day TEXT NOT NULL,
    draft INTEGER NOT NULL,
    characters INTEGER NOT NULL,
    word_count INTEGER NOT NULL,
    links INTEGER NOT NULL,
    images INTEGER NOT NULL,
    headings INTEGER NOT NULL,
    fault TEXT NOT NULL
);
CREATE TABLE keys (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE);
CREATE TABLE field_values (
    post INTEGER NOT NULL,
    key INTEGER NOT NULL,
    place INTEGER NOT NULL,
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    folded TEXT NOT NULL,
    number REAL,
    is_item INTEGER NOT NULL,
    is_own INTEGER NOT NULL,
    PRIMARY KEY (post, key, place)
) WITHOUT ROWID;
CREATE INDEX values_by_text ON field_values (key, kind, folded);
CREATE INDEX values_by_number ON field_values (key, kind, number) WHERE number IS NOT NULL;
CREATE TABLE texts (
    post INTEGER PRIMARY KEY, title TEXT NOT NULL, said TEXT NOT NULL, body BLOB NOT NULL
);
CREATE VIRTUAL TABLE words USING fts5 (title, said, body, content='', tokenize='ascii');
"""
"""`folded` is a text in one width and case, of a date its day. The tokenizer takes every
character beyond ASCII for a part of a word, so that what `words.py` cuts stays as it is."""

ENDINGS = ("", "-wal", "-shm")
_PATIENCE_S = 10.0
_AGAIN_S = 0.05
_OLDEST_S = 60 * 24 * 3600


@dataclass(frozen=True, slots=True)
class Database:
    """An open index; without a path it is in memory only, and gone with this process."""

    connection: sqlite3.Connection
    path: Path | None

    def close(self) -> None:
        self.connection.close()

    @contextlib.contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """All that is written within is there at once, or not at all."""
        self.connection.execute("BEGIN IMMEDIATE")
        try:
            yield self.connection
        except BaseException:
            self.connection.rollback()
            raise
        self.connection.commit()


def open_database(path: Path | None, version: str) -> Database:
    """The index at a path if it is of this version, else a new one; in memory if need be."""
    if path is not None:
        try:
            make_private(path.parent)
            database = _known(path, version)
            return database if database is not None else _made(path, version)
        except (OSError, sqlite3.Error):
            pass  # a cache is no reason to complain
    return _created(None, version)


def open_anew(path: Path, version: str) -> Database:
    """An empty index in the place of a damaged one; in memory where that can't be removed."""
    try:
        return _made(path, version, is_damaged=True)
    except (OSError, sqlite3.Error):
        return _created(None, version)


def lock_of(path: Path) -> FileLock | None:
    """The lock of who writes; None where another holds it for long. Raises OSError."""
    until = time.monotonic() + _PATIENCE_S
    while True:
        lock = FileLock.take(path.with_suffix(".lock"))
        if lock is not None or time.monotonic() > until:
            return lock
        time.sleep(_AGAIN_S)


def _known(path: Path, version: str) -> Database | None:
    """The index that is there; None where there is none of this version that is sound."""
    if not path.exists():
        return None
    try:
        connection = _connected(str(path))
    except sqlite3.DatabaseError:
        return None
    try:
        is_ours = connection.execute("SELECT version FROM about").fetchall() == [(version,)]
        if is_ours:
            connection.execute("BEGIN IMMEDIATE")  # whether it may be written
            connection.rollback()
    except sqlite3.DatabaseError:
        is_ours = False
    if not is_ours:
        connection.close()
        return None
    os.utime(path)
    return Database(connection, path)


def _made(path: Path, version: str, *, is_damaged: bool = False) -> Database:
    """A new file. Two processes may find an old one at the same time, and one of them makes it."""
    lock = lock_of(path)
    if lock is None:
        raise TimeoutError(f"{path} is held by another process")
    try:
        known = None if is_damaged else _known(path, version)
        if known is not None:
            return known
        for ending in ENDINGS:
            Path(f"{path}{ending}").unlink(missing_ok=True)
        _tidy(path.parent)
        return _created(path, version)
    finally:
        lock.release(remove=False)


def _created(path: Path | None, version: str) -> Database:
    connection = _connected(":memory:" if path is None else str(path))
    try:
        connection.executescript(f"BEGIN IMMEDIATE; {SCHEMA}")
        connection.execute("INSERT INTO about VALUES (?)", (version,))
        connection.commit()
    except BaseException:
        connection.close()
        raise
    return Database(connection, path)


def _connected(name: str) -> sqlite3.Connection:
    connection = sqlite3.connect(name, timeout=_PATIENCE_S, isolation_level=None)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA cache_size = -16000")
        connection.execute("PRAGMA trusted_schema = OFF")
    except BaseException:
        connection.close()
        raise
    return connection


def _tidy(folder: Path) -> None:
    """Remove the indexes that nobody has opened for long."""
    now = time.time()
    for file in folder.glob("*.sqlite3"):
        with contextlib.suppress(OSError):
            if file.stat().st_mtime < now - _OLDEST_S:
                for ending in ENDINGS:
                    Path(f"{file}{ending}").unlink(missing_ok=True)
