"""What a new field begins with, so that it is of its kind."""

from __future__ import annotations

from collections.abc import Sequence

from editor_app.core.frontmatter.nodes import Value
from editor_app.core.frontmatter.splice import Verbatim
from editor_app.core.schema.field import Field, FieldKind
from editor_app.core.schema.schema import SchemaField
from editor_app.gui.form.state import FormState
from editor_app.gui.form.writes import Written

_EMPTY: dict[FieldKind, Value] = {
    FieldKind.LIST: [],
    FieldKind.OBJECTS: [],
    FieldKind.OBJECT: {},
    FieldKind.NUMBER: 0,
    FieldKind.SWITCH: True,
}


def start(field: Field, state: FormState) -> tuple[Written, ...]:
    """The default that the site says, else the least that is of the field's kind."""
    default = field.default
    if default is not None and not _is_template(default):
        return (default,)
    if field.kind in {FieldKind.DATE, FieldKind.DATE_TIME}:
        text = state.date_text(field.kind)
        return (Verbatim(text), text) if text else ("",)
    if field.kind is FieldKind.NUMBER and (least := _least(field)) is not None:
        return (least,)
    if field.kind is FieldKind.CHOICE:
        return (None, "")
    return (_EMPTY.get(field.kind, ""),)


def start_of_item(parts: Sequence[SchemaField], state: FormState) -> dict[str, Value]:
    """A new object of a list: what is required or has a default, at least the first part."""
    wanted = [each for each in parts if each.required or each.default is not None] or parts[:1]
    item: dict[str, Value] = {}
    for each in wanted:
        kind = each.kind or FieldKind.LINE
        plain = start(Field((each.key,), kind, each, is_present=False), state)[-1]
        item[each.key] = plain.raw if isinstance(plain, Verbatim) else plain
    return item


def _least(field: Field) -> float | None:
    bounds = field.about.bounds if field.about else None
    return bounds.least if bounds and isinstance(bounds.least, int | float) else None


def _is_template(value: Value) -> bool:
    """Whether a program of the site has to fill it in first, as `{{now}}`."""
    return isinstance(value, str) and "{{" in value
