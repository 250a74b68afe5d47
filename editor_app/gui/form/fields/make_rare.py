"""The field widgets of kinds that only a site gives to its fields: files, colours, code."""

from __future__ import annotations

from editor_app.core.schema.field import Field, FieldKind
from editor_app.gui.form.fields.base import FieldWidget
from editor_app.gui.form.fields.code import CodeField
from editor_app.gui.form.fields.colour import ColourField
from editor_app.gui.form.fields.file_chips import FileChipsField
from editor_app.gui.form.fields.file_field import FileField
from editor_app.gui.form.fields.markdown import MarkdownField
from editor_app.gui.form.fields.relation import RelationField
from editor_app.gui.form.fields.time_of_day import TimeField
from editor_app.gui.form.state import FormState

_SIMPLE: dict[FieldKind, type[FieldWidget]] = {
    FieldKind.MARKDOWN: MarkdownField,
    FieldKind.CODE: CodeField,
    FieldKind.TIME: TimeField,
    FieldKind.COLOUR: ColourField,
}


def make_rare(field: Field, state: FormState) -> FieldWidget:
    """A new widget for a field that `make_field` leaves to this module."""
    if field.kind in _SIMPLE:
        return _SIMPLE[field.kind](field, state.look)
    if field.kind is FieldKind.RELATION:
        return RelationField(field, state.look, state)
    is_list = field.kind is FieldKind.LIST
    return (FileChipsField if is_list else FileField)(field, state.look, state)
