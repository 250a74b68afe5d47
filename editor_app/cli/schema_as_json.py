"""What a site says of its posts, for a program."""

from __future__ import annotations

import dataclasses
import datetime as dt
import math

from editor_app.cli.as_json import place_in
from editor_app.cli.console import Json
from editor_app.cli.schema_found import FoundSchema
from editor_app.core.data_files.report import WrongFile
from editor_app.core.frontmatter.nodes import Value
from editor_app.core.frontmatter.paths import dotted
from editor_app.core.schema.merge import Conflict
from editor_app.core.schema.schema import (
    Bounds,
    Choice,
    Collection,
    Condition,
    Said,
    SchemaField,
)

VERSION = 1


def as_json(found: FoundSchema) -> Json:
    """One object; an absent statement is null, or an empty list or text."""
    return {
        "version": VERSION,
        "root": str(found.site.root),
        "generator": found.site.generator.value,
        "files": list(found.schema.files),
        "collections": [_collection(each) for each in found.collections],
        "posts": [
            {"collections": list(each.names), "label": each.type.label, "count": each.count}
            for each in found.posts
        ],
        "conflicts": [_conflict(each) for each in found.conflicts],
        "faults": [fault for each in found.schema.wrong for fault in _faults(each)],
    }


def _collection(of: Collection) -> Json:
    return {
        "name": of.name,
        "label": of.label,
        "files": list(of.files),
        "folder": of.folder,
        "closed": of.is_closed,
        "conditions": [_condition(each) for each in of.conditions],
        "said": _said(of.said),
        "fields": [_field(each) for each in of.fields],
    }


def _field(of: SchemaField) -> Json:
    return {
        "key": of.key,
        "kind": None if of.kind is None else of.kind.value,
        "item": None if of.item is None else of.item.value,
        "label": of.label,
        "help": of.help,
        "required": of.required,
        "default": _value(of.default),
        "choices": [_choice(each) for each in of.choices],
        "limited": of.is_limit,
        "bounds": _bounds(of.bounds),
        "length": _bounds(of.length),
        "whole": of.is_whole,
        "unique": of.is_unique,
        "pattern": None if of.shape is None else of.shape.pattern.source,
        "deprecated": of.is_deprecated,
        "closed": of.is_closed,
        "conditions": [_condition(each) for each in of.conditions],
        "said": _said(of.said),
        "fields": [_field(each) for each in of.fields],
    }


def _said(of: Said) -> Json:
    return {"source": of.source, "file": of.file or None, "line": of.line or None}


def _choice(of: Choice) -> Json:
    return {"value": _value(of.value), "label": of.label}


def _condition(of: Condition) -> Json:
    values = [_value(each) for each in of.values]
    return {"field": dotted(of.path), "test": of.test.value, "values": values}


def _bounds(of: Bounds | None) -> Json:
    if of is None:
        return None
    return {each.name: getattr(of, each.name) for each in dataclasses.fields(of)}


def _conflict(of: Conflict) -> Json:
    return {
        "field": dotted(of.path),
        "about": of.about,
        "taken": _said(of.taken.said),
        "refused": _said(of.refused.said),
    }


def _faults(file: WrongFile) -> list[Json]:
    return [
        {
            "path": str(file.path),
            "severity": each.severity.word,
            "message": each.message,
            "start": place_in(file.source, each.span.start),
        }
        for each in file.diagnostics
    ]


def _value(value: Value) -> Json:
    if isinstance(value, list):
        return [_value(each) for each in value]
    if isinstance(value, dict):
        return {key: _value(each) for key, each in value.items()}
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)
    return value
