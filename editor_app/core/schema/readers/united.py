"""Fields of objects of several types, as the fields of one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields as attributes
from dataclasses import replace
from typing import Any

from editor_app.core.schema.kind import FieldKind
from editor_app.core.schema.kinds import TEXT_KINDS
from editor_app.core.schema.schema import Condition, SchemaField, Test


def united(key: str, parts: Sequence[tuple[str, SchemaField]], types: int) -> Iterator[SchemaField]:
    """Fields of several types as one list: each key once, on condition of its types.

    `types` is how many there are; a key that all have depends on none.
    """
    by_key: dict[str, dict[str, SchemaField]] = {}
    for name, part in parts:
        by_key.setdefault(part.key, {}).setdefault(name, part)
    for variants in by_key.values():
        part = _common(list(variants.values()))
        if len(variants) < types:
            only = Condition((key,), Test.IS, tuple(variants))
            part = replace(part, conditions=(*part.conditions, only))
        yield part


def _common(variants: Sequence[SchemaField]) -> SchemaField:
    """What all of several fields say; the rest is open, and so is what they contradict."""
    first, *others = variants
    found: dict[str, Any] = {}  # by the names of the attributes, so of their types
    blank = SchemaField(key=first.key, said=first.said)
    for each in attributes(SchemaField):
        value = getattr(first, each.name)
        is_common = all(getattr(other, each.name) == value for other in others)
        if not is_common and each.name not in {"said", "label"}:
            found[each.name] = getattr(blank, each.name)
    if "fields" in found:
        found["fields"] = _common_parts([each.fields for each in variants])
    if "kind" in found:
        is_text = all(each.kind in TEXT_KINDS for each in variants)
        found["kind"] = FieldKind.PARAGRAPH if is_text else FieldKind.RAW
    return replace(first, **found)


def _common_parts(variants: Sequence[tuple[SchemaField, ...]]) -> tuple[SchemaField, ...]:
    """The parts of all; what only some have is not required."""
    by_key: dict[str, list[SchemaField]] = {}
    for parts in variants:
        for part in parts:
            by_key.setdefault(part.key, []).append(part)
    return tuple(
        _common(each) if len(each) >= len(variants) else replace(_common(each), required=None)
        for each in by_key.values()
    )
