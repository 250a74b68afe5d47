"""Read all that a site says about its posts. Nothing of it is run."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from editor_app.core.data_files.asked import Answers
from editor_app.core.data_files.site_files import SiteFiles
from editor_app.core.generator import Generator
from editor_app.core.schema.schema import Schema
from editor_app.core.schema.site_schema import SiteSchema

Reader = Callable[[SiteFiles, Generator], Iterable[Schema]]


@dataclass(frozen=True, slots=True)
class Format:
    """A format, by the name of its reader; `generators` are those whose sites alone have it.

    What is only a custom binds nobody: a post need not be like an archetype.
    """

    name: str
    generators: frozenset[Generator] = frozenset(Generator)
    binds: bool = True

    @property
    def read(self) -> Reader:
        """Loaded when it is asked for: nobody waits for the readers of other generators."""
        found: Reader = importlib.import_module(f"editor_app.core.schema.readers.{self.name}").read
        return found


FORMATS = (
    Format("galley"),
    Format("astro", frozenset({Generator.ASTRO, Generator.UNKNOWN})),
    Format("decap"),
    Format("front_matter_cms"),
    Format("json_schema"),
    Format("prose", frozenset({Generator.JEKYLL})),
    Format("hugo", frozenset({Generator.HUGO}), binds=False),
    Format("jekyll", frozenset({Generator.JEKYLL}), binds=False),
)
"""The highest first: of two that speak of the same field, it counts."""


def read_schema(
    root: Path, generator: Generator, translate: Callable[[str], str] = str
) -> SiteSchema:
    """The schema of the site at a folder; never raises, its faults are in `wrong`."""
    return _read(SiteFiles(root, translate), generator, FORMATS)


def read_what_binds(
    root: Path, generator: Generator, translate: Callable[[str], str] = str
) -> tuple[SiteSchema, Answers]:
    """Only what a post can be wrong by, with all that its readers asked of the site's files."""
    files = SiteFiles(root, translate)
    found = _read(files, generator, (each for each in FORMATS if each.binds))
    return found, files.answers


def _read(files: SiteFiles, generator: Generator, formats: Iterable[Format]) -> SiteSchema:
    chosen = (each for each in formats if generator in each.generators)
    schemas = tuple(schema for each in chosen for schema in each.read(files, generator))
    return SiteSchema(generator, schemas, files.read_names, files.wrong)
