"""A site of a few files, and what is read of it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path, PurePath

from editor_app.core.data_files.site_files import SiteFiles
from editor_app.core.generator import Generator
from editor_app.core.schema.read import read_schema
from editor_app.core.schema.schema import SchemaField, field_named
from editor_app.core.schema.site_schema import SiteSchema


def write(root: Path, files: Mapping[str, object]) -> None:
    """Texts, and values as JSON in one line."""
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        text = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False)
        path.write_text(text, encoding="utf-8")


def schema(root: Path, generator: Generator, files: Mapping[str, object]) -> SiteSchema:
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


def told(found: SiteSchema | SiteFiles) -> list[str]:
    """All that is wrong, by file and line."""
    return [f"{name}:{fault}" for name, fault in _told(found)]


def told_by_line(found: SiteSchema) -> list[str]:
    """The same where there is one file."""
    return [fault for _, fault in _told(found)]


def _told(found: SiteSchema | SiteFiles) -> list[tuple[str, str]]:
    return [
        (each.path.name, f"{each.source.lines.position(one.span.start).line}: {one.message}")
        for each in found.wrong
        for one in each.diagnostics
    ]
