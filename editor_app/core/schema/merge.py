"""What several sources say of the same fields, as one: the higher one counts, key by key."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from editor_app.core.frontmatter.nodes import Path
from editor_app.core.schema.kind import FieldKind
from editor_app.core.schema.kinds import DATE_KINDS, TEXT_KINDS
from editor_app.core.schema.schema import SchemaField, field_named

_ALIKE = (TEXT_KINDS, DATE_KINDS)
"""Kinds of which one is only more exact than the other."""

_NOT_MERGED = frozenset({"key", "said", "fields", "options"})


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two sources that can't both be right about a field; the first was taken.

    `about` is what they say differently: "kind", "required", "choices".
    """

    path: Path
    about: str
    taken: SchemaField
    refused: SchemaField


def merged(
    sources: Sequence[Sequence[SchemaField]], above: Path = ()
) -> tuple[tuple[SchemaField, ...], tuple[Conflict, ...]]:
    """The fields of all sources, the highest first; in its order, then what others add."""
    keys = dict.fromkeys(field.key for source in sources for field in source)
    result: list[SchemaField] = []
    conflicts: list[Conflict] = []
    for key in keys:
        said = [found for source in sources if (found := field_named(source, key)) is not None]
        field, inner = _one(said, above)
        result.append(field)
        conflicts += inner
    return tuple(result), tuple(conflicts)


def _one(said: Sequence[SchemaField], above: Path) -> tuple[SchemaField, list[Conflict]]:
    """One field of what each source says of it."""
    first, *others = said
    path = (*above, first.key)
    conflicts = [
        Conflict(path, about, first, other) for other in others for about in _differs(first, other)
    ]
    parts, inner = merged([each.fields for each in said if each.fields], path)
    result = first
    for other in others:
        result = _filled(result, other)
    return replace(result, fields=parts), [*conflicts, *inner]


def _filled(field: SchemaField, other: SchemaField) -> SchemaField:
    """The field, with what only the other says."""
    found: dict[str, Any] = {}  # by the names of the attributes, so of their types
    is_same_kind = field.kind is None or other.kind is None or _is_alike(field.kind, other.kind)
    for each in fields(SchemaField):
        name = each.name
        if name in _NOT_MERGED or not _is_open(getattr(field, name)):
            continue
        if is_same_kind or name not in _OF_THE_KIND:
            found[name] = getattr(other, name)
    return replace(field, **found)


_OF_THE_KIND = frozenset(
    {"item", "choices", "is_limit", "bounds", "length", "is_whole", "shape", "relation"}
    | {"taxonomy", "date_format", "date_zone", "default", "is_closed", "is_nullable"}
)
"""They mean nothing for a field of another kind."""


def _is_open(value: object) -> bool:
    return value is None or value in ("", ())


def _is_alike(one: FieldKind, other: FieldKind) -> bool:
    return one is other or any(one in kinds and other in kinds for kinds in _ALIKE)


def _differs(first: SchemaField, other: SchemaField) -> list[str]:
    """In what two sources contradict each other; a generator's manual gives way silently."""
    if not other.said.file:
        return []
    found: list[str] = []
    if first.kind and other.kind and not _is_alike(first.kind, other.kind):
        found.append("kind")
    if first.required is not None and other.required not in {None, first.required}:
        found.append("required")
    if first.is_limit and other.is_limit and _values(first) != _values(other):
        found.append("choices")
    return found


def _values(field: SchemaField) -> set[str]:
    return {repr(choice.value) for choice in field.choices}
