"""A site of a few files, and what is read of it."""

from __future__ import annotations

from pathlib import Path, PurePath

from editor_app.core.generator import Generator
from editor_app.core.schema.read import read_schema
from editor_app.core.schema.schema import SchemaField, field_named
from editor_app.core.schema.site_schema import SiteSchema


def write(root: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def schema(root: Path, generator: Generator, files: dict[str, str]) -> SiteSchema:
    write(root, files)
    return read_schema(root, generator)


def fields(found: SiteSchema, path: str) -> tuple[SchemaField, ...]:
    return found.at(PurePath(path)).content_type({}).fields


def field(found: SiteSchema, path: str, key: str) -> SchemaField:
    one = field_named(fields(found, path), key)
    assert one is not None
    return one


def names(found: SiteSchema, path: str) -> list[str]:
    """The collections that a path belongs to."""
    return [each.name for each in found.at(PurePath(path)).collections]


def told(found: SiteSchema) -> list[str]:
    return [
        f"{each.path.name}:{each.source.lines.position(one.span.start).line}: {one.message}"
        for each in found.wrong
        for one in each.diagnostics
    ]
