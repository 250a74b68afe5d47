"""The widgets of Decap CMS and its kin that choose: from options, or from other entries."""

from __future__ import annotations

from dataclasses import replace

from editor_app.core.data_files.table import Table
from editor_app.core.schema.key_names import TAXONOMIES
from editor_app.core.schema.kind import FieldKind
from editor_app.core.schema.readers.decap_fields import Around, old
from editor_app.core.schema.readers.foreign import choices, range_of
from editor_app.core.schema.schema import Relation, SchemaField
from editor_app.core.text.expressions import expression

_TAG = expression(r"\{\{\s*([^{}]*?)\s*\}\}")
_SLUGS = ("", "{{slug}}", "{{locale}}/{{slug}}")


def select(field: SchemaField, table: Table, _: Around) -> SchemaField:
    if not table.has("options"):
        table.missing("options")
    found = tuple(choices(table, "options", "value", "label"))
    field = replace(field, choices=found, is_limit=True if found else None)
    return one_or_several(field, table, FieldKind.CHOICE)


def relation(field: SchemaField, table: Table, around: Around) -> SchemaField:
    name = table.plain("collection") or ""
    file = table.plain("file") or ""
    value = table.plain(old(table, "value_field")) or ""
    shown = table.words(old(table, "display_fields")) or ()
    target = around.targets.get((name, file), "") if file else ""
    if not table.has("collection"):
        table.missing("collection")
    elif name and name not in around.collections:
        table.wrong("collection", "There is no collection {name}", name=name)
    elif file and not target:
        table.wrong("file", "There is no file {name} in this collection", name=file)
    target_of = Relation("" if target else name, target, _value(value), shown)
    return one_or_several(replace(field, relation=target_of), table, FieldKind.RELATION)


def _value(text: str) -> str:
    """`{{slug}}`, `{{fields.name}}`, `name`; a template of several tags stays one."""
    if text in _SLUGS:
        return "slug"
    only = _TAG.fullmatch(text)
    return only[1].removeprefix("fields.") if only else text


def one_or_several(field: SchemaField, table: Table, kind: FieldKind) -> SchemaField:
    """The kind itself, or a list of such."""
    if not table.flag("multiple"):
        return replace(field, kind=kind)
    return replace(
        field,
        kind=FieldKind.LIST,
        item=kind,
        bounds=range_of(table) if field.shape is None else None,
        taxonomy=TAXONOMIES.get(field.key, "") if kind is FieldKind.CHOICE else "",
    )
