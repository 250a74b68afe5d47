"""What a site says about one of its posts; light, for the window's side."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from editor_app.core.frontmatter.nodes import Path
from editor_app.core.schema.content_type import PostSchema
from editor_app.core.schema.field import Inherited
from editor_app.core.schema.schema import Collection
from editor_app.core.site.publishing.values import Publication


@dataclass(frozen=True, slots=True)
class PostFacts:
    """Of one version of a post at the moment `now`.

    `inherited` are the values that the site gives it, each with its path, and
    `collections` those of the site, bare of their fields, for relations to them.
    `local` is the zone of this machine, `config` the name of the site's configuration;
    of front matter that can't be read, `is_readable` is false.
    """

    schema: PostSchema
    inherited: tuple[tuple[Path, Inherited], ...]
    publication: Publication
    now: dt.datetime
    local: dt.tzinfo
    config: str = ""
    collections: tuple[Collection, ...] = ()
    is_readable: bool = True
