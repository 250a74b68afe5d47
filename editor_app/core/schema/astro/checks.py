"""What the calls after a Zod type say of a field: bounds, words, forms."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from editor_app.core.data_files.script.tree import Expression, Regex
from editor_app.core.frontmatter.nodes import Value
from editor_app.core.schema.json_schema.keywords import is_number
from editor_app.core.schema.json_schema.kinds import LONG
from editor_app.core.schema.kind import FieldKind
from editor_app.core.schema.schema import Bounds, SchemaField, Shape
from editor_app.core.schema.shapes import of_javascript

_LISTS = frozenset({FieldKind.LIST, FieldKind.OBJECTS})
_TEXTS = frozenset({FieldKind.LINE, FieldKind.PARAGRAPH})

_LIMITS: Mapping[str, tuple[str, float | None]] = {
    "min": ("least", None),
    "gte": ("least", None),
    "max": ("most", None),
    "lte": ("most", None),
    "gt": ("above", None),
    "lt": ("below", None),
    "multipleOf": ("step", None),
    "step": ("step", None),
    "positive": ("above", 0),
    "negative": ("below", 0),
    "nonnegative": ("least", 0),
    "nonpositive": ("most", 0),
    "nonempty": ("least", 1),
}
"""Which bound a call sets, and to what where it is not told."""

_TEXT_KINDS = {
    "datetime": FieldKind.DATE_TIME,
    "date": FieldKind.DATE,
    "time": FieldKind.TIME,
}
_FORMATS = frozenset(
    {"email", "url", "uuid", "guid", "cuid", "cuid2", "ulid", "nanoid", "ip", "emoji", "base64"}
)

Data = Callable[[Expression], Value]


def checked(
    field: SchemaField, name: str, arguments: Sequence[Expression], data: Data
) -> SchemaField:
    """The field after a call; one that is not known, or only computes, changes nothing."""
    first = data(arguments[0]) if arguments else None
    if name in {"describe", "meta", "register"}:
        return _described(field, data(arguments[-1]) if arguments else None)
    if name == "regex":
        return _shaped(field, arguments, data)
    if name == "int":
        return replace(field, is_whole=True)
    if field.kind in _TEXTS and name in _TEXT_KINDS:
        return replace(field, kind=_TEXT_KINDS[name])
    if field.kind in _TEXTS and name in _FORMATS:
        return replace(field, options=(*field.options, ("format", name)))
    if name == "length" and is_number(first):
        return _limited(_limited(field, "least", first), "most", first)
    if name in _LIMITS:
        bound, fixed = _LIMITS[name]
        limit = first if fixed is None else fixed
        return _limited(field, bound, limit) if is_number(limit) else field
    return field


def _limited(field: SchemaField, bound: str, limit: float) -> SchemaField:
    if field.kind is FieldKind.NUMBER or field.kind in _LISTS:
        return replace(field, bounds=_with(field.bounds, bound, limit))
    if field.kind in _TEXTS:
        kind = FieldKind.PARAGRAPH if bound == "most" and limit >= LONG else field.kind
        return replace(field, length=_with(field.length, bound, limit), kind=kind)
    return field


def _with(bounds: Bounds | None, bound: str, limit: float) -> Bounds:
    return replace(bounds or Bounds(), **{bound: limit})


def _described(field: SchemaField, said: Value) -> SchemaField:
    if isinstance(said, str):
        return replace(field, help=said)
    if not isinstance(said, dict):
        return field
    label, help_, examples = said.get("title"), said.get("description"), said.get("examples")
    example = examples[0] if isinstance(examples, list) and examples else None
    return replace(
        field,
        label=label if isinstance(label, str) else field.label,
        help=help_ if isinstance(help_, str) else field.help,
        placeholder=example if isinstance(example, str) else field.placeholder,
        is_deprecated=True if said.get("deprecated") is True else field.is_deprecated,
    )


def _shaped(field: SchemaField, arguments: Sequence[Expression], data: Data) -> SchemaField:
    literal = arguments[0] if arguments else None
    if not isinstance(literal, Regex):
        return field
    pattern = of_javascript(literal.text, has_literals=True)
    if isinstance(pattern, str):
        return field
    return replace(field, shape=Shape(pattern, message(arguments[1:], data)))


def message(arguments: Sequence[Expression], data: Data) -> str:
    """What a check says where it fails: a text, or `message` or `error` of an object."""
    said = data(arguments[0]) if arguments else None
    if isinstance(said, dict):
        said = said.get("message", said.get("error"))
    return said if isinstance(said, str) else ""
