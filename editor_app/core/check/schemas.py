"""The schema of a site as it was read before: as long as the files that say it are the same."""

from __future__ import annotations

import importlib
import os
from collections.abc import Callable
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from editor_app.core.check import fingerprint
from editor_app.core.check.packed import Unpackable, pack, unpack
from editor_app.core.check.store import Store
from editor_app.core.data_files.asked import Answers, still_hold
from editor_app.core.generator import Generator

if TYPE_CHECKING:  # who checks a site that says nothing need not load it
    from editor_app.core.schema.content_type import PostSchema
    from editor_app.core.schema.site_schema import SiteSchema

ReadWithAnswers = Callable[[Path, Generator, Callable[[str], str]], "tuple[SiteSchema, Answers]"]


def schema_of(site: SiteSchema | None, path: PurePath | str) -> PostSchema | None:
    """What a post has to be like, by its path from the site's root; None where nobody says.

    The one place where a check asks: what a post inherits from the site, and what a
    schema that it names itself says of it, come in here.
    """
    if site is None:
        return None
    found = site.at(PurePath(path))
    return found if found.collections else None


class Schemas:
    """Reads what a site says of its posts, and remembers it where a store is given."""

    def __init__(self, store: Store | None = None) -> None:
        self._store = store

    def read(
        self, root: Path, generator: Generator, translate: Callable[[str], str]
    ) -> SiteSchema | None:
        """The schema of the site at a folder; None where it says nothing and has no fault."""
        key = fingerprint.digest(b"schema", os.fsencode(root), generator.value.encode())
        known = None if self._store is None else self._store.get(key)
        if known is not None:
            try:
                answers, packed = _parted(known)
                if still_hold(str(root), answers):
                    return _site_schema(generator, packed)
            except Unpackable:
                pass  # it is read again
        # By name: a check that knows the schema from last time need not load the readers.
        read: ReadWithAnswers = importlib.import_module(
            "editor_app.core.schema.read"
        ).read_with_answers
        found, answers = read(root, generator, translate)
        is_said = any(schema.collections for schema in found.schemas)
        if self._store is not None and not found.wrong:
            packed = pack((found.schemas, found.files)) if is_said else b""
            self._store.put(key, pack((dict(answers), packed)))
            self._store.save()
        return found if is_said or found.wrong else None


def _parted(known: bytes) -> tuple[Answers, bytes]:
    """Raises Unpackable."""
    record = unpack(known)
    if isinstance(record, tuple) and len(record) == 2:
        answers, packed = record
        if isinstance(answers, dict) and isinstance(packed, bytes):
            return answers, packed
    raise Unpackable("no schema")


def _site_schema(generator: Generator, packed: bytes) -> SiteSchema | None:
    """Raises Unpackable."""
    if not packed:
        return None
    record = unpack(packed)
    if not isinstance(record, tuple) or len(record) != 2:
        raise Unpackable("no schema")
    made: Callable[..., SiteSchema] = importlib.import_module(
        "editor_app.core.schema.site_schema"
    ).SiteSchema
    return made(generator, *record)
