"""The widgets of Decap CMS and its kin that hold other fields: lists, objects, mappings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from editor_app.core.data_files.table import Table
from editor_app.core.frontmatter.nodes import Value
from editor_app.core.schema.key_names import TAXONOMIES
from editor_app.core.schema.kind import FieldKind
from editor_app.core.schema.readers.decap_fields import (
    Around,
    field_of,
    fields_of,
    old,
)
from editor_app.core.schema.readers.decap_files import STATIC
from editor_app.core.schema.readers.foreign import range_of
from editor_app.core.schema.readers.united import united
from editor_app.core.schema.schema import Choice, Said, SchemaField

_NESTED = frozenset({FieldKind.LIST, FieldKind.OBJECTS})


def list_of(field: SchemaField, table: Table, around: Around) -> SchemaField:
    """Of texts, of values of one field, of objects, or of objects of several types."""
    bounds = range_of(table) if field.shape is None else None
    field = replace(field, kind=FieldKind.OBJECTS, bounds=bounds)
    if table.has("fields"):
        only = _only_field(table) if around.source == STATIC else None
        if only is not None:
            return _of_one(field, only, around, table.value("fields"))
        return replace(field, fields=tuple(fields_of(table, "fields", around.in_list)))
    if table.has("field"):
        return _of_one(field, table.table("field"), around, table.value("field"))
    if table.has("types"):
        return replace(field, fields=typed(table, around.in_list))
    return _plain_list(field, FieldKind.LINE)


def _only_field(table: Table) -> Table | None:
    """The one of several possible fields: Static CMS then writes its values without its name."""
    items = table.items("fields") or ()
    return next(table.objects("fields"), None) if len(items) == 1 else None


def _of_one(field: SchemaField, inner: Table | None, around: Around, said: Value) -> SchemaField:
    """A list whose items are what one field holds; what that says of an item is said here."""
    item = None if inner is None else field_of(inner, around.in_list, field.key)
    if item is None:
        return _plain_list(field, FieldKind.LINE)
    more = (("field", said),)
    if item.kind is FieldKind.OBJECT:
        return replace(field, fields=item.fields, options=(*field.options, *more))
    kind = FieldKind.RAW if item.kind in _NESTED else item.kind or FieldKind.LINE
    return replace(
        _plain_list(field, kind),
        choices=item.choices,
        is_limit=item.is_limit,
        relation=item.relation,
        folder=item.folder,
        public_folder=item.public_folder,
        date_format=item.date_format,
        date_zone=item.date_zone,
        language=item.language,
        options=(*field.options, *more),
    )


def _plain_list(field: SchemaField, item: FieldKind) -> SchemaField:
    words = {FieldKind.LINE, FieldKind.CHOICE}
    taxonomy = TAXONOMIES.get(field.key, "") if item in words else ""
    return replace(field, kind=FieldKind.LIST, item=item, taxonomy=taxonomy)


def object_of(field: SchemaField, table: Table, around: Around) -> SchemaField:
    if table.has("types") and not table.has("fields"):
        parts = typed(table, around.in_object)
    else:
        if not table.has("fields"):
            table.missing("fields")
        parts = tuple(fields_of(table, "fields", around.in_object))
    return replace(field, kind=FieldKind.OBJECT, fields=parts)


def key_value(field: SchemaField, _table: Table, _around: Around) -> SchemaField:
    """A mapping whose keys nobody knows before."""
    return replace(field, kind=FieldKind.OBJECT)


def typed(table: Table, around: Around) -> tuple[SchemaField, ...]:
    """The parts of objects of several types, each on condition of its type."""
    key = table.plain(old(table, "type_key")) or "type"
    types: list[tuple[str, str, tuple[SchemaField, ...]]] = []
    for each in table.objects("types"):
        name = each.needed("name")
        if name is None:
            continue
        label = each.plain("label") or ""
        types.append((name.text, label, tuple(_parts(each, around))))
    names = tuple(Choice(name, label) for name, label, _ in types)
    first = SchemaField(
        key=key,
        said=_said(table, around),
        kind=FieldKind.CHOICE,
        required=True,
        choices=names,
        is_limit=True,
    )
    every = [(name, part) for name, _, parts in types for part in parts if part.key != key]
    return (first, *united(key, every, len(types)))


def _parts(type_: Table, around: Around) -> Iterator[SchemaField]:
    """A type's own fields, or its only one."""
    if type_.has("fields"):
        yield from fields_of(type_, "fields", around)
    elif type_.has("field"):
        inner = type_.table("field")
        only = None if inner is None else field_of(inner, around)
        if only is not None:
            yield only


def _said(table: Table, around: Around) -> Said:
    return Said(around.source, table.file, table.line("types"))
