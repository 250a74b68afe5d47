"""Write what is known of posts into an index."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import PurePath

from editor_app.core.site.index.entry import Facts, FieldValue
from editor_app.core.site.index.extract import indexed, unpack
from editor_app.core.site.index.words import fold
from editor_app.core.storage.identity import Identity

UNSURE = 0
"""The time of a file that may be written again within the same tick of its disk's clock."""

_TICK_NS = 2_000_000_000


@dataclass(frozen=True, slots=True)
class Known:
    """A post that is in the index, and which file it was made of."""

    post: int
    size: int
    mtime_ns: int
    inode: int
    sha256: str
    fault: str

    def looks_like(self, status: os.stat_result) -> bool:
        return (self.size, self.mtime_ns, self.inode) == (
            status.st_size,
            status.st_mtime_ns,
            status.st_ino,
        )


def known_posts(connection: sqlite3.Connection) -> dict[str, Known]:
    """All posts of the index by their path."""
    rows = connection.execute("SELECT name, id, size, mtime_ns, inode, sha256, fault FROM posts")
    return {
        os.fsdecode(name): Known(post, size, mtime_ns, int(inode), sha256, fault)
        for name, post, size, mtime_ns, inode, sha256, fault in rows
    }


@dataclass(slots=True)
class Writer:
    """Writes within one transaction; `now_ns` is the time at which the files were read."""

    connection: sqlite3.Connection
    now_ns: int
    _keys: dict[str, int] = field(default_factory=dict)

    def put(self, path: str, identity: Identity, facts: Facts) -> None:
        name = os.fsencode(path)
        self._remove(name)
        shown = name.decode("utf-8", "replace")
        folder = PurePath(shown).parent.as_posix()
        row = (
            name,
            shown,
            "" if folder == "." else folder,
            *self._stamp(identity),
            facts.title,
            fold(facts.title),
            facts.day,
            facts.is_draft,
            facts.characters,
            facts.word_count,
            facts.links,
            facts.images,
            facts.headings,
            facts.fault.value,
        )
        places = ", ".join("?" * len(row))
        execute = self.connection.execute
        post = execute(f"INSERT INTO posts VALUES (NULL, {places})", row).lastrowid
        assert post is not None
        self.connection.executemany(
            "INSERT INTO field_values VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [self._value(post, each) for each in facts.values],
        )
        execute(
            "INSERT INTO texts VALUES (?, ?, ?, ?)",
            (post, facts.title, facts.said, facts.packed_body),
        )
        execute(
            "INSERT INTO words (rowid, title, said, body) VALUES (?, ?, ?, ?)", (post, *facts.words)
        )

    def keep(self, path: str, identity: Identity) -> None:
        """That a file has the content that is known, at another time or place."""
        self.connection.execute(
            "UPDATE posts SET size = ?, mtime_ns = ?, inode = ? WHERE name = ? AND sha256 = ?",
            (*self._stamp(identity)[:3], os.fsencode(path), identity.sha256),
        )

    def remove(self, paths: Iterable[str]) -> None:
        for path in paths:
            self._remove(os.fsencode(path))

    def _stamp(self, identity: Identity) -> tuple[int, int, str, str]:
        is_sure = identity.mtime_ns < self.now_ns - _TICK_NS
        time = identity.mtime_ns if is_sure else UNSURE
        return identity.size, time, str(identity.inode), identity.sha256

    def _remove(self, name: bytes) -> None:
        execute = self.connection.execute
        found = execute(
            "SELECT id, texts.title, said, body FROM posts"
            " LEFT JOIN texts ON texts.post = posts.id WHERE name = ?",
            (name,),
        ).fetchone()
        if found is None:
            return
        post, title, said, body = found
        # The index of words holds no text of its own, so it is told what it was given.
        text, start = unpack(body) if body else ("", 0)
        execute(
            "INSERT INTO words (words, rowid, title, said, body) VALUES ('delete', ?, ?, ?, ?)",
            (post, *indexed(title, said, text[start:])),
        )
        execute("DELETE FROM texts WHERE post = ?", (post,))
        execute("DELETE FROM field_values WHERE post = ?", (post,))
        execute("DELETE FROM posts WHERE id = ?", (post,))

    def _value(self, post: int, value: FieldValue) -> tuple[object, ...]:
        return (
            post,
            self._key(value.key),
            value.place,
            value.kind.value,
            value.text,
            value.day or fold(value.text),
            value.number,
            value.is_item,
            value.is_own,
        )

    def _key(self, key: str) -> int:
        known = self._keys.get(key)
        if known is None:
            self.connection.execute("INSERT OR IGNORE INTO keys VALUES (NULL, ?)", (key,))
            (known,) = self.connection.execute(
                "SELECT id FROM keys WHERE key = ?", (key,)
            ).fetchone()
            self._keys[key] = known
        return known
