"""What a Hugo site says of its posts: the archetypes of its sections, and its taxonomies."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from editor_app.core.data_files.hugo_config import Part, parts_of, tables, texts
from editor_app.core.data_files.report import Report
from editor_app.core.data_files.site_files import SiteFiles
from editor_app.core.frontmatter.nodes import Mapping as Map
from editor_app.core.frontmatter.nodes import Node, Scalar, Style, Value
from editor_app.core.frontmatter.reader import read as read_front_matter
from editor_app.core.frontmatter.values import value_of
from editor_app.core.generator import Generator
from editor_app.core.schema.archetypes.go_expressions import Context
from editor_app.core.schema.archetypes.go_layout import has_date, has_time
from editor_app.core.schema.archetypes.go_template import Filled, Mark, filled
from editor_app.core.schema.archetypes.hugo_archetypes import DEFAULT, Archetype, archetypes
from editor_app.core.schema.generators import known_fields
from editor_app.core.schema.kind import FieldKind
from editor_app.core.schema.kinds import TEXT_KINDS, is_null, kind_of
from editor_app.core.schema.schema import Collection, Said, Schema, SchemaField
from editor_app.core.text.spans import Span

SOURCE = "Hugo"
DEEPEST = 6
_MANUAL = MappingProxyType({each.key: each.kind for each in known_fields(Generator.HUGO)})
_SAMPLE = "galley"
_CONTEXT = Context(
    dt.datetime(2001, 2, 3, 4, 5, 6, tzinfo=dt.UTC),
    {
        ".Name": _SAMPLE,
        ".File.ContentBaseName": _SAMPLE,
        ".File.BaseFileName": _SAMPLE,
        ".File.TranslationBaseName": _SAMPLE,
        ".Type": _SAMPLE,
        ".Site.Title": _SAMPLE,
    },
)


def read(files: SiteFiles, _: Generator) -> Iterator[Schema]:
    """The archetypes, and below them the configuration, which speaks of all posts."""
    parts = parts_of(files)
    contents = tuple(_contents(parts))
    found = archetypes(files, parts)
    yield Schema(
        f"{SOURCE} archetype",
        tuple(each.name for each in found),
        tuple(_collections(files, found, contents)),
    )
    fields = tuple(_taxonomies(parts))
    if fields:
        yield Schema(
            SOURCE,
            tuple(dict.fromkeys(part.table.file for part in parts)),
            (
                Collection(
                    name="content",
                    said=fields[0].said,
                    files=tuple(f"/{each}/**" for each in contents),
                    folder=contents[0],
                    fields=fields,
                ),
            ),
        )


def _contents(parts: tuple[Part, ...]) -> Iterator[str]:
    """The folders of content: that of the site, and those of single languages."""
    given = texts(parts, "contentdir") or ("content",)
    own = (
        language.get("contentDir", language.get("contentdir"))
        for table in tables(parts, "languages")
        for language in map(table.value, table.names())
        if isinstance(language, dict)
    )
    folders = (*given, *(each for each in own if isinstance(each, str)))
    yield from dict.fromkeys(folder.strip("/") for folder in folders if folder.strip("/"))


# --- taxonomies


def _taxonomies(parts: tuple[Part, ...]) -> Iterator[SchemaField]:
    """Each plural is the key of a list. Where none are named, the manual's two are known anyway."""
    found: dict[str, SchemaField] = {}
    for table in tables(parts, "taxonomies"):
        for name in table.names():
            plural = table.value(name)
            if not isinstance(plural, str) or not plural:
                table.warn(name, "{key} is not a text")
                continue
            found[plural] = SchemaField(
                key=plural,
                said=Said(SOURCE, table.file, table.line(name)),
                kind=FieldKind.LIST,
                taxonomy=plural,
                is_essential=True,
            )
    yield from found.values()


# --- archetypes


def _collections(
    files: SiteFiles, found: tuple[Archetype, ...], contents: tuple[str, ...]
) -> Iterator[Collection]:
    """One for each kind; that of the page counts before that of the bundle."""
    kinds = dict.fromkeys(each.kind for each in found)
    for kind in kinds:
        own = sorted((each for each in found if each.kind == kind), key=lambda each: each.folder)
        fields: dict[str, SchemaField] = {}
        for archetype in own:
            for field in _fields(files, archetype):
                fields.setdefault(field.key, field)
        if kind == DEFAULT:
            others = [each for each in kinds if each != DEFAULT]
            patterns = [f"/{folder}/**" for folder in contents]
            patterns += [f"!/{folder}/{each}/**" for folder in contents for each in others]
        else:
            patterns = [f"/{folder}/{kind}/**" for folder in contents]
        yield Collection(
            name=kind,
            said=Said(f"{SOURCE} archetype", own[0].name),
            files=tuple(patterns),
            folder=contents[0] if kind == DEFAULT else f"{contents[0]}/{kind}",
            fields=tuple(fields.values()),
        )


def _fields(files: SiteFiles, archetype: Archetype) -> Iterator[SchemaField]:
    text = files.text(archetype.name)
    if text is None:
        return
    result = filled(text, _CONTEXT)
    front_matter = read_front_matter(result.text)
    if front_matter.unreadable is not None:
        at = min(result.source_offset(front_matter.unreadable.span.start), len(text))
        files.unreadable(archetype.name, Span(at, at), front_matter.unreadable.message)
        return
    if front_matter.root is not None:
        reader = _Reader(archetype.name, files.report(archetype.name), result)
        yield from reader.fields(front_matter.root, _MANUAL, DEEPEST)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Makes fields of the front matter of one archetype."""

    file: str
    report: Report
    result: Filled

    def fields(
        self, mapping: Map, manual: Mapping[str, FieldKind | None], depth: int
    ) -> Iterator[SchemaField]:
        for entry in {each.name: each for each in mapping.entries}.values():
            at = self.result.source_offset(entry.key.span.start)
            said = Said(f"{SOURCE} archetype", self.file, self.report.line(Span(at, at)))
            yield self._field(entry.name, entry.value, said, manual.get(entry.name), depth)

    def _field(
        self, key: str, node: Node, said: Said, manual: FieldKind | None, depth: int
    ) -> SchemaField:
        marks = self._marks(node)
        if isinstance(node, Scalar) and marks:
            return self._derived(key, node, said, marks, manual)
        kind = _plain_kind(node)
        if kind in TEXT_KINDS and manual in TEXT_KINDS:
            kind = None  # the manual is more exact than one value
        parts = self.fields(node, {}, depth - 1) if isinstance(node, Map) and depth > 0 else ()
        return SchemaField(
            key=key,
            said=said,
            kind=kind,
            default=None if isinstance(node, Map) or marks else _default(node),
            fields=tuple(parts),
            is_essential=True,
        )

    def _derived(
        self,
        key: str,
        node: Scalar,
        said: Said,
        marks: tuple[Mark, ...],
        manual: FieldKind | None,
    ) -> SchemaField:
        """A value that Hugo makes for each new post."""
        whole = marks[0] if len(marks) == 1 and _is_whole(node, marks[0]) else None
        result = None if whole is None else whole.result
        kind: FieldKind | None = None if manual in TEXT_KINDS else FieldKind.LINE
        layout = ""
        if whole is not None and result is None:
            kind = None  # nothing is known of it
        elif result is not None and result.is_date:
            layout = result.layout
            is_day = layout and not has_time(layout)
            kind = FieldKind.DATE if is_day and has_date(layout) else FieldKind.DATE_TIME
        source = " ".join(mark.source for mark in marks)
        return SchemaField(
            key=key,
            said=said,
            kind=kind,
            date_format=layout,
            is_essential=True,
            options=(("archetype", source),),
        )

    def _marks(self, node: Node) -> tuple[Mark, ...]:
        span = node.span
        return tuple(
            mark
            for mark in self.result.marks
            if span.start <= mark.span.start and mark.span.end <= span.end
        )


def _is_whole(node: Scalar, mark: Mark) -> bool:
    quote = 0 if node.style is Style.PLAIN or mark.result is None else 1
    return (mark.span.start, mark.span.end) == (node.span.start + quote, node.span.end - quote)


def _plain_kind(node: Node) -> FieldKind | None:
    return None if is_null(node) else kind_of(node)


def _default(node: Node) -> Value:
    value = value_of(node, yaml12=True)
    return None if value in ("", []) else value
