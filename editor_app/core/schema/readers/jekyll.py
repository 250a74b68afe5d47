"""What a Jekyll site says of its posts: collections, layouts, and lists of authors and words.

`defaults` are values and no types: `core/site/inherited.py` hands them down.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor_app.core.data_files.rows import ENDINGS, Row, rows_of
from editor_app.core.data_files.site_files import SiteFiles
from editor_app.core.data_files.table import Table
from editor_app.core.frontmatter.nodes import Value
from editor_app.core.generator import Generator
from editor_app.core.schema.kind import FieldKind
from editor_app.core.schema.schema import Choice, Collection, Relation, Said, Schema, SchemaField

SOURCE = "Jekyll"
CONFIGS = ("_config.yml", "_config.yaml", "_config.toml")
DEEPEST = 4
"""Folders below `_layouts` in which layouts may stand."""

_POSTS = frozenset({"posts", "drafts", "data"})
_WORDS = ("categories", "tags")


def read(files: SiteFiles, _: Generator) -> Iterator[Schema]:
    """One schema for a Jekyll site, with or without a configuration, that says something."""
    name = files.first(*CONFIGS) or ""
    table = files.table(name) if name else None
    source = _folder(table, "source", "")
    fields = tuple(_fields(files, table, source))
    found = _collections(table, name, source, fields)
    says = tuple(each for each in found if each.fields or each.said.line)
    if says:
        yield Schema(SOURCE, (name,) if name else (), says)


# --- collections


def _collections(
    table: Table | None, file: str, source: str, fields: tuple[SchemaField, ...]
) -> Iterator[Collection]:
    above = f"{source}/{_folder(table, 'collections_dir', '')}".rstrip("/")
    own = tuple(_named(table))
    posts = (f"{source}/**/_posts/**", f"{source}/**/_drafts/**")
    below = {name: f"{above}/_{name}" for name, _ in own if name not in _POSTS}
    said = dict(own)
    yield Collection(
        name="posts",
        said=_said(said.get("posts"), file),
        files=posts,
        label=_label(said.get("posts")),
        folder=f"{above}/_posts".lstrip("/"),
        fields=fields,
        title_key="title",
    )
    for name, folder in below.items():
        yield Collection(
            name=name,
            said=_said(said[name], file),
            files=(f"{folder}/**",),
            label=_label(said[name]),
            folder=folder.lstrip("/"),
            fields=fields,
            title_key="title",
            options=_options(said[name]),
        )
    pages = (f"{source}/**", f"!{source}/**/_*/**")
    yield Collection(
        name="pages", said=_said(None, file), files=pages, fields=fields, title_key="title"
    )


def _named(table: Table | None) -> Iterator[tuple[str, tuple[Table, str] | None]]:
    """The collections that the configuration names, each with the table and key that say so."""
    if table is None:
        return
    value = table.value("collections")
    if isinstance(value, dict):
        inner = table.table("collections")
        yield from ((name, (inner, name)) for name in value if inner is not None)
    elif isinstance(value, list):
        yield from ((name, (table, "collections")) for name in value if isinstance(name, str))
        if not all(isinstance(name, str) for name in value):
            table.warn("collections", "{key} holds what is no name of a collection")
    elif value is not None:
        table.warn("collections", "{key} is neither a list nor a table of collections")


def _said(place: tuple[Table, str] | None, file: str) -> Said:
    return Said(SOURCE, file) if place is None else Said(SOURCE, file, place[0].line(place[1]))


def _metadata(place: tuple[Table, str] | None) -> dict[str, Value]:
    value = None if place is None else place[0].value(place[1])
    return value if isinstance(value, dict) else {}


def _label(place: tuple[Table, str] | None) -> str:
    """Jekyll itself has none; this is the word of its admin plugin."""
    label = _metadata(place).get("sidebar_label")
    return label if isinstance(label, str) else ""


def _options(place: tuple[Table, str] | None) -> tuple[tuple[str, Value], ...]:
    return tuple((key, each) for key, each in _metadata(place).items() if key != "sidebar_label")


# --- fields


def _fields(files: SiteFiles, table: Table | None, source: str) -> Iterator[SchemaField]:
    yield from _layout(files, table, source)
    data = _inside(source, _folder(table, "data_dir", "_data"))
    authors = _data_file(files, data, "authors")
    if authors:
        yield from _authors(files, authors)
    for key in _WORDS:
        name = _data_file(files, data, key)
        rows = rows_of(files, name) if name else ()
        if rows:
            yield SchemaField(
                key=key,
                said=Said(SOURCE, name, 1),
                kind=FieldKind.LIST,
                choices=_choices(rows),
                taxonomy=key,
            )


def _layout(files: SiteFiles, table: Table | None, source: str) -> Iterator[SchemaField]:
    """A theme brings layouts that do not stand in the site; then these are proposals only."""
    folder = _inside(source, _folder(table, "layouts_dir", "_layouts"))
    names = sorted(set(_layouts(files, folder, "", DEEPEST)))
    if not names:
        return
    has_theme = table is not None and any(table.value(key) for key in ("theme", "remote_theme"))
    yield SchemaField(
        key="layout",
        said=Said(SOURCE, folder),
        kind=FieldKind.CHOICE,
        choices=tuple(map(Choice, (*names, "none", None))),
        is_limit=not has_theme,
    )


def _layouts(files: SiteFiles, folder: str, above: str, depth: int) -> Iterator[str]:
    for name in files.names(folder):
        inner = f"{folder}/{name}"
        if files.is_folder(inner):
            if depth:
                yield from _layouts(files, inner, f"{above}{name}/", depth - 1)
        elif not name.startswith(".") and "." in name:
            yield above + name.rpartition(".")[0]


def _authors(files: SiteFiles, name: str) -> Iterator[SchemaField]:
    rows = rows_of(files, name)
    relation = Relation(file=name, value="id", shown=("name",))
    said, choices = Said(SOURCE, name, 1), _choices(rows)
    yield SchemaField(
        key="author", said=said, kind=FieldKind.RELATION, choices=choices, relation=relation
    )
    yield SchemaField(
        key="authors",
        said=said,
        kind=FieldKind.LIST,
        item=FieldKind.RELATION,
        choices=choices,
        relation=relation,
    )


def _choices(rows: Sequence[Row]) -> tuple[Choice, ...]:
    return tuple(Choice(row.id, "" if row.label == row.id else row.label) for row in rows)


def _data_file(files: SiteFiles, folder: str, stem: str) -> str:
    return files.first(*(f"{folder}/{stem}{ending}" for ending in ENDINGS)) or ""


# --- folders


def _folder(table: Table | None, key: str, otherwise: str) -> str:
    """A folder that the configuration names, with a slash before it unless it is the root."""
    value = None if table is None else table.value(key)
    if table is None or value is None:
        return _slashed(otherwise)
    if not isinstance(value, str):
        table.warn(key, "{key} is not a text")
        return _slashed(otherwise)
    return _slashed(value)


def _slashed(folder: str) -> str:
    steps = [step for step in folder.replace("\\", "/").split("/") if step not in {"", "."}]
    return "".join(f"/{step}" for step in steps)


def _inside(source: str, folder: str) -> str:
    return f"{source}{folder}".lstrip("/")
