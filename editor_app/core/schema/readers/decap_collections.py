"""The collections of Decap CMS, Sveltia CMS and Static CMS: folders of entries, single files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from editor_app.core.data_files.table import Table
from editor_app.core.frontmatter.nodes import Mapping, Value
from editor_app.core.schema.readers.decap_conditions import filters
from editor_app.core.schema.readers.decap_fields import Around, fields_of
from editor_app.core.schema.readers.decap_files import SVELTIA
from editor_app.core.schema.readers.decap_locales import by_locale, front_matter, own_locales
from editor_app.core.schema.readers.decap_media import media
from editor_app.core.schema.readers.decap_places import (
    Locales,
    Place,
    depth_of,
    ending_of,
    file_patterns,
    has_front_matter,
)
from editor_app.core.schema.schema import Collection, Said, SchemaField, field_named

SINGLETONS = "_singletons"
_TITLES = ("title", "name", "label", "headline", "header")
_KEPT = ("format", "extension", "i18n", "nested")
"""Options that are used here, and say more than this tells."""


def collections_of(table: Table, around: Around, whole: Locales) -> Iterator[Collection]:
    """What one table of the list means."""
    if table.has("divider"):
        return
    name = table.needed("name")
    if name is None:
        return
    locales = own_locales(table, whole)
    around = _with_media(table, around)
    if table.has("files"):
        form = table.plain("format") or ""
        for each in table.objects("files"):
            yield from single_file(name.text, each, form, around, locales)
    elif table.has("folder"):
        yield from _folder(name.text, table, around, locales)
    else:
        table.missing("folder")


def _with_media(table: Table, around: Around) -> Around:
    """Entries that have a path of their own keep their pictures beside them."""
    folder, public = media(table, around)
    if table.has("folder") and table.has("path") and not table.has("media_folder"):
        folder = public = ""
    return replace(around, media_folder=folder, public_folder=public)


# --- folders


def _folder(name: str, table: Table, around: Around, locales: Locales) -> Iterator[Collection]:
    place = _place(table, around, locales)
    has_body = has_front_matter(f".{place.ending}", table.plain("format") or "")
    body = _body_key(table, around) if has_body else ""
    whole = Collection(
        name=name,
        said=Said(around.source, table.file, table.line()),
        files=(),
        label=table.plain("label") or "",
        folder=place.folder.strip("/"),
        fields=tuple(fields_of(table, "fields", around)),
        conditions=filters(table, around.source == SVELTIA),
        new_name=place.new_name,
        media_folder=around.media_folder,
        public_folder=around.public_folder,
    )
    whole = replace(whole, title_key=_title(table, whole.fields))
    index = _index(table, place, around)
    whole = replace(whole, options=_options(table, whole.fields, body))
    without = () if index is None else tuple(f"!{pattern}" for pattern in index[0])

    def patterns(names: Sequence[str]) -> tuple[str, ...]:
        return (*place.patterns(names), *without)

    yield from by_locale(whole, patterns, locales, body)
    if index is not None:
        files, fields = index
        yield replace(whole, files=files, fields=front_matter(fields, body), new_name="")


def _place(table: Table, around: Around, locales: Locales) -> Place:
    """Where the entries stand; Decap and Static look through all folders as deep as `path` is."""
    path = table.plain("path") or ""
    nested = table.table("nested")
    depth = depth_of(path)
    if nested is not None:
        limit = nested.amount("depth")
        depth = int(limit) if limit is not None and limit >= 1 else 0
    return Place(
        folder=table.plain("folder") or "",
        path=path.strip("/"),
        slug=_slug(table),
        ending=ending_of(table.plain("extension") or "", table.plain("format") or ""),
        depth=depth,
        is_exact=around.is_sveltia and nested is None,
        locales=locales,
    )


def _slug(table: Table) -> str:
    """A template, or in Sveltia a table with one."""
    entry = table.entry("slug")
    if entry is not None and isinstance(entry.value, Mapping):
        return table.inner(entry.value, "slug").plain("template") or ""
    return table.plain("slug") or ""


def _index(
    table: Table, place: Place, around: Around
) -> tuple[tuple[str, ...], tuple[SchemaField, ...]] | None:
    """The patterns and fields of a folder's own page, where it has other fields (Sveltia)."""
    entry = table.entry("index_file")
    if entry is None or not isinstance(entry.value, Mapping):
        return None
    said = table.inner(entry.value, "index_file")
    if not said.has("fields"):
        return None
    fields = tuple(fields_of(said, "fields", around))
    return place.index(said.plain("name") or "_index"), fields


def _title(table: Table, fields: Sequence[SchemaField]) -> str:
    said = table.plain("identifier_field") or ""
    return next((key for key in (said, *_TITLES) if key and field_named(fields, key)), said)


def _options(
    table: Table, fields: Sequence[SchemaField], body: str
) -> tuple[tuple[str, Value], ...]:
    for key in _KEPT:
        table.keep(key)
    text = field_named(fields, body) if body else None
    more = () if text is None else (("body", dict(text.options) | {"required": text.required}),)
    return (*table.rest(), *more)


# --- single files


def single_file(
    collection: str, table: Table, form: str, around: Around, whole: Locales
) -> Iterator[Collection]:
    """A file with fields of its own."""
    if table.has("divider"):
        return
    name, file = table.needed("name"), table.needed("file")
    if name is None or file is None:
        return
    form = table.plain("format") or form
    path = file.text.strip("/")
    body = _body_key(table, around) if has_front_matter(path, form) else ""
    locales = own_locales(table, whole)
    around = _with_media(table, around)
    fields = tuple(fields_of(table, "fields", around))
    one = Collection(
        name=f"{collection}/{name.text}",
        said=Said(around.source, table.file, table.line()),
        files=(),
        label=table.plain("label") or "",
        folder=path.rpartition("/")[0],
        fields=fields,
        title_key=_title(table, fields),
        media_folder=around.media_folder,
        public_folder=around.public_folder,
        options=_options(table, fields, body),
    )

    def patterns(names: Sequence[str]) -> tuple[str, ...]:
        return file_patterns(path, locales, names)

    yield from by_locale(one, patterns, locales, body)


# --- the body


def _body_key(table: Table, around: Around) -> str:
    """The field that stands below the front matter; empty where none does."""
    said = table.table("body_field") if around.is_sveltia else None
    if said is None:
        return "body"
    return "" if said.flag("inline") else said.plain("key") or "body"
