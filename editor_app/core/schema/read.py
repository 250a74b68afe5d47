"""Read all that a site says about its posts. Nothing of it is run."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from editor_app.core.data_files.site_files import SiteFiles
from editor_app.core.generator import Generator
from editor_app.core.schema.readers import (
    astro,
    decap,
    front_matter_cms,
    galley,
    hugo,
    jekyll,
    json_schema,
    prose,
)
from editor_app.core.schema.schema import Schema
from editor_app.core.schema.site_schema import SiteSchema

Reader = Callable[[SiteFiles, Generator], Iterable[Schema]]

READERS: tuple[Reader, ...] = (
    galley.read,
    astro.read,
    decap.read,
    front_matter_cms.read,
    json_schema.read,
    prose.read,
    hugo.read,
    jekyll.read,
)
"""The highest first: of two that speak of the same field, it counts."""


def read_schema(
    root: Path, generator: Generator, translate: Callable[[str], str] = str
) -> SiteSchema:
    """The schema of the site at a folder; never raises, its faults are in `wrong`."""
    files = SiteFiles(root, translate)
    schemas = tuple(schema for read in READERS for schema in read(files, generator))
    return SiteSchema(generator, schemas, files.read_names, files.wrong)
