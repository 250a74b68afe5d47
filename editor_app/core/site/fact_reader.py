"""Ask a site about its posts: their fields, and whether they will be published."""

from __future__ import annotations

import datetime as dt
import importlib
import os
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path, PurePath

from editor_app.core.data_files.site_files import SiteFiles
from editor_app.core.frontmatter.front_matter import FrontMatter
from editor_app.core.schema.content_type import PostSchema
from editor_app.core.schema.read import read_schema
from editor_app.core.schema.schema import Collection, Schema
from editor_app.core.schema.site_schema import SiteSchema
from editor_app.core.site.facts import PostFacts
from editor_app.core.site.find import Site
from editor_app.core.site.inherited import inherited_values
from editor_app.core.site.inherited_keys import whole_keys
from editor_app.core.site.local_zone import local_zone
from editor_app.core.site.publish_question import question_of
from editor_app.core.site.publishing.decide import decide

LOOKS_AGAIN = 30.0
"""Seconds after which files that were not there before are looked for."""

_MAY_NAME = "$schema"
_Stamps = dict[str, tuple[int, int] | None]


@dataclass(frozen=True, slots=True)
class _Read:
    schema: SiteSchema
    collections: tuple[Collection, ...]
    stamps: _Stamps
    at: float


class FactReader:
    """Keeps the schemas of the sites that it was asked about, and reads them anew when due.

    Reads the disk: belongs in a process in which nobody waits for a key.
    """

    def __init__(
        self, translate: Callable[[str], str] = str, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._translate = translate
        self._clock = clock
        self._read: dict[Path, _Read] = {}

    def facts(
        self, site: Site, path: PurePath, front_matter: FrontMatter, now: dt.datetime
    ) -> PostFacts:
        """All that is said of a post whose front matter may not be saved yet.

        What the post names as its schema counts before what the site says. `path`
        as the post is opened, absolute.
        """
        local = local_zone(os.environ, now)
        question = question_of(site, Path(path), front_matter, now, local)
        inherited = inherited_values(question)
        return PostFacts(
            self._at(site, site.inner(Path(path)), front_matter).with_inherited(
                whole_keys(inherited)
            ),
            inherited,
            decide(question),
            now,
            local,
            question.config_name,
            self._read[site.root].collections,
            front_matter.unreadable is None,
        )

    def _at(self, site: Site, inner: Path, front_matter: FrontMatter) -> PostSchema:
        found = self._schema(site).at(inner)
        may_name = _MAY_NAME in front_matter.content.of(front_matter.text)
        own = self._named(site, inner, front_matter) if may_name else None
        return found if own is None else found.with_own(own)

    def _named(self, site: Site, inner: Path, front_matter: FrontMatter) -> Schema | None:
        # By name: few posts name a schema, and nobody waits for its reader.
        reader = importlib.import_module("editor_app.core.schema.readers.json_schema")
        name: str | None = reader.named(front_matter)
        if name is None:
            return None
        own: Schema | None = reader.schema_named(SiteFiles(site.root), inner, name)
        return own

    def _schema(self, site: Site) -> SiteSchema:
        known, now = self._read.get(site.root), self._clock()
        is_recent = known is not None and now - known.at < LOOKS_AGAIN
        if known is not None and is_recent and _is_same(site.root, known):
            return known.schema
        schema = read_schema(site.root, site.generator, self._translate)
        if known is not None and schema == known.schema:
            schema = known.schema  # the same object, so that what was worked out stands
        stamps = _stamps(site.root, schema.files)
        self._read[site.root] = _Read(schema, tuple(_bare(schema)), stamps, now)
        return schema


def _bare(schema: SiteSchema) -> Iterator[Collection]:
    """What has no fields is soon sent to the window."""
    for source in schema.schemas:
        yield from (replace(each, fields=(), options=()) for each in source.collections)


def _is_same(root: Path, known: _Read) -> bool:
    return known.stamps == _stamps(root, known.schema.files)


def _stamps(root: Path, files: tuple[str, ...]) -> _Stamps:
    return {name: _stamp(root / name) for name in files}


def _stamp(path: Path) -> tuple[int, int] | None:
    try:
        status = os.stat(path)
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size
