"""The fields of a post: its own keys, and what its generator would read besides."""

from __future__ import annotations

from dataclasses import replace

from editor_app.core.frontmatter.front_matter import FrontMatter
from editor_app.core.frontmatter.nodes import Mapping, Node, Path
from editor_app.core.generator import Generator
from editor_app.core.schema.field import Field, FieldKind
from editor_app.core.schema.generators import known_fields
from editor_app.core.schema.kinds import TEXT_KINDS, can_show, kind_of

DEEPEST = 4
"""Objects nested deeper than this are shown as text, for a form is no tree view."""


def fields_for(generator: Generator, front_matter: FrontMatter) -> tuple[Field, ...]:
    """A field for each key of the post, in its order; before them what is required and absent.

    A key that stands twice gives one field, at its last place, which counts.
    The generator's kind is taken unless the value can't be shown in it.
    """
    if front_matter.root is None:
        return ()
    known = {field.path: field for field in known_fields(generator)}
    present = fields_of(front_matter.root, (), known)
    paths = {field.path for field in present}
    missing = (field for field in known.values() if field.required and field.path not in paths)
    return (*missing, *present)


def absent_fields(generator: Generator, front_matter: FrontMatter) -> tuple[Field, ...]:
    """What the generator would read and the post does not say, to be offered for adding."""
    present = set(front_matter.keys())
    return tuple(field for field in known_fields(generator) if field.label not in present)


def fields_of(
    mapping: Mapping, above: Path = (), known: dict[Path, Field] | None = None
) -> tuple[Field, ...]:
    """A field for each key of a mapping that stands at the path `above`."""
    last = {entry.name: entry for entry in mapping.entries}
    return tuple(
        _field((*above, entry.name), entry.value, (known or {}).get((*above, entry.name)))
        for entry in mapping.entries
        if last[entry.name] is entry
    )


def _field(path: Path, node: Node, known: Field | None) -> Field:
    if known is None:
        return Field(path, _bounded(kind_of(node), path), str(path[-1]))
    if can_show(known.kind, node):
        return replace(known, is_present=True)
    own = kind_of(node)
    if known.kind in TEXT_KINDS and own in TEXT_KINDS:
        own = FieldKind.PARAGRAPH  # a line can't show its line break
    return replace(known, kind=own, is_present=True)


def _bounded(kind: FieldKind, path: Path) -> FieldKind:
    is_nested = kind in {FieldKind.OBJECT, FieldKind.OBJECTS}
    return FieldKind.RAW if is_nested and len(path) > DEEPEST else kind
