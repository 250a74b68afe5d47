"""The schema of a site as it was read before: as long as the files that say it are the same."""

from __future__ import annotations

import importlib
import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from editor_app.core.check import fingerprint
from editor_app.core.check.packed import Unpackable, pack, unpack
from editor_app.core.check.store import Store
from editor_app.core.data_files.asked import Answers, still_hold
from editor_app.core.generator import Generator
from editor_app.core.text.globs import is_named

if TYPE_CHECKING:  # who checks nothing again need not load it
    from editor_app.core.check.inheriting import Inheriting
    from editor_app.core.data_files.report import WrongFile
    from editor_app.core.schema.content_type import PostSchema
    from editor_app.core.schema.site_schema import SiteSchema

ReadWhatBinds = Callable[[Path, Generator, Callable[[str], str]], "tuple[SiteSchema, Answers]"]


@dataclass(frozen=True, slots=True)
class Part:
    """One collection: the files that it is about, and the hash of all that it says."""

    files: tuple[str, ...]
    mark: bytes


@dataclass(slots=True)
class Demands:
    """What a site says of its posts. Of posts that are known only the marks are asked.

    Paths count from the site's root. What else a post's schema depends on is in both
    `mark` and `at`: the values that it inherits.
    """

    parts: tuple[Part, ...]
    load: Callable[[], SiteSchema]
    root: Path
    wrong: tuple[WrongFile, ...] = ()
    _loaded: SiteSchema | None = field(default=None, init=False)
    _inheriting: Inheriting | None = field(default=None, init=False)
    _at: dict[tuple[int, frozenset[str]], PostSchema] = field(default_factory=dict, init=False)
    """By the collections' own and the keys, so that posts that go together send it once."""

    def mark(self, path: str) -> bytes:
        """The hash of what is said of a post; empty where that is nothing."""
        marks = [part.mark for part in self.parts if is_named(path, part.files)]
        return fingerprint.digest(*marks, self._inherited.mark(path)) if marks else b""

    def at(self, path: PurePath | str) -> PostSchema | None:
        """What a post has to be like; None where nobody says."""
        if not self.parts:
            return None
        if self._loaded is None:
            self._loaded = self.load()
        found = self._loaded.at(PurePath(path))
        if not found.collections:
            return None
        keys = self._inherited.keys(PurePath(path).as_posix())
        return self._at.setdefault((id(found), keys), found.with_inherited(keys))

    @property
    def _inherited(self) -> Inheriting:
        if self._inheriting is None:
            # By name: a site that demands nothing need not say what its posts inherit.
            kind: type[Inheriting] = importlib.import_module(
                "editor_app.core.check.inheriting"
            ).Inheriting
            self._inheriting = kind(self.root)
        return self._inheriting


class Schemas:
    """Reads what sites say of their posts, and remembers it where a store is given."""

    def __init__(self, store: Store | None = None) -> None:
        self._store = store

    def read(
        self, root: Path, generator: Generator, translate: Callable[[str], str]
    ) -> Demands | None:
        """What the site at a folder says; None where that is nothing, and has no fault."""
        key = fingerprint.digest(b"schema", os.fsencode(root), generator.value.encode())
        known = None if self._store is None else self._store.get(key)
        if known is not None:
            try:
                answers, parts, packed = _parted(known)
            except Unpackable:
                answers = None
            if answers is not None and still_hold(str(root), answers):
                read = _Reread(root, generator, translate)
                return Demands(parts, lambda: _unpacked(packed, read), root) if parts else None
        found, answers = _Reread(root, generator, translate).read()
        collections = tuple(each for schema in found.schemas for each in schema.collections)
        parts = tuple(Part(each.files, fingerprint.of_value(each)) for each in collections)
        if self._store is not None and not found.wrong:
            packed = pack(found) if parts else b""
            self._store.put(key, pack((dict(answers), parts, packed)))
            self._store.save()
        return Demands(parts, lambda: found, root, found.wrong) if parts or found.wrong else None


@dataclass(frozen=True, slots=True)
class _Reread:
    """Reads the files."""

    root: Path
    generator: Generator
    translate: Callable[[str], str]

    def read(self) -> tuple[SiteSchema, Answers]:
        # By name: a check that knows the schema from last time need not load the readers.
        read: ReadWhatBinds = importlib.import_module("editor_app.core.schema.read").read_what_binds
        return read(self.root, self.generator, self.translate)


def _unpacked(packed: bytes, reread: _Reread) -> SiteSchema:
    """The schema that was packed; what can't be unpacked is read again."""
    kind: type[SiteSchema] = importlib.import_module(
        "editor_app.core.schema.site_schema"
    ).SiteSchema
    try:
        found = unpack(packed)
    except Unpackable:
        found = None
    return found if isinstance(found, kind) else reread.read()[0]


def _parted(known: bytes) -> tuple[Answers, tuple[Part, ...], bytes]:
    """Raises Unpackable."""
    record = unpack(known)
    if isinstance(record, tuple) and len(record) == 3:
        answers, parts, packed = record
        if isinstance(answers, dict) and isinstance(parts, tuple) and isinstance(packed, bytes):
            return answers, parts, packed
    raise Unpackable("no schema")
