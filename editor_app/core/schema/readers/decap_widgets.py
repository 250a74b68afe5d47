"""The widgets of Decap CMS, Sveltia CMS and Static CMS that hold one value or a list of such."""

from __future__ import annotations

from dataclasses import replace

from editor_app.core.data_files.table import Table
from editor_app.core.schema.kind import FieldKind
from editor_app.core.schema.readers.date_tokens import date_kind
from editor_app.core.schema.readers.decap_choices import relation, select
from editor_app.core.schema.readers.decap_dates import date_time
from editor_app.core.schema.readers.decap_fields import (
    Around,
    Widget,
    old,
)
from editor_app.core.schema.readers.decap_media import file, image
from editor_app.core.schema.readers.decap_nested import key_value, list_of, object_of
from editor_app.core.schema.readers.foreign import range_of, stepped
from editor_app.core.schema.schema import SchemaField

_TEXT_NUMBERS = ("string", "int/string", "float/string")
_WHOLE_NUMBERS = ("int", "int/string")


def _line(field: SchemaField, table: Table, _: Around) -> SchemaField:
    return replace(field, kind=FieldKind.LINE, length=range_of(table, "minlength", "maxlength"))


def _paragraph(field: SchemaField, table: Table, _: Around) -> SchemaField:
    length = range_of(table, "minlength", "maxlength")
    return replace(field, kind=FieldKind.PARAGRAPH, length=length)


def _markdown(field: SchemaField, table: Table, around: Around) -> SchemaField:
    """What Sveltia says of all rich texts holds where the field says nothing."""
    common = around.rich_text
    default = field.default
    if common is not None and default is None and not table.has("default"):
        default = common.plain("default")
    shared = () if common is None else common.rest()
    more = tuple((name, value) for name, value in shared if not table.has(name))
    return replace(field, kind=FieldKind.MARKDOWN, default=default, options=(*field.options, *more))


def _number(field: SchemaField, table: Table, around: Around) -> SchemaField:
    """Decap's own range does not count where a pattern stands."""
    type_ = table.plain(old(table, "value_type")) or ("int" if around.is_sveltia else "")
    if type_ in _TEXT_NUMBERS:
        table.keep(old(table, "value_type"))
        table.keep("default")
        return replace(field, kind=FieldKind.LINE)
    return replace(
        field,
        kind=FieldKind.NUMBER,
        is_whole=True if type_ in _WHOLE_NUMBERS else None,
        bounds=stepped(table) if field.shape is None else None,
    )


def _switch(field: SchemaField, _table: Table, _around: Around) -> SchemaField:
    return replace(field, kind=FieldKind.SWITCH)


def _date_time(field: SchemaField, table: Table, around: Around) -> SchemaField:
    return date_time(field, table, is_sveltia=around.is_sveltia)


def _date(field: SchemaField, table: Table, around: Around) -> SchemaField:
    """The old widget for a day without a time."""
    found = date_time(field, table, is_sveltia=around.is_sveltia)
    if found.date_format and date_kind(found.date_format) is not FieldKind.DATE:
        return found
    return replace(found, kind=FieldKind.DATE)


def _code(field: SchemaField, table: Table, _: Around) -> SchemaField:
    """The text alone, or a mapping of the text and its language."""
    language = table.plain("default_language") or ""
    code = replace(field, kind=FieldKind.CODE, language=language)
    if table.flag("output_code_only"):
        return code
    keys = table.table("keys")
    names = [(keys and keys.plain(name)) or name for name in ("code", "lang")]
    parts = (
        SchemaField(key=names[0], said=field.said, kind=FieldKind.CODE, language=language),
        SchemaField(key=names[1], said=field.said, kind=FieldKind.LINE),
    )
    return replace(field, kind=FieldKind.OBJECT, fields=parts, shape=None)


def _colour(field: SchemaField, _table: Table, _around: Around) -> SchemaField:
    return replace(field, kind=FieldKind.COLOUR)


def _map(field: SchemaField, _table: Table, _around: Around) -> SchemaField:
    """A text of GeoJSON."""
    return replace(field, kind=FieldKind.CODE, language="json")


def _hidden(field: SchemaField, table: Table, _: Around) -> SchemaField:
    """It may hold anything, and nobody is asked for it."""
    is_required = True if table.has("required") and field.required else None
    return replace(field, is_hidden=True, required=is_required)


def _computed(field: SchemaField, table: Table, _: Around) -> SchemaField:
    return replace(
        field,
        kind=FieldKind.LINE,
        computed=table.plain("value") or "",
        is_read_only=True,
        required=None,
    )


def _uuid(field: SchemaField, table: Table, _: Around) -> SchemaField:
    old_flag = table.flag("read_only")
    said = old_flag if field.is_read_only is None else field.is_read_only
    return replace(field, kind=FieldKind.LINE, is_read_only=said is not False)


WIDGETS: dict[str, Widget] = {
    "string": _line,
    "text": _paragraph,
    "markdown": _markdown,
    "richtext": _markdown,
    "number": _number,
    "boolean": _switch,
    "datetime": _date_time,
    "date": _date,
    "select": select,
    "relation": relation,
    "list": list_of,
    "object": object_of,
    "image": image,
    "file": file,
    "code": _code,
    "color": _colour,
    "map": _map,
    "hidden": _hidden,
    "compute": _computed,
    "uuid": _uuid,
    "keyvalue": key_value,
}
