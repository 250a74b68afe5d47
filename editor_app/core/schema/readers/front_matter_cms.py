"""Front Matter CMS: `frontmatter.json`, and what belongs to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from editor_app.core.data_files.site_files import SiteFiles
from editor_app.core.data_files.table import Table
from editor_app.core.generator import Generator
from editor_app.core.schema.kind import FieldKind
from editor_app.core.schema.readers.front_matter_cms_around import around_of
from editor_app.core.schema.readers.front_matter_cms_fields import fields_of
from editor_app.core.schema.readers.front_matter_cms_folders import (
    PageFolder,
    deciding,
    every,
    page_folders,
)
from editor_app.core.schema.readers.front_matter_cms_settings import Settings, settings_of
from editor_app.core.schema.readers.front_matter_cms_types import SOURCE, Around
from editor_app.core.schema.schema import (
    Collection,
    Condition,
    Said,
    Schema,
    SchemaField,
    Test,
    field_named,
)

_DEFAULT = "default"
_OWN_KEY, _TYPE_KEY = "fmContentType", "type"
_TITLE = "title"
_PREFIX = "yyyy-MM-dd"

_BUILT_IN = (
    ("title", FieldKind.LINE),
    ("description", FieldKind.PARAGRAPH),
    ("date", FieldKind.DATE_TIME),
    ("preview", FieldKind.IMAGE),
    ("draft", FieldKind.SWITCH),
    ("tags", FieldKind.LIST),
    ("categories", FieldKind.LIST),
)
"""The content type of a site that says nothing of its own."""


@dataclass(frozen=True, slots=True)
class _ContentType:
    """One, with the table that says it; None for the one that is built in."""

    name: str
    fields: tuple[SchemaField, ...]
    table: Table | None = None


def read(files: SiteFiles, _: Generator) -> Iterator[Schema]:
    """The content types, each where it applies."""
    settings = settings_of(files)
    if settings is None:
        return
    around = around_of(files, settings)
    types = list(_content_types(settings, around))
    folders = page_folders(settings)
    if not types and not folders:
        return
    yield Schema(SOURCE, settings.files, tuple(_collections(settings, types, folders)))


def _content_types(settings: Settings, around: Around) -> Iterator[_ContentType]:
    for table in settings.items("taxonomy.contentTypes"):
        name = table.needed("name")
        if name is None:
            continue
        yield _ContentType(name.text, tuple(fields_of(table, "fields", around)), table)


def _built_in() -> _ContentType:
    fields = tuple(
        SchemaField(
            key=key,
            said=Said(SOURCE),
            kind=kind,
            item=FieldKind.LINE if kind is FieldKind.LIST else None,
            taxonomy=key if kind is FieldKind.LIST else "",
        )
        for key, kind in _BUILT_IN
    )
    return _ContentType(_DEFAULT, fields)


# --- which content type a post has


def _collections(
    settings: Settings, types: Sequence[_ContentType], folders: Sequence[PageFolder]
) -> Iterator[Collection]:
    """A post says its type itself, else its folder does, if that has only one."""
    names = tuple(dict.fromkeys(each.name for each in types))
    decided = [folder.types[0] if folder.decides(names) else _DEFAULT for folder in folders]
    if _DEFAULT not in names and (_DEFAULT in decided or not types):
        types = [*types, _built_in()]
    for each in types:
        files = deciding(folders, decided, each.name)
        if len(types) == 1:
            yield _collection(settings, each, folders, every(folders))
            continue
        if each.table is not None:
            yield _collection(
                settings, each, folders, every(folders), (_said(_OWN_KEY, each.name),)
            )
            conditions = (_unsaid(_OWN_KEY, names), _said(_TYPE_KEY, each.name))
            yield _collection(settings, each, folders, every(folders), conditions)
        if files:
            conditions = (_unsaid(_OWN_KEY, names), _unsaid(_TYPE_KEY, names))
            yield _collection(settings, each, folders, files, conditions)


def _said(key: str, name: str) -> Condition:
    return Condition((key,), Test.IS, (name,), from_root=True)


def _unsaid(key: str, names: Sequence[str]) -> Condition:
    return Condition((key,), Test.IS_NOT, tuple(names), from_root=True)


def _collection(
    settings: Settings,
    type_: _ContentType,
    folders: Sequence[PageFolder],
    files: tuple[str, ...],
    conditions: tuple[Condition, ...] = (),
) -> Collection:
    table = type_.table
    own = next((each for each in folders if type_.name in each.types), None)
    place = own or next(iter(folders), None)
    new_name = _new_name(settings, table, place)
    return Collection(
        name=type_.name,
        said=Said(SOURCE) if table is None else Said(SOURCE, table.file, table.line()),
        files=files,
        label=type_.name,
        folder=place.path if place is not None else "",
        fields=type_.fields,
        conditions=conditions,
        title_key=_TITLE if field_named(type_.fields, _TITLE) else "",
        new_name=new_name,
        options=() if table is None else table.rest(),
    )


def _new_name(settings: Settings, table: Table | None, place: PageFolder | None) -> str:
    """A date as a prefix where nothing says otherwise; the folder's word counts more."""
    prefix = settings.plain("templates.prefix")
    prefix = _PREFIX if settings.table_of("templates.prefix") is None else prefix or ""
    for each in (table, None if place is None else place.table):
        if each is not None and each.has("filePrefix"):
            prefix = each.plain("filePrefix") or ""
    if prefix and "{{" not in prefix:
        prefix = f"{{{{date|{prefix}}}}}"
    ending = (table and table.plain("fileType")) or settings.plain("content.defaultFileType")
    is_bundle = bool(table and table.flag("pageBundle"))
    stem = f"{prefix}-{{{{slug}}}}" if prefix else "{{slug}}"
    return f"{stem}/index.{ending or 'md'}" if is_bundle else f"{stem}.{ending or 'md'}"
