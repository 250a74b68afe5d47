"""One field of several of which a value has to fit one: what all of them say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from typing import Any

from editor_app.core.schema.kind import FieldKind
from editor_app.core.schema.kinds import DATE_KINDS, TEXT_KINDS
from editor_app.core.schema.schema import Choice, SchemaField

_OWN = frozenset({"key", "said"})
_EMPTY = {each.name: each.default for each in fields(SchemaField) if each.name not in _OWN}


def common(alternatives: Sequence[SchemaField]) -> SchemaField:
    """The kind that shows all of them, RAW if none does; and what they have in common."""
    first, *others = _without_seconds(alternatives)
    if not others:
        return first
    told: dict[str, Any] = {  # by the names of the attributes, so of their types
        name: getattr(first, name)
        if all(getattr(each, name) == getattr(first, name) for each in others)
        else empty
        for name, empty in _EMPTY.items()
    }
    told["kind"] = kind = _kind([first, *others])
    if kind is FieldKind.CHOICE:
        told |= _choices([first, *others])
    if first.is_nullable or any(each.is_nullable for each in others):
        told["is_nullable"] = True
    return replace(first, **told)


def _without_seconds(alternatives: Sequence[SchemaField]) -> Sequence[SchemaField]:
    """Without the number that programs write for a date; people write dates."""
    if not any(each.kind in DATE_KINDS for each in alternatives):
        return alternatives
    return [each for each in alternatives if ("format", "unix-time") not in each.options]


def _kind(alternatives: Sequence[SchemaField]) -> FieldKind | None:
    kinds = {each.kind for each in alternatives}
    if len(kinds) == 1:
        return alternatives[0].kind
    if None in kinds:
        return None
    if kinds <= DATE_KINDS:
        return FieldKind.DATE_TIME
    if kinds & DATE_KINDS and kinds <= DATE_KINDS | {FieldKind.LINE}:
        return None  # a date or any text: what stands there tells which
    if FieldKind.CHOICE in kinds and kinds <= TEXT_KINDS and all(map(_is_of_texts, alternatives)):
        return FieldKind.CHOICE
    if FieldKind.CHOICE in kinds or not kinds <= TEXT_KINDS:
        return FieldKind.RAW
    return FieldKind.PARAGRAPH if FieldKind.PARAGRAPH in kinds else FieldKind.LINE


def _is_of_texts(field: SchemaField) -> bool:
    return all(isinstance(choice.value, str) for choice in field.choices)


def _choices(alternatives: Sequence[SchemaField]) -> dict[str, Any]:
    """All values that one of them allows; only proposals where one allows any text."""
    found: dict[str, Choice] = {}
    for each in alternatives:
        for choice in each.choices:
            found.setdefault(repr(choice.value), choice)
    is_limit = all(each.is_limit for each in alternatives)
    return {"choices": tuple(found.values()), "is_limit": is_limit}
