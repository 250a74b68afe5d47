"""The files of Hugo's configuration, each with the part of it that it holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from editor_app.core.data_files.site_files import SiteFiles
from editor_app.core.data_files.table import Table
from editor_app.core.frontmatter.nodes import Value

_ENDINGS = (".toml", ".yaml", ".yml", ".json")
_MAIN = ("hugo", "config")
ENVIRONMENTS = ("_default", "production")
"""Those of a build; the later counts."""


@dataclass(frozen=True, slots=True)
class Part:
    """`key` is the setting whose value the whole file is, empty for all settings."""

    key: str
    table: Table

    def named(self, key: str) -> str | None:
        """A key of the table as it is written there; Hugo does not look at the case."""
        found = (name for name in reversed(self.table.names()) if name.lower() == key.lower())
        return next(found, None)


def parts_of(files: SiteFiles) -> tuple[Part, ...]:
    """The files that are there and can be read; of two that speak of a key the later counts."""
    names = [*_at_the_root(files), *_in_folders(files)]
    tables = ((key, files.table(name)) for name, key in names)
    return tuple(Part(key, table) for key, table in tables if table is not None)


def setting(parts: tuple[Part, ...], key: str) -> tuple[Value, Table, str] | None:
    """The last value of a setting, with the table and key that say it."""
    for part in reversed(parts):
        name = part.named(key) if not part.key else None
        if name is not None:
            return part.table.value(name), part.table, name
    return None


def texts(parts: tuple[Part, ...], key: str) -> tuple[str, ...]:
    """A setting that is a text or a list of texts."""
    found = setting(parts, key)
    value = None if found is None else found[0]
    listed = value if isinstance(value, list) else [value]
    return tuple(each for each in listed if isinstance(each, str) and each)


def tables(parts: tuple[Part, ...], key: str) -> Iterator[Table]:
    """The tables of a setting, one for each file that has it."""
    for part in parts:
        if part.key == key.lower():
            yield part.table
        name = part.named(key) if not part.key else None
        if name is not None and isinstance(part.table.value(name), dict):
            inner = part.table.table(name)
            if inner is not None:
                yield inner
        elif name is not None:
            part.table.warn(name, "{key} is not a table")


def _at_the_root(files: SiteFiles) -> Iterator[tuple[str, str]]:
    name = files.first(*(f"{stem}{ending}" for stem in _MAIN for ending in _ENDINGS))
    if name is not None:
        yield name, ""


def _in_folders(files: SiteFiles) -> Iterator[tuple[str, str]]:
    for environment in ENVIRONMENTS:
        folder = f"config/{environment}"
        for name in files.names(folder):
            stem, dot, ending = name.rpartition(".")
            if dot + ending in _ENDINGS and files.is_file(f"{folder}/{name}"):
                yield f"{folder}/{name}", "" if stem.lower() in _MAIN else stem.lower()
