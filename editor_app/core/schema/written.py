"""Write collections in the words of `readers/galley.py`, as tables of `galley.toml`."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Callable, Iterable, Iterator

from editor_app.core.frontmatter.nodes import Value
from editor_app.core.frontmatter.paths import dotted
from editor_app.core.schema.kind import FieldKind
from editor_app.core.schema.schema import (
    Bounds,
    Choice,
    Collection,
    Condition,
    SchemaField,
    Test,
)

Remark = Callable[[Collection, SchemaField], str]
"""What stands as a comment above a field at the top; empty for nothing."""

_HEAD = "schema.collections"
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_TESTS = {
    Test.IS: "is",
    Test.IS_NOT: "is-not",
    Test.MATCHES: "matches",
    Test.ABOVE: "above",
    Test.BELOW: "below",
}
_ESCAPES = {
    "\\": "\\\\",
    '"': '\\"',
    "\b": "\\b",
    "\t": "\\t",
    "\n": "\\n",
    "\f": "\\f",
    "\r": "\\r",
}


def written_as_toml(collections: Iterable[Collection], remark: Remark | None = None) -> str:
    """The collections, each after an empty line.

    What Galley's own form has no word for is left out: tests of conditions that
    it does not know, values without a notation in TOML (null).
    """
    return "\n".join("\n".join((*_collection(each, remark), "")) for each in collections)


def _collection(collection: Collection, remark: Remark | None) -> Iterator[str]:
    yield f"[[{_HEAD}]]"
    yield from _lines(
        {
            "name": collection.name,
            "label": collection.label or None,
            "files": list(collection.files),
            "folder": collection.folder or None,
            "new-name": collection.new_name or None,
            "title-key": collection.title_key or None,
            "closed": collection.is_closed or None,
        }
    )
    for field in collection.fields:
        yield ""
        if remark is not None and (said := remark(collection, field)):
            yield from (f"# {line}" for line in _printable(said))
        yield from _field(field, _HEAD)


def _printable(text: str) -> list[str]:
    return ["".join(each for each in line if each.isprintable()) for line in text.split("\n")]


def _field(field: SchemaField, above: str) -> Iterator[str]:
    path = f"{above}.fields.{_key(field.key)}"
    yield f"[{path}]"
    bounds, length = field.bounds or Bounds(), field.length or Bounds()
    is_implied = field.kind is FieldKind.CHOICE and field.choices
    shape, relation = field.shape, field.relation
    yield from _lines(
        {
            "kind": None if is_implied or field.kind is None else field.kind.value,
            "item": field.item and field.item.value,
            "label": field.label or None,
            "help": field.help or None,
            "placeholder": field.placeholder or None,
            "required": field.required,
            "default": field.default,
            "choices": [_choice(each) for each in field.choices if _is_written(each.value)] or None,
            "open-choices": True if field.choices and not field.is_limit else None,
            "least": bounds.least,
            "most": bounds.most,
            "above": bounds.above,
            "below": bounds.below,
            "step": bounds.step,
            "shortest": length.least,
            "longest": length.most,
            "whole": field.is_whole,
            "unique": field.is_unique,
            "pattern": shape.pattern.source if shape else None,
            "pattern-message": (shape.message if shape else None) or None,
            "collection": (relation and relation.collection) or None,
            "file": (relation and relation.file) or None,
            "value": relation.value if relation else None,
            "shown": (relation and list(relation.shown)) or None,
            "taxonomy": field.taxonomy or None,
            "folder": field.folder,
            "public-folder": field.public_folder,
            "date-format": field.date_format or None,
            "group": field.group or None,
            "computed": field.computed or None,
            "hidden": field.is_hidden,
            "read-only": field.is_read_only,
            "deprecated": field.is_deprecated,
            "essential": field.is_essential,
            "closed": field.is_closed,
            "when": [each for one in field.conditions for each in _condition(one)] or None,
        }
    )
    for part in field.fields:
        yield ""
        yield from _field(part, path)


def _choice(choice: Choice) -> Value:
    if not choice.label and not choice.help and not isinstance(choice.value, dict):
        return choice.value
    table: dict[str, Value] = {"value": choice.value}
    if choice.label:
        table["label"] = choice.label
    if choice.help:
        table["help"] = choice.help
    return table


def _condition(condition: Condition) -> Iterator[dict[str, Value]]:
    """One from the root as it is; others are no longer what they were, and are left out."""
    if not condition.from_root:
        return
    path = dotted(condition.path)
    if condition.test in {Test.IS_PRESENT, Test.IS_ABSENT}:
        yield {"field": path, "present": condition.test is Test.IS_PRESENT}
    elif condition.test in _TESTS and all(map(_is_written, condition.values)):
        one = condition.values[0] if len(condition.values) == 1 else list(condition.values)
        yield {"field": path, _TESTS[condition.test]: one}


# --- notation


def _lines(values: dict[str, Value]) -> Iterator[str]:
    for key, value in values.items():
        if _is_written(value):
            yield f"{key} = {_value(value)}"


def _is_written(value: Value) -> bool:
    """TOML has no word for null."""
    if isinstance(value, list):
        return all(map(_is_written, value))
    if isinstance(value, dict):
        return all(map(_is_written, value.values()))
    return value is not None


def _value(value: Value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, float) and not math.isfinite(value):
        return "nan" if math.isnan(value) else "inf" if value > 0 else "-inf"
    if isinstance(value, dt.datetime | dt.date | dt.time):
        return value.isoformat()
    if isinstance(value, list):
        return f"[{', '.join(map(_value, value))}]"
    if isinstance(value, dict):
        inner = ", ".join(f"{_key(key)} = {_value(each)}" for key, each in value.items())
        return f"{{ {inner} }}" if inner else "{}"
    return repr(value)


def _key(key: str) -> str:
    return key if _BARE.fullmatch(key) else _text(key)


def _text(text: str) -> str:
    inside = "".join(
        _ESCAPES.get(each) or (each if each.isprintable() or each == " " else _escaped(each))
        for each in text
    )
    return f'"{inside}"'


def _escaped(character: str) -> str:
    number = ord(character)
    return f"\\u{number:04x}" if number <= 0xFFFF else f"\\U{number:08x}"
