"""The dates of Decap CMS, Sveltia CMS and Static CMS."""

from __future__ import annotations

from dataclasses import replace

from editor_app.core.data_files.table import Table
from editor_app.core.frontmatter.nodes import Scalar
from editor_app.core.schema.kind import FieldKind
from editor_app.core.schema.readers.date_tokens import date_kind
from editor_app.core.schema.readers.decap_fields import old
from editor_app.core.schema.schema import Bounds, SchemaField

UTC = "UTC"
_TYPES = {
    "date": FieldKind.DATE,
    "time": FieldKind.TIME,
    "datetime-local": FieldKind.DATE_TIME,
}
_DAY, _CLOCK = "YYYY-MM-DD", "HH:mm"


def date_time(field: SchemaField, table: Table, *, is_sveltia: bool) -> SchemaField:
    """`format` first; else the formats of date and time, each of which may be switched off."""
    form = table.plain("format") or ""
    date = _format(table, old(table, "date_format"), _DAY)
    time = _format(table, old(table, "time_format"), _CLOCK)
    kind = None
    if is_sveltia and table.has("type"):
        kind = _TYPES.get(table.choice("type", tuple(_TYPES)) or "")
    if not form:
        form = "T".join(each for each in (date, time) if isinstance(each, str) and each)
    if kind is None:
        kind = date_kind(form) if form else FieldKind.DATE_TIME
    if date is False:
        kind = FieldKind.TIME
    elif time is False:
        kind = FieldKind.DATE
    return replace(
        field,
        kind=kind,
        date_format=form,
        date_zone=_zone(table, is_sveltia),
        bounds=_bounds(table) if is_sveltia else None,
    )


def _format(table: Table, name: str, usual: str) -> str | bool | None:
    """A text, or the usual one for true; False where it is switched off."""
    entry = table.entry(name)
    if entry is None or table.is_nothing(entry.value):
        return None
    value = entry.value.yaml12 if isinstance(entry.value, Scalar) else None
    if value is True:
        return usual
    if value is False or isinstance(value, str):
        return value
    table.wrong(name, "{key} is not a text")
    return None


def _zone(table: Table, is_sveltia: bool) -> str:
    """UTC, or a zone by its name; empty for that of whoever writes."""
    if is_sveltia:
        zone = table.plain("input_timezone") or ""
        if table.flag("output_utc") or zone.lower() == "utc":
            return UTC
        if zone and zone != "local":
            return zone
    return UTC if table.flag(old(table, "picker_utc")) else ""


def _bounds(table: Table) -> Bounds | None:
    least, most = table.plain("min") or None, table.plain("max") or None
    return None if least is None and most is None else Bounds(least, most)
