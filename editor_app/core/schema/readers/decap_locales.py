"""How Decap CMS and its kin write the same entry in several languages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from editor_app.core.data_files.table import Table
from editor_app.core.frontmatter.nodes import Mapping
from editor_app.core.schema.kind import FieldKind
from editor_app.core.schema.readers.decap_places import Locales
from editor_app.core.schema.schema import Collection, SchemaField

_TRANSLATED = (True, "translate", "duplicate")

Patterns = Callable[[Sequence[str]], tuple[str, ...]]
"""Of the files of these locales."""


def locales_of(table: Table, whole: Locales) -> Locales:
    """What a mapping `i18n` says, and for the rest those of the whole site."""
    said = table.table("i18n")
    if said is None:
        return whole
    names = said.words("locales") or whole.names
    default = said.plain("default_locale") or whole.default or next(iter(names), "")
    is_bare = any(
        said.flag(key)
        for key in ("omit_default_locale_from_file_path", "omit_default_locale_from_filename")
    )
    return Locales(
        said.plain("structure") or whole.structure, names, default, is_bare or whole.is_default_bare
    )


def own_locales(table: Table, whole: Locales) -> Locales:
    """Those of a collection or file: it is translated where it says so."""
    entry = table.entry("i18n")
    if entry is None or not whole.names:
        return Locales()
    if isinstance(entry.value, Mapping):
        return locales_of(table, whole)
    return whole if table.flag("i18n") else Locales()


def front_matter(fields: Sequence[SchemaField], body: str) -> tuple[SchemaField, ...]:
    return tuple(field for field in fields if field.key != body)


def by_locale(
    whole: Collection, patterns: Patterns, locales: Locales, body: str
) -> Iterator[Collection]:
    """The collection for each way in which its locales are written."""
    fields = front_matter(whole.fields, body)
    files = patterns(locales.names)
    if locales.structure == "single_file":
        # Each locale has a mapping, and in it the body too.
        fields = tuple(_in_locale(whole, name, locales) for name in locales.names)
    elif locales.structure == "single_file_default_root":
        fields = (*fields, *(_in_locale(whole, name, locales) for name in locales.others))
    own = patterns((locales.default,))
    others = patterns(locales.others)
    if locales.others and own != files != others:
        yield replace(whole, files=own, fields=fields)
        yield replace(whole, files=others, fields=_translated(fields))
    else:
        yield replace(whole, files=files, fields=fields)


def _in_locale(whole: Collection, locale: str, locales: Locales) -> SchemaField:
    """The mapping that holds the fields of one locale."""
    is_default = locale == locales.default
    return SchemaField(
        key=locale,
        said=whole.said,
        kind=FieldKind.OBJECT,
        required=True if is_default else None,
        fields=whole.fields if is_default else _translated(whole.fields),
    )


def _translated(fields: Sequence[SchemaField]) -> tuple[SchemaField, ...]:
    """Those that stand in other locales than the default one."""
    return tuple(
        replace(field, fields=tuple(map(_if_translated, field.fields)))
        for field in fields
        if _is_translated(field)
    )


def _is_translated(field: SchemaField) -> bool:
    return dict(field.options).get("i18n") in _TRANSLATED


def _if_translated(part: SchemaField) -> SchemaField:
    """A part that other locales may have; nobody asks them for one that is not translated."""
    parts = tuple(map(_if_translated, part.fields))
    required = part.required if _is_translated(part) else None
    return replace(part, fields=parts, required=required)
