"""The `prose` block in `_config.yml`, which tells the editor Prose of the fields of a folder."""

from __future__ import annotations

from collections.abc import Iterator

from editor_app.core.data_files.site_files import SiteFiles
from editor_app.core.data_files.table import Table
from editor_app.core.frontmatter.nodes import Value
from editor_app.core.generator import Generator
from editor_app.core.schema.kind import FieldKind
from editor_app.core.schema.schema import Choice, Collection, Said, Schema, SchemaField

SOURCE = "Prose"
FILES = ("_prose.yml", "_config.yml", "_config.yaml")
NOW = "CURRENT_DATETIME"

_KINDS = {
    "text": FieldKind.LINE,
    "textarea": FieldKind.PARAGRAPH,
    "checkbox": FieldKind.SWITCH,
    "button": FieldKind.SWITCH,
    "number": FieldKind.NUMBER,
    "select": FieldKind.CHOICE,
    "multiselect": FieldKind.LIST,
    "image": FieldKind.IMAGE,
}
_ASKED = frozenset({"element", "label", "help", "placeholder", "value", "options"})


def read(files: SiteFiles, _: Generator) -> Iterator[Schema]:
    """What the first file says that has such a block."""
    for name in FILES:
        table = files.table(name) if files.is_file(name) else None
        prose = None if table is None else _inner(table, "prose")
        metadata = None if prose is None else _inner(prose, "metadata")
        if metadata is not None:
            yield Schema(SOURCE, (name,), tuple(_collections(metadata)))
            return


def _inner(table: Table, key: str) -> Table | None:
    return table.table(key) if isinstance(table.value(key), dict) else None


def _collections(metadata: Table) -> Iterator[Collection]:
    """One for each folder; what a folder inside says of its own posts counts there alone."""
    folders = {name: name.strip("/") for name in metadata.names()}
    for name, folder in folders.items():
        if not isinstance(metadata.value(name), list):
            continue  # older ones are a text that is put on top of a post
        inner = (each for each in folders.values() if each.startswith(f"{folder}/"))
        yield Collection(
            name=folder.strip("_"),
            said=Said(SOURCE, metadata.file, metadata.line(name)),
            files=(f"/{folder}/**", *(f"!/{each}/**" for each in inner)),
            folder=folder,
            fields=tuple(_fields(metadata, name)),
        )


def _fields(metadata: Table, folder: str) -> Iterator[SchemaField]:
    items = metadata.items(folder) or ()
    for item, value in zip(items, map(metadata.value_of, items), strict=True):
        if not isinstance(value, dict):
            continue  # a line of such a text
        key = value.get("name")
        if not isinstance(key, str):
            metadata.warn(folder, "{key} holds a field without a name")
            continue
        field = value.get("field")
        said = Said(SOURCE, metadata.file, metadata.report.line(item.span))
        yield _field(key, said, field if isinstance(field, dict) else {})


def _field(key: str, said: Said, field: dict[str, Value]) -> SchemaField:
    element, default = field.get("element"), field.get("value")
    choices = tuple(_choices(field.get("options")))
    kind = _KINDS.get(element) if isinstance(element, str) else None
    is_now = default == NOW
    return SchemaField(
        key=key,
        said=said,
        kind=FieldKind.DATE_TIME if is_now else kind,
        label=_text(field.get("label")),
        help=_text(field.get("help")),
        placeholder=_text(field.get("placeholder")),
        default=None if is_now else default,
        choices=choices,
        is_limit=True if kind is FieldKind.CHOICE and choices else None,
        is_hidden=True if element == "hidden" else None,
        options=tuple((name, each) for name, each in field.items() if name not in _ASKED),
    )


def _choices(options: Value) -> Iterator[Choice]:
    for option in options if isinstance(options, list) else ():
        if isinstance(option, dict):
            yield Choice(option.get("value"), _text(option.get("name")))
        else:
            yield Choice(option)


def _text(value: Value) -> str:
    return value if isinstance(value, str) else ""
