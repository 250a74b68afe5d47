"""The field widget for a field."""

from __future__ import annotations

import importlib

from editor_app.core.schema.field import Field, FieldKind
from editor_app.core.schema.kinds import DATE_KINDS
from editor_app.gui.form.fields import segments
from editor_app.gui.form.fields.base import FieldWidget
from editor_app.gui.form.fields.chips import ChipsField
from editor_app.gui.form.fields.choice import ChoiceField
from editor_app.gui.form.fields.date_time import DateTimeField
from editor_app.gui.form.fields.line import LineField
from editor_app.gui.form.fields.number import NumberField
from editor_app.gui.form.fields.object import ObjectField, RowsMaker
from editor_app.gui.form.fields.objects import ObjectsField
from editor_app.gui.form.fields.paragraph import ParagraphField
from editor_app.gui.form.fields.picked_chips import PickedChipsField
from editor_app.gui.form.fields.raw import RawField
from editor_app.gui.form.fields.still import StillField, is_still
from editor_app.gui.form.fields.switch import SwitchField
from editor_app.gui.form.state import FormState

_SIMPLE: dict[FieldKind, type[FieldWidget]] = {
    FieldKind.LINE: LineField,
    FieldKind.PARAGRAPH: ParagraphField,
    FieldKind.NUMBER: NumberField,
    FieldKind.SWITCH: SwitchField,
    FieldKind.RAW: RawField,
}
_FILES = frozenset({FieldKind.IMAGE, FieldKind.FILE})
_RARE = _FILES | {
    FieldKind.MARKDOWN,
    FieldKind.CODE,
    FieldKind.TIME,
    FieldKind.COLOUR,
    FieldKind.RELATION,
}
_LINES = frozenset({FieldKind.LINE, FieldKind.CHOICE})


def make_field(field: Field, state: FormState, make_rows: RowsMaker) -> FieldWidget:
    """A new widget of the field's kind; `make_rows` gives nested fields their rows."""
    look, kind = state.look, field.kind
    if is_still(field):
        return StillField(field, look)
    if kind is FieldKind.OBJECT:
        return ObjectField(field, look, make_rows)
    if kind is FieldKind.OBJECTS:
        return ObjectsField(field, state, make_rows)
    if kind is FieldKind.LIST:
        return _list(field, state)
    if kind in DATE_KINDS:
        return DateTimeField(field, look, state)
    if kind in _RARE:
        return _rare(field, state)
    if kind is FieldKind.CHOICE and segments.fits(field.about):
        return segments.SegmentsField(field, look)
    if kind in _LINES and field.about is not None and field.about.choices:
        return ChoiceField(field, look)
    return _SIMPLE.get(kind, LineField)(field, look)


def _rare(field: Field, state: FormState) -> FieldWidget:
    # By name: no generator's manual has such kinds, and no start waits for their widgets.
    module = importlib.import_module("editor_app.gui.form.fields.make_rare")
    widget: FieldWidget = module.make_rare(field, state)
    return widget


def _list(field: Field, state: FormState) -> FieldWidget:
    about = field.about
    if field.item in _FILES:
        return _rare(field, state)
    is_proposed = about is not None and bool(about.choices or about.taxonomy or about.relation)
    if is_proposed:
        return PickedChipsField(field, state.look, state)
    return ChipsField(field, state.look)


def stays(made_for: Field, field: Field) -> bool:
    """Whether the widget that was made for one field can show another at the same path."""
    return (
        _family(made_for.kind) is _family(field.kind)
        and made_for.about == field.about
        and is_still(made_for) is is_still(field)
        and (not is_still(field) or made_for.inherited == field.inherited)
    )


def _family(kind: FieldKind) -> FieldKind:
    """Kinds that one widget shows count as one."""
    return FieldKind.DATE_TIME if kind is FieldKind.DATE else kind
