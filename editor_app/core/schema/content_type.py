"""The content type of a post: what all sources of its site say of its fields together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from editor_app.core.frontmatter.nodes import Value
from editor_app.core.generator import Generator
from editor_app.core.schema.conditions import holds
from editor_app.core.schema.generators import known_fields
from editor_app.core.schema.merge import Conflict, merged
from editor_app.core.schema.schema import Collection, Schema, SchemaField


@dataclass(frozen=True, slots=True)
class ContentType:
    """The fields of some posts; of `collections` the highest source's stands first.

    `binding` are the fields with what the site's own files demand of them: no manual and no
    guess is in it.
    """

    fields: tuple[SchemaField, ...]
    binding: tuple[SchemaField, ...] = ()
    collections: tuple[Collection, ...] = ()
    conflicts: tuple[Conflict, ...] = ()

    @property
    def label(self) -> str:
        """How the site calls these posts; empty where nothing is said of them."""
        return next((each.label or each.name for each in self.collections), "")


@dataclass(frozen=True, slots=True)
class PostSchema:
    """What the site says of the posts at one path, the highest source first.

    `inherited_keys` have a value without the post's saying it, from Jekyll's `defaults`
    or Hugo's cascade.
    """

    generator: Generator
    collections: tuple[Collection, ...] = ()
    inherited_keys: frozenset[str] = frozenset()
    _known: dict[tuple[int, ...], ContentType] = field(
        default_factory=dict, repr=False, compare=False
    )
    """What was worked out; the same for posts that only inherit other keys."""

    def with_own(self, own: Schema) -> PostSchema:
        """The same, and before all what the post itself names as its schema."""
        collections = (*own.collections, *self.collections)
        return PostSchema(self.generator, collections, self.inherited_keys)

    def with_inherited(self, keys: frozenset[str]) -> PostSchema:
        """The same for a post that has some keys from its site."""
        return self if keys == self.inherited_keys else replace(self, inherited_keys=keys)

    def __reduce__(self) -> tuple[type[PostSchema], tuple[object, ...]]:
        """For another process, which finds out again what is known here."""
        return PostSchema, (self.generator, self.collections, self.inherited_keys)

    def content_type(self, values: Mapping[str, Value]) -> ContentType:
        """That of a post with these values; what no source knows has its generator's manual."""
        numbers = tuple(
            number
            for number, each in enumerate(self.collections)
            if holds(each.conditions, values, values)
        )
        if numbers not in self._known:
            collections = tuple(self.collections[number] for number in numbers)
            self._known[numbers] = _content_type(self.generator, collections)
        return self._known[numbers]


def _content_type(generator: Generator, collections: tuple[Collection, ...]) -> ContentType:
    manual = known_fields(generator)
    fields, conflicts = merged([*(each.fields for each in collections), manual])
    binding, _ = merged(
        [tuple(field for field in each.fields if field.said.binds) for each in collections]
    )
    return ContentType(fields, binding, collections, conflicts)
