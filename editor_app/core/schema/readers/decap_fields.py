"""The fields of Decap CMS, Sveltia CMS and Static CMS: what all widgets have in common."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from editor_app.core.data_files.table import Table
from editor_app.core.frontmatter.nodes import Scalar, Sequence
from editor_app.core.schema.kind import FieldKind
from editor_app.core.schema.readers.decap_conditions import conditions
from editor_app.core.schema.readers.decap_files import SVELTIA
from editor_app.core.schema.readers.foreign import with_default
from editor_app.core.schema.schema import Said, SchemaField, Shape
from editor_app.core.schema.shapes import WRONG_PATTERN, of_javascript

_OLD_NAMES = {
    "date_format": "dateFormat",
    "time_format": "timeFormat",
    "picker_utc": "pickerUtc",
    "value_type": "valueType",
    "value_field": "valueField",
    "search_fields": "searchFields",
    "display_fields": "displayFields",
    "type_key": "typeKey",
}
"""Names that an option had, or has elsewhere in the family."""


@dataclass(frozen=True, slots=True)
class Around:
    """What a field takes from the places in which it stands.

    The folders are those of the collection, and of the whole site.
    `targets` are the files of the file collections, by the names of
    collection and file. `is_in_list`: the field is a part of a list's item,
    `is_deeper`: of a mapping inside of that item.
    """

    source: str
    media_folder: str | None
    public_folder: str | None
    whole_media_folder: str
    whole_public_folder: str
    targets: Mapping[tuple[str, str], str]
    collections: frozenset[str]
    rich_text: Table | None = None
    is_in_list: bool = False
    is_deeper: bool = False
    widgets: Mapping[str, Widget] = field(default_factory=dict)

    @property
    def is_sveltia(self) -> bool:
        return self.source == SVELTIA

    @property
    def in_list(self) -> Around:
        return replace(self, is_in_list=True, is_deeper=False)

    @property
    def in_object(self) -> Around:
        return replace(self, is_deeper=self.is_in_list)


Widget: TypeAlias = "Callable[[SchemaField, Table, Around], SchemaField]"
"""Makes the field of what all widgets have in common and its own options."""


def fields_of(table: Table, name: str, around: Around) -> Iterator[SchemaField]:
    """Those of a list of fields; one without a name is told."""
    for each in table.objects(name):
        found = field_of(each, around)
        if found is not None:
            yield found


def field_of(table: Table, around: Around, key: str = "") -> SchemaField | None:
    """One field; `key` where it needs no name of its own."""
    name = table.text("name") if key else table.needed("name")
    if name is None and not key:
        return None
    widget = table.plain("widget") or "string"
    hint = table.plain("hint") or ""
    if not hint and around.is_sveltia:
        hint = table.plain("comment") or ""
    base = SchemaField(
        key=key or (name.text if name else ""),
        said=Said(around.source, table.file, table.line()),
        label=table.plain("label") or "",
        help=hint,
        required=required(table),
        shape=_shape(table, around),
        conditions=conditions(table, around.is_in_list, around.is_deeper),
        is_read_only=table.flag("readonly"),
    )
    base = with_default(base, table)
    make = around.widgets.get(widget.lower())
    found = replace(base, kind=FieldKind.RAW) if make is None else make(base, table, around)
    said = (*found.options, *table.rest())
    return replace(found, options=said if make else (("widget", widget), *said))


def required(table: Table) -> bool | None:
    """True where nothing is said; unknown where it depends on the locale (Sveltia)."""
    entry = table.entry("required")
    if entry is not None and isinstance(entry.value, Sequence):
        table.keep("required")
        return None
    is_required = table.flag("required")
    return is_required is not False


def _shape(table: Table, around: Around) -> Shape | None:
    items = table.items("pattern")
    if not items:
        return None
    source = items[0]
    message = items[1] if len(items) > 1 else None
    if not isinstance(source, Scalar) or not source.text:
        table.wrong_item("pattern", source)
        return None
    found = of_javascript(source.text, has_literals=around.is_sveltia)
    if isinstance(found, str):
        table.tell(source.span, "pattern", WRONG_PATTERN, reason=found)
        return None
    return Shape(found, message.text if isinstance(message, Scalar) else "")


def old(table: Table, name: str) -> str:
    """The name under which a table has an option."""
    former = _OLD_NAMES[name]
    return former if table.has(former) and not table.has(name) else name
