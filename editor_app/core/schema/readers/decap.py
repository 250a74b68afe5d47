"""Decap CMS (once Netlify CMS), Sveltia CMS and Static CMS: `config.yml` of the admin page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from editor_app.core.data_files.site_files import SiteFiles
from editor_app.core.data_files.table import Table
from editor_app.core.generator import Generator
from editor_app.core.schema.readers.decap_collections import (
    SINGLETONS,
    collections_of,
    single_file,
)
from editor_app.core.schema.readers.decap_fields import Around
from editor_app.core.schema.readers.decap_files import ConfigFile, config_files
from editor_app.core.schema.readers.decap_locales import locales_of
from editor_app.core.schema.readers.decap_places import Locales
from editor_app.core.schema.readers.decap_widgets import WIDGETS
from editor_app.core.schema.schema import Collection, Schema


def read(files: SiteFiles, generator: Generator) -> Iterator[Schema]:
    """One schema for each configuration that is found."""
    tables = [
        (each, table)
        for each in config_files(files, generator)
        if (table := files.table(each.name, is_foreign=True)) is not None and _is_config(table)
    ]
    names = frozenset(name for _, table in tables for name in _names(table))
    # Sveltia reads several files as one.
    shared = next((table for _, table in tables if table.has("i18n")), None)
    locales = Locales() if shared is None else locales_of(shared, Locales())
    for config, table in tables:
        reader = _Reader(config, table, locales, names)
        yield Schema(config.source, (config.name,), tuple(reader.collections()))


def _is_config(table: Table) -> bool:
    return table.has("collections") or (table.has("singletons") and table.has("backend"))


def _names(table: Table) -> Iterator[str]:
    """Of the collections, told of nothing."""
    collections = table.value("collections")
    for each in collections if isinstance(collections, list) else ():
        if isinstance(each, dict) and isinstance(each.get("name"), str):
            yield str(each["name"])
    if table.has("singletons"):
        yield SINGLETONS


@dataclass(frozen=True, slots=True)
class _Reader:
    """Of one configuration."""

    config: ConfigFile
    table: Table
    locales: Locales
    names: frozenset[str]

    def collections(self) -> Iterator[Collection]:
        around = self._around()
        for each in self.table.objects("collections"):
            yield from collections_of(each, around, self.locales)
        for each in self.table.objects("singletons"):
            yield from single_file(SINGLETONS, each, "", around, self.locales)

    def _around(self) -> Around:
        """What holds everywhere: media folders from the site's root."""
        said, public = self.table.plain("media_folder"), self.table.plain("public_folder")
        folder = None if said is None else f"/{said.strip('/')}"
        public = folder if public is None else public
        defaults = self.table.table("field_defaults")
        return Around(
            source=self.config.source,
            media_folder=folder,
            public_folder=public,
            whole_media_folder=folder or "",
            whole_public_folder=public or "",
            targets=dict(self._targets()),
            collections=self.names,
            rich_text=None if defaults is None else defaults.table("richtext"),
            widgets=WIDGETS,
        )

    def _targets(self) -> Iterator[tuple[tuple[str, str], str]]:
        """The single files, by the names of collection and file."""
        groups = [(each, "files", each.value("name")) for each in self.table.objects("collections")]
        groups.append((self.table, "singletons", SINGLETONS))
        for table, key, collection in groups:
            files = table.value(key)
            for each in files if isinstance(files, list) else ():
                if isinstance(each, dict) and isinstance(each.get("file"), str):
                    path = str(each["file"]).replace("{{locale}}", self.locales.default)
                    yield (str(collection), str(each.get("name"))), path.lstrip("/")
