"""The widgets of Decap CMS and its kin for pictures and files, and where those are kept."""

from __future__ import annotations

from dataclasses import replace

from editor_app.core.data_files.table import Table
from editor_app.core.schema.kind import FieldKind
from editor_app.core.schema.readers.decap_choices import one_or_several
from editor_app.core.schema.readers.decap_fields import Around
from editor_app.core.schema.readers.foreign import range_of
from editor_app.core.schema.schema import SchemaField


def image(field: SchemaField, table: Table, around: Around) -> SchemaField:
    return _media(field, table, around, FieldKind.IMAGE)


def file(field: SchemaField, table: Table, around: Around) -> SchemaField:
    return _media(field, table, around, FieldKind.FILE)


def _media(field: SchemaField, table: Table, around: Around, kind: FieldKind) -> SchemaField:
    folder, public = media(table, around)
    field = replace(field, folder=folder, public_folder=public)
    library = table.table("media_library")
    config = library.table("config") if library is not None else None
    table.keep("media_library")
    is_several = config is not None and config.flag("multiple")
    if is_several and not table.has("multiple"):
        return replace(field, kind=FieldKind.LIST, item=kind, bounds=range_of(table))
    return one_or_several(field, table, kind)


def media(table: Table, around: Around) -> tuple[str | None, str | None]:
    """The folders that a field, a file or a collection says itself, or those around it."""
    whole = around.whole_media_folder
    folder, public = table.plain("media_folder"), table.plain("public_folder")
    if folder is not None:
        folder = folder.replace("{{media_folder}}", whole.lstrip("/"))
        if public is None:
            public = folder
    if public is not None:
        public = public.replace("{{public_folder}}", around.whole_public_folder)
    return (
        around.media_folder if folder is None else folder,
        around.public_folder if public is None else public,
    )
