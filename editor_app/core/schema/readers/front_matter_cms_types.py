"""The types of Front Matter CMS that hold no fields of their own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from editor_app.core.data_files.table import Table
from editor_app.core.schema.kind import FieldKind
from editor_app.core.schema.readers.date_tokens import date_kind
from editor_app.core.schema.readers.foreign import choices, stepped
from editor_app.core.schema.schema import Bounds, Choice, Relation, SchemaField

SOURCE = "Front Matter CMS"

_TITLE = "title"
_MOST_FIELDS = 10_000
"""That groups make together: groups inside groups may mean any number."""


@dataclass(slots=True)
class Count:
    """Of the fields that may still come."""

    left: int = _MOST_FIELDS


@dataclass(frozen=True, slots=True)
class Around:
    """What the settings say for all fields.

    `taxonomies` are the known words of tags, categories and custom ones; `is_free`:
    others may be added. `open_groups` are those in which a field stands: a group
    does not stand in itself.
    """

    groups: Mapping[str, Table] = field(default_factory=dict)
    taxonomies: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    is_free: bool = True
    data_files: Mapping[str, str] = field(default_factory=dict)
    draft_choices: tuple[str, ...] = ()
    draft_is_choice: bool = False
    comma_fields: frozenset[str] = frozenset()
    date_format: str = ""
    date_zone: str = ""
    folder: str | None = None
    public_folder: str | None = None
    open_groups: frozenset[str] = frozenset()
    count: Count = field(default_factory=Count)


Make = Callable[[SchemaField, Table, Around], SchemaField]


# --- texts, numbers, dates


def _string(field: SchemaField, table: Table, around: Around) -> SchemaField:
    """A text of several lines where nothing says otherwise; of a title nobody writes such."""
    rich = table.value("wysiwyg")
    is_single = table.flag("single") or field.key == _TITLE or field.key in around.comma_fields
    if rich == "markdown":
        return replace(field, kind=FieldKind.MARKDOWN)
    if rich == "html" or rich is True:
        return replace(field, kind=FieldKind.CODE, language="html")
    return replace(field, kind=FieldKind.LINE if is_single else FieldKind.PARAGRAPH)


def _number(field: SchemaField, table: Table, _: Around) -> SchemaField:
    options = table.table("numberOptions")
    if options is None:
        return replace(field, kind=FieldKind.NUMBER)
    bounds = stepped(options)
    if bounds is not None and bounds.least == bounds.most == 0:  # as the editor fills them in
        bounds = replace(bounds, least=None, most=None)
    return replace(
        field,
        kind=FieldKind.NUMBER,
        is_whole=None if options.flag("isDecimal") else True,
        bounds=None if bounds == Bounds() else bounds,
    )


def _date_time(field: SchemaField, table: Table, around: Around) -> SchemaField:
    form = table.plain("dateFormat") or around.date_format
    kind = date_kind(form) if form else FieldKind.DATE_TIME
    return replace(field, kind=kind, date_format=form, date_zone=around.date_zone)


def _switch(field: SchemaField, _table: Table, _around: Around) -> SchemaField:
    return replace(field, kind=FieldKind.SWITCH)


def _draft(field: SchemaField, _: Table, around: Around) -> SchemaField:
    """A switch, or a choice of the settings."""
    if not around.draft_is_choice:
        return replace(field, kind=FieldKind.SWITCH)
    values = tuple(Choice(choice) for choice in around.draft_choices)
    return replace(field, kind=FieldKind.CHOICE, choices=values, is_limit=bool(values) or None)


def _line(field: SchemaField, _table: Table, _around: Around) -> SchemaField:
    return replace(field, kind=FieldKind.LINE)


# --- choices and lists


def _choice(field: SchemaField, table: Table, around: Around) -> SchemaField:
    if not table.has("choices"):
        table.missing("choices")
    found = tuple(choices(table, "choices", "id", "title"))
    field = replace(field, choices=found, is_limit=True if found else None)
    return _one_or_several(field, table, around, FieldKind.CHOICE)


def _list(field: SchemaField, _: Table, around: Around) -> SchemaField:
    if field.key in around.comma_fields:
        return replace(field, kind=FieldKind.LINE)
    return replace(field, kind=FieldKind.LIST, item=FieldKind.LINE)


def _tags(field: SchemaField, table: Table, around: Around) -> SchemaField:
    return _words(field, table, around, "tags")


def _categories(field: SchemaField, table: Table, around: Around) -> SchemaField:
    return _words(field, table, around, "categories")


def _taxonomy(field: SchemaField, table: Table, around: Around) -> SchemaField:
    if not table.has("taxonomyId"):
        table.missing("taxonomyId")
    return _words(field, table, around, table.plain("taxonomyId") or "")


def _words(field: SchemaField, table: Table, around: Around, taxonomy: str) -> SchemaField:
    """A list of words, which for one word may be that alone."""
    known = around.taxonomies.get(taxonomy, ())
    limit = table.amount("taxonomyLimit")
    is_text = bool(table.flag("singleValueAsString")) and limit == 1
    field = replace(
        field,
        taxonomy=taxonomy,
        choices=tuple(Choice(word) for word in known),
        is_limit=True if known and not around.is_free else None,
    )
    if is_text or field.key in around.comma_fields:
        return replace(field, kind=FieldKind.CHOICE if is_text else FieldKind.LINE)
    return replace(
        field,
        kind=FieldKind.LIST,
        item=FieldKind.LINE,
        bounds=Bounds(most=limit) if limit else None,
    )


def _one_or_several(
    field: SchemaField, table: Table, around: Around, kind: FieldKind
) -> SchemaField:
    if not table.flag("multiple"):
        return replace(field, kind=kind)
    if field.key in around.comma_fields:
        return replace(field, kind=FieldKind.LINE, is_limit=None)
    return replace(field, kind=FieldKind.LIST, item=kind)


# --- files and other posts


def _image(field: SchemaField, table: Table, around: Around) -> SchemaField:
    return _one_or_several(_kept(field, around), table, around, FieldKind.IMAGE)


def _file(field: SchemaField, table: Table, around: Around) -> SchemaField:
    return _one_or_several(_kept(field, around), table, around, FieldKind.FILE)


def _kept(field: SchemaField, around: Around) -> SchemaField:
    return replace(field, folder=around.folder, public_folder=around.public_folder)


def _data_file(field: SchemaField, table: Table, around: Around) -> SchemaField:
    name = table.plain("dataFileId") or ""
    if not name:
        table.missing("dataFileId")
    elif name not in around.data_files:
        table.wrong("dataFileId", "There is no data file {name}", name=name)
    value, shown = table.plain("dataFileKey") or "id", table.plain("dataFileValue") or ""
    relation = Relation("", around.data_files.get(name, ""), value, (shown,) if shown else ())
    field = replace(field, relation=relation if relation.file else None)
    return _one_or_several(field, table, around, FieldKind.RELATION)


def _relationship(field: SchemaField, table: Table, around: Around) -> SchemaField:
    name = table.plain("contentTypeName") or ""
    if not name:
        table.missing("contentTypeName")
    value = "slug" if table.plain("contentTypeValue") == "slug" else "path"
    relation = Relation(name, "", value, (_TITLE,)) if name else None
    return _one_or_several(replace(field, relation=relation), table, around, FieldKind.RELATION)


def _raw(field: SchemaField, table: Table, _: Around) -> SchemaField:
    table.keep("type")
    return replace(field, kind=FieldKind.RAW)


SIMPLE_TYPES: dict[str, Make] = {
    "string": _string,
    "number": _number,
    "datetime": _date_time,
    "boolean": _switch,
    "draft": _draft,
    "slug": _line,
    "choice": _choice,
    "list": _list,
    "tags": _tags,
    "categories": _categories,
    "taxonomy": _taxonomy,
    "image": _image,
    "file": _file,
    "dataFile": _data_file,
    "contentRelationship": _relationship,
    "json": _raw,
    "customField": _raw,
}
