"""Astro's content collections: the schemas that it has generated, and its configuration.

Nothing of the site is run: the configuration, a script, is read as data. From Astro's
manual "Content collections" and its source (`types-generator.ts`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from editor_app.core.data_files.script.read import read_script
from editor_app.core.data_files.script.scope import Scope
from editor_app.core.data_files.site_files import SiteFiles
from editor_app.core.diagnostics import Severity
from editor_app.core.generator import Generator
from editor_app.core.schema.astro.config import Defined, defined
from editor_app.core.schema.astro.generated import ENDING, FOLDER, folders, with_config
from editor_app.core.schema.astro.zod import ZodReader
from editor_app.core.schema.json_schema.collections import with_own_key
from editor_app.core.schema.json_schema.keywords import Keywords
from editor_app.core.schema.json_schema.library import Library
from editor_app.core.schema.json_schema.members import Members
from editor_app.core.schema.json_schema.read_fields import FieldReader
from editor_app.core.schema.schema import Collection, Relation, Said, Schema, SchemaField
from editor_app.core.text.spans import Span

SOURCE = "Astro"
CONFIGS = tuple(
    f"src/{name}.{ending}"
    for name in ("content.config", "content/config")
    for ending in ("mjs", "js", "mts", "ts")
)
"""The first of them that there is counts, as for Astro."""


def read(files: SiteFiles, _: Generator) -> Iterator[Schema]:
    """The collections of the site, each of what was generated and what is written."""
    config = files.first(*CONFIGS)
    written = {} if config is None else _written(files, config)
    made = {
        name.removesuffix(ENDING): f"{FOLDER}/{name}"
        for name in files.names(FOLDER)
        if name.endswith(ENDING)
    }
    places = folders(files) if made else {}
    found = [
        collection
        for name in dict.fromkeys((*written, *made))
        if (collection := _collection(files, name, written.get(name), made.get(name), places))
    ]
    if found:
        read_from = (*([config] if config else []), *made.values())
        yield Schema(SOURCE, tuple(read_from), tuple(found))


@dataclass(frozen=True, slots=True)
class _Written:
    """A collection as the configuration defines it, with its fields."""

    said: Said
    place: Defined
    schema: SchemaField


def _written(files: SiteFiles, config: str) -> dict[str, _Written]:
    scope = Scope(read_script(files.text(config) or ""))
    report = files.report(config)

    def said(start: int) -> Said:
        return Said(SOURCE, config, report.line(Span(start, start)))

    collections = tuple(defined(scope))
    relations = {
        each.name: Relation(file=each.data_file, value="id")
        for each in collections
        if each.data_file is not None
    }
    reader = ZodReader(scope, said, relations)
    found: dict[str, _Written] = {}
    for each in collections:
        nothing = SchemaField(key="", said=said(each.start))
        schema = nothing if each.schema is None else reader.schema(each.schema)
        found[each.name] = _Written(said(each.start), each, schema)
    return found


def _collection(
    files: SiteFiles, name: str, written: _Written | None, made: str | None, places: dict[str, str]
) -> Collection | None:
    """One collection; None where it has no posts, or nobody can tell where they are."""
    if written is not None and written.place.data_file is not None:
        return None
    folder = written.place.folder if written else ""
    patterns = written.place.patterns if written else None
    if patterns is None:
        folder = places.get(name) or _folder_of(files, name)
        patterns = (f"/{folder}/**",) if folder else ()
    if not patterns:
        if written is not None:
            template = "Where the posts of {name} are can't be told without running this file"
            start = Span(written.place.start, written.place.start)
            files.report(written.said.file).wrong(start, template, None, Severity.INFO, name=name)
        return None
    members = None if made is None else _generated(files, made)
    schema = written.schema if written else None
    fields = schema.fields if schema else ()
    is_closed = schema is not None and bool(schema.is_closed)
    if members is not None:
        has_closed = made is not None and _has_closed(files, made)
        fields = with_config(members.fields.values(), fields, has_closed=has_closed)
        is_closed = is_closed or (has_closed and bool(members.is_closed))
    said = written.said if written else Said(SOURCE, made or "", 1)
    return Collection(
        name=name,
        said=said,
        files=patterns,
        folder=folder,
        fields=with_own_key(fields, said),
        is_closed=is_closed,
    )


def _folder_of(files: SiteFiles, name: str) -> str:
    """The folder that has the collection's name, where Astro looked in former times."""
    folder = f"src/content/{name}"
    return folder if files.is_folder(folder) else ""


def _generated(files: SiteFiles, file: str) -> Members | None:
    library = Library(files, SOURCE)
    root = library.root(file)
    if root is None:
        return None
    return FieldReader(library).members(Keywords(library.parts(root, file), library))


def _has_closed(files: SiteFiles, file: str) -> bool:
    """Whether `additionalProperties: false` means a strict object, as it does since Astro 6."""
    table = files.table(file, is_foreign=True)
    return table is not None and "2020-12" in (table.plain("$schema") or "")
