"""What `galley schema` has found, for either format."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from editor_app.core.schema.content_type import ContentType
from editor_app.core.schema.merge import Conflict
from editor_app.core.schema.schema import Collection
from editor_app.core.schema.site_schema import SiteSchema
from editor_app.core.site.find import Site


@dataclass(frozen=True, slots=True)
class PostsOfType:
    """How many posts have a content type."""

    type: ContentType
    count: int

    @property
    def names(self) -> tuple[str, ...]:
        """Of its collections, each once."""
        return tuple(dict.fromkeys(each.name for each in self.type.collections))


@dataclass(frozen=True)
class FoundSchema:
    """The schema of a site, and its posts by content type."""

    site: Site
    schema: SiteSchema
    posts: tuple[PostsOfType, ...]

    @property
    def collections(self) -> Iterator[Collection]:
        """The highest source first."""
        return (each for schema in self.schema.schemas for each in schema.collections)

    @cached_property
    def conflicts(self) -> tuple[Conflict, ...]:
        """Each once, though several content types may have it."""
        found: dict[str, Conflict] = {}
        for posts in self.posts:
            for each in posts.type.conflicts:
                found[f"{each.path} {each.about} {each.taken.said} {each.refused.said}"] = each
        return tuple(found.values())
