"""The fields of Front Matter CMS, and those in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from editor_app.core.data_files.table import Table
from editor_app.core.frontmatter.nodes import Scalar, Sequence
from editor_app.core.schema.kind import FieldKind
from editor_app.core.schema.readers.foreign import with_default
from editor_app.core.schema.readers.front_matter_cms_conditions import conditions
from editor_app.core.schema.readers.front_matter_cms_types import (
    SIMPLE_TYPES,
    SOURCE,
    Around,
    Make,
)
from editor_app.core.schema.readers.united import united
from editor_app.core.schema.schema import Choice, Said, SchemaField

_IGNORED = frozenset({"divider", "heading"})
"""They only part the form."""


def fields_of(table: Table, name: str, around: Around) -> Iterator[SchemaField]:
    """Those of a list; a field collection gives the fields of its group."""
    for each in table.objects(name):
        type_ = each.plain("type") or ""
        if type_ in _IGNORED:
            continue
        if type_ == "fieldCollection":
            for group in _group_names(each):
                yield from _of_group(each, group, around)
            continue
        found = _field(each, type_, around)
        if found is not None:
            yield found


def _field(table: Table, type_: str, around: Around) -> SchemaField | None:
    name = table.needed("name")
    if name is None:
        return None
    if not type_ and not table.has("type"):
        table.missing("type")
    editable = table.flag("editable")
    base = SchemaField(
        key=name.text,
        said=Said(SOURCE, table.file, table.line()),
        label=table.plain("title") or "",
        help=table.plain("description") or "",
        required=table.flag("required"),
        conditions=conditions(table),
        is_hidden=table.flag("hidden"),
        is_read_only=True if editable is False else None,
    )
    base = with_default(base, table)
    make = _TYPES.get(type_)
    if make is None:
        table.keep("type")
        found = replace(base, kind=FieldKind.RAW)
    else:
        found = make(base, table, around)
    return replace(found, options=(*found.options, *table.rest()))


# --- fields in fields


def _object(field: SchemaField, table: Table, around: Around) -> SchemaField:
    if not table.has("fields"):
        table.missing("fields")
    return replace(field, kind=FieldKind.OBJECT, fields=tuple(fields_of(table, "fields", around)))


def _block(field: SchemaField, table: Table, around: Around) -> SchemaField:
    """A list of objects, each of one of several groups that it names in `fieldGroup`."""
    names = _group_names(table)
    parts = [(name, part) for name in names for part in _of_group(table, name, around)]
    group = SchemaField(
        key="fieldGroup",
        said=field.said,
        kind=FieldKind.CHOICE,
        required=True,
        choices=tuple(Choice(name) for name in names),
        is_limit=True,
    )
    every = [(name, part) for name, part in parts if part.key != group.key]
    fields = (group, *united(group.key, every, len(names)))
    return replace(field, kind=FieldKind.OBJECTS, fields=fields)


def _group_names(table: Table) -> tuple[str, ...]:
    """One name, or a list of names."""
    entry = table.entry("fieldGroup")
    if entry is None or table.is_nothing(entry.value):
        table.missing("fieldGroup")
        return ()
    if isinstance(entry.value, Sequence):
        return table.words("fieldGroup") or ()
    return (entry.value.text,) if isinstance(entry.value, Scalar) else ()


def _of_group(table: Table, name: str, around: Around) -> Iterator[SchemaField]:
    group = around.groups.get(name)
    if group is None:
        table.wrong("fieldGroup", "There is no field group {name}", name=name)
    elif name not in around.open_groups and around.count.left > 0:
        inner = replace(around, open_groups=around.open_groups | {name})
        for each in fields_of(group, "fields", inner):
            around.count.left -= 1
            yield each


_TYPES: dict[str, Make] = {**SIMPLE_TYPES, "fields": _object, "block": _block}
