"""A key that a post does not have: where it belongs, and what to write there."""

from __future__ import annotations

from collections.abc import Sequence

from editor_app.core.frontmatter.front_matter import FrontMatter
from editor_app.core.frontmatter.nodes import Mapping, Value
from editor_app.core.frontmatter.verbatim import Verbatim, Wanted
from editor_app.core.schema.dates import read_date
from editor_app.core.schema.judge_kind import has_kind
from editor_app.core.schema.kind import FieldKind
from editor_app.core.schema.kinds import DATE_KINDS
from editor_app.core.schema.misfit import NOTHING, Nothing
from editor_app.core.schema.reading import Keys
from editor_app.core.schema.schema import SchemaField
from editor_app.core.text.spans import Span

_EMPTY: dict[FieldKind, Value] = {
    FieldKind.NUMBER: None,
    FieldKind.SWITCH: False,
    FieldKind.DATE: None,
    FieldKind.DATE_TIME: None,
    FieldKind.TIME: None,
    FieldKind.RAW: None,
    FieldKind.LIST: [],
    FieldKind.OBJECTS: [],
}
"""What is written for a value that nobody knows; an empty text where nothing stands here."""


def place_of(
    field: SchemaField,
    mapping: Mapping,
    keys: Keys,
    fields: Sequence[SchemaField],
    front_matter: FrontMatter,
) -> tuple[int | None, Span]:
    """Where an absent key belongs: before which entry, and the place to point at.

    After the nearest key before it in the schema that is there; else before the nearest after
    it; else at the end.
    """
    at = next(number for number, each in enumerate(fields) if each is field)
    entries = mapping.entries
    for each in reversed(fields[:at]):
        entry = keys.entry(each.key)
        if entry is not None and keys.is_own(entry):
            end = entry.span.end
            return entries.index(entry) + 1, Span(end, end)
    for each in fields[at + 1 :]:
        entry = keys.entry(each.key)
        if entry is not None and keys.is_own(entry):
            start = entry.span.start
            return entries.index(entry), Span(start, start)
    closing = front_matter.closing
    if mapping is front_matter.root and closing is not None:
        return None, Span(closing.start, closing.start)
    end = entries[-1].span.end if entries else mapping.span.end
    return None, Span(end, end)


def first_value(field: SchemaField) -> tuple[Wanted | Nothing, bool]:
    """What to write for a key that is missing, and whether the schema says so."""
    default = field.default
    is_template = isinstance(default, str) and "{{" in default
    if default is not None and not is_template and has_kind(field.kind, default):
        is_date = field.kind in DATE_KINDS and isinstance(default, str)
        if is_date and read_date(str(default)) is not None:
            return Verbatim(str(default)), True
        return default, True
    if field.is_limit and len(field.choices) == 1 and field.kind is not FieldKind.LIST:
        return field.choices[0].value, False
    if field.kind is FieldKind.OBJECT:
        return NOTHING, False
    return (_EMPTY.get(field.kind, "") if field.kind else ""), False
