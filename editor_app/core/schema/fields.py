"""The fields of a post: its own keys, and what its site says could stand besides."""

from __future__ import annotations

from collections.abc import Iterable

from editor_app.core.frontmatter.front_matter import FrontMatter
from editor_app.core.frontmatter.nodes import Mapping, Node, Path
from editor_app.core.schema.field import Field, FieldKind
from editor_app.core.schema.kinds import TEXT_KINDS, can_show, kind_of
from editor_app.core.schema.schema import SchemaField

DEEPEST = 4
"""Objects nested deeper than this are shown as text, for a form is no tree view."""


def fields_for(known: Iterable[SchemaField], front_matter: FrontMatter) -> tuple[Field, ...]:
    """A field for each key of the post, in its order; before them what is required and absent.

    A key that stands twice gives one field, at its last place, which counts.
    The kind that the site says is taken unless the value can't be shown in it.
    """
    if front_matter.root is None:
        return ()
    known = tuple(known)
    present = fields_of(front_matter.root, (), known)
    keys = {field.key for field in present}
    missing = (_absent(each) for each in known if each.required and each.key not in keys)
    return (*missing, *present)


def absent_fields(known: Iterable[SchemaField], front_matter: FrontMatter) -> tuple[Field, ...]:
    """What the site knows and the post does not say, to be offered for adding."""
    present = set(front_matter.keys())
    return tuple(_absent(each) for each in known if each.key not in present)


def fields_of(
    mapping: Mapping, above: Path = (), known: Iterable[SchemaField] = ()
) -> tuple[Field, ...]:
    """A field for each key of a mapping that stands at the path `above`."""
    by_key = {each.key: each for each in known}
    last = {entry.name: entry for entry in mapping.entries}
    return tuple(
        _field((*above, entry.name), entry.value, by_key.get(entry.name))
        for entry in mapping.entries
        if last[entry.name] is entry
    )


def _absent(known: SchemaField) -> Field:
    return Field((known.key,), known.kind or FieldKind.LINE, known, is_present=False)


def _field(path: Path, node: Node, known: SchemaField | None) -> Field:
    own = _bounded(kind_of(node), path)
    if known is None or known.kind is None:
        return Field(path, own, known)
    if can_show(known.kind, node):
        return Field(path, known.kind, known)
    if known.kind in TEXT_KINDS and own in TEXT_KINDS:
        own = FieldKind.PARAGRAPH  # a line can't show its line break
    return Field(path, own, known)


def _bounded(kind: FieldKind, path: Path) -> FieldKind:
    is_nested = kind in {FieldKind.OBJECT, FieldKind.OBJECTS}
    return FieldKind.RAW if is_nested and len(path) > DEEPEST else kind
