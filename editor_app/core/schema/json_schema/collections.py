"""A JSON Schema as a collection: its fields, for the posts that somebody says it is for."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable

from editor_app.core.frontmatter.nodes import Mapping
from editor_app.core.schema.json_schema.keywords import Keywords
from editor_app.core.schema.json_schema.library import Library
from editor_app.core.schema.json_schema.read_fields import FieldReader
from editor_app.core.schema.kind import FieldKind
from editor_app.core.schema.schema import Collection, Said, SchemaField

KEY = "$schema"
"""Names the schema in a post itself, so it may always stand there."""


def collection_of(
    library: Library, root: Mapping, file: str, said: Said, patterns: tuple[str, ...]
) -> Collection:
    """What a schema says of the posts that the patterns name."""
    keywords = Keywords(library.parts(root, file), library)
    members = FieldReader(library).members(keywords)
    title = keywords.text("title")
    return Collection(
        name=title or _stem(file),
        said=said,
        files=patterns,
        label=title,
        fields=with_own_key(members.fields.values(), said),
        is_closed=bool(members.is_closed),
    )


def with_own_key(fields: Iterable[SchemaField], said: Said) -> tuple[SchemaField, ...]:
    """The fields and, whatever they say of it, `$schema`."""
    own = SchemaField(key=KEY, said=said, kind=FieldKind.LINE, is_hidden=True)
    return (*(each for each in fields if each.key != KEY), own)


def _stem(file: str) -> str:
    stem = posixpath.basename(file)
    for ending in (".json", ".yaml", ".yml", ".schema"):
        stem = stem.removesuffix(ending)
    return stem
