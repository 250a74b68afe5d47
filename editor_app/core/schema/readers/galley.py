"""Galley's own schema: `[schema]` in the site's `galley.toml`.

Described for people in the README, for programs by `resources/schemas/galley.json`.
"""

from __future__ import annotations

from collections.abc import Iterator

from editor_app.core.data_files.site_files import SiteFiles
from editor_app.core.data_files.table import Table
from editor_app.core.frontmatter.nodes import Mapping
from editor_app.core.frontmatter.paths import parse_dotted
from editor_app.core.generator import Generator
from editor_app.core.schema.kind import FieldKind
from editor_app.core.schema.schema import (
    Bounds,
    Choice,
    Collection,
    Condition,
    Relation,
    Said,
    Schema,
    SchemaField,
    Shape,
    Test,
)
from editor_app.core.schema.shapes import WRONG_PATTERN
from editor_app.core.text.pattern import Pattern
from editor_app.core.text.patterns import fault

FILE = "galley.toml"
SOURCE = "Galley"

_KINDS = tuple(kind.value for kind in FieldKind)
_TESTS = {
    "is": Test.IS,
    "is-not": Test.IS_NOT,
    "matches": Test.MATCHES,
    "above": Test.ABOVE,
    "below": Test.BELOW,
}


def read(files: SiteFiles, _: Generator) -> Iterator[Schema]:
    """The schema of the site's own settings, where it has one."""
    table = files.table(FILE) if files.is_file(FILE) else None
    schema = table.table("schema") if table is not None else None
    if schema is None:
        return
    collections = tuple(_collections(schema))
    schema.finish()
    yield Schema(SOURCE, (FILE,), collections)


def _collections(schema: Table) -> Iterator[Collection]:
    for each in schema.tables("collections"):
        name, patterns = each.needed("name"), each.texts("files")
        if not each.has("files"):
            each.missing("files")
        label, new_name, title = (_plain(each, key) for key in ("label", "new-name", "title-key"))
        is_closed, folder = each.flag("closed") or False, _plain(each, "folder")
        fields = tuple(_fields(each))
        each.finish()
        if name is None or patterns is None:
            continue
        yield Collection(
            name=name.text,
            said=_said(each),
            files=tuple(pattern.text for pattern in patterns),
            label=label,
            folder=folder,
            fields=fields,
            is_closed=is_closed,
            title_key=title,
            new_name=new_name,
        )


def _said(table: Table, name: str = "") -> Said:
    return Said(SOURCE, FILE, table.line(name))


def _plain(table: Table, name: str) -> str:
    return table.plain(name) or ""


def _fields(table: Table) -> Iterator[SchemaField]:
    fields = table.table("fields")
    if fields is None:
        return
    for key in fields.names():
        each = fields.table(key)
        if each is not None:
            yield _field(key, fields, each)


def _field(key: str, fields: Table, table: Table) -> SchemaField:
    kind, item = table.choice("kind", _KINDS), table.choice("item", _KINDS)
    choices = tuple(_choices(table))
    is_open = table.flag("open-choices")
    field = SchemaField(
        key=key,
        said=_said(fields, key),
        kind=FieldKind(kind) if kind else _implied(choices, table),
        item=FieldKind(item) if item else None,
        label=_plain(table, "label"),
        help=_plain(table, "help"),
        placeholder=_plain(table, "placeholder"),
        required=table.flag("required"),
        default=table.value("default"),
        choices=choices,
        is_limit=None if not choices else not is_open,
        bounds=_bounds(table, "least", "most", "above", "below", "step"),
        length=_bounds(table, "shortest", "longest"),
        is_whole=table.flag("whole"),
        is_unique=table.flag("unique"),
        shape=_shape(table),
        conditions=tuple(_conditions(table)),
        relation=_relation(table),
        taxonomy=_plain(table, "taxonomy"),
        folder=table.plain("folder"),
        public_folder=table.plain("public-folder"),
        date_format=_plain(table, "date-format"),
        group=_plain(table, "group"),
        computed=_plain(table, "computed"),
        is_hidden=table.flag("hidden"),
        is_read_only=table.flag("read-only"),
        is_deprecated=table.flag("deprecated"),
        is_essential=table.flag("essential"),
        fields=tuple(_fields(table)),
        is_closed=table.flag("closed"),
    )
    table.finish()
    return field


def _implied(choices: tuple[Choice, ...], table: Table) -> FieldKind | None:
    """The kind that goes without saying."""
    if choices:
        return FieldKind.CHOICE
    return FieldKind.OBJECT if table.has("fields") else None


def _choices(table: Table) -> Iterator[Choice]:
    """Values, or tables with a value and a label."""
    for item in table.items("choices") or ():
        if isinstance(item, Mapping):
            each = table.inner(item, "choices")
            yield Choice(each.value("value"), _plain(each, "label"), _plain(each, "help"))
            each.finish()
        else:
            yield Choice(table.value_of(item))


def _bounds(table: Table, *names: str) -> Bounds | None:
    values = [_bound(table, name) for name in names]
    values += [None] * (5 - len(values))
    if not any(value is not None for value in values):
        return None
    least, most, above, below, step = values
    return Bounds(least, most, _number(above), _number(below), _number(step))


def _bound(table: Table, name: str) -> float | str | None:
    value = table.value(name)
    if value is None:
        return None
    if isinstance(value, bool | list | dict):
        table.wrong(name, "{key} is not a number, a date or a time")
        return None
    return value if isinstance(value, int | float) else str(value)


def _number(value: float | str | None) -> float | None:
    return None if isinstance(value, str) else value


def _shape(table: Table) -> Shape | None:
    source, message = table.text("pattern"), _plain(table, "pattern-message")
    if source is None:
        return None
    pattern = Pattern(source.text)
    reason = fault(pattern)
    if reason is None:
        return Shape(pattern, message)
    table.report.wrong(source.span, WRONG_PATTERN, reason=reason)
    return None


def _conditions(table: Table) -> Iterator[Condition]:
    for each in table.tables("when"):
        name = each.needed("field")
        given = {word: each.value(word) for word in _TESTS if each.has(word)}
        present = each.flag("present")
        each.finish()
        if name is None:
            continue
        try:
            path = parse_dotted(name.text)
        except ValueError:
            each.wrong("field", "{key} is no path of a field")
            continue
        for word, value in given.items():
            values = tuple(value) if isinstance(value, list) else (value,)
            yield Condition(path, _TESTS[word], values, from_root=True)
        if present is not None:
            yield Condition(path, Test.IS_PRESENT if present else Test.IS_ABSENT, from_root=True)


def _relation(table: Table) -> Relation | None:
    collection, file = _plain(table, "collection"), _plain(table, "file")
    value, shown = _plain(table, "value"), table.words("shown") or ()
    if not collection and not file:
        return None
    return Relation(collection, file, value or ("id" if file else "slug"), shown)
