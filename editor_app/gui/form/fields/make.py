"""The field widget for a field."""

from __future__ import annotations

from editor_app.core.schema.field import Field, FieldKind
from editor_app.gui.form.fields.base import FieldWidget
from editor_app.gui.form.fields.chips import ChipsField
from editor_app.gui.form.fields.date_time import DateTimeField
from editor_app.gui.form.fields.line import LineField
from editor_app.gui.form.fields.number import NumberField
from editor_app.gui.form.fields.object import ObjectField, RowsMaker
from editor_app.gui.form.fields.objects import ObjectsField
from editor_app.gui.form.fields.paragraph import ParagraphField
from editor_app.gui.form.fields.raw import RawField
from editor_app.gui.form.fields.switch import SwitchField
from editor_app.gui.form.look import Look

_SIMPLE: dict[FieldKind, type[FieldWidget]] = {
    FieldKind.LINE: LineField,
    FieldKind.PARAGRAPH: ParagraphField,
    FieldKind.NUMBER: NumberField,
    FieldKind.SWITCH: SwitchField,
    FieldKind.DATE_TIME: DateTimeField,
    FieldKind.DATE: DateTimeField,
    FieldKind.MARKDOWN: ParagraphField,
    FieldKind.CODE: ParagraphField,
    FieldKind.TIME: LineField,
    FieldKind.CHOICE: LineField,
    FieldKind.COLOUR: LineField,
    FieldKind.IMAGE: LineField,
    FieldKind.FILE: LineField,
    FieldKind.RELATION: LineField,
    FieldKind.LIST: ChipsField,
    FieldKind.RAW: RawField,
}


def make_field(field: Field, look: Look, make_rows: RowsMaker) -> FieldWidget:
    """A new widget of the field's kind; `make_rows` gives nested fields their rows."""
    if field.kind is FieldKind.OBJECT:
        return ObjectField(field, look, make_rows)
    if field.kind is FieldKind.OBJECTS:
        return ObjectsField(field, look, make_rows)
    return _SIMPLE[field.kind](field, look)
