"""What an analysis is made from and what comes of it; light, for who only asks for one."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import PurePath
from typing import TYPE_CHECKING

from editor_app.core.body.counts import Counts
from editor_app.core.body.heading import Heading
from editor_app.core.diagnostics import Diagnostic
from editor_app.core.frontmatter.front_matter import FrontMatter
from editor_app.core.generator import Generator
from editor_app.core.settings import Settings
from editor_app.core.site.norms import Norms
from editor_app.core.text.source import Source

if TYPE_CHECKING:
    from editor_app.core.schema.content_type import PostSchema
    from editor_app.core.site.facts import PostFacts
    from editor_app.core.site.find import Site


@dataclass(frozen=True, slots=True)
class Context:
    """What an analysis depends on beside the text. `now` knows its zone.

    `undecodable_byte` is set for a text that was read from bytes in an unknown
    encoding: the first byte of the file that is not `encoding`.
    `norms` are those of the site, where somebody has looked at all of it, and
    `schema` is what the site says of this post, where somebody has asked. With `site`
    the window wants to know that; the path is absolute then.
    """

    path: PurePath | None
    generator: Generator
    settings: Settings
    now: datetime
    undecodable_byte: int | None = None
    encoding: str = "utf-8"
    norms: Norms = field(default_factory=Norms)
    schema: PostSchema | None = None
    site: Site | None = None

    def for_source(self, source: Source) -> Context:
        """The same for a text that was read from these bytes."""
        return replace(self, undecodable_byte=source.undecodable_byte, encoding=source.encoding)


@dataclass(frozen=True, slots=True)
class Analysis:
    """Frozen and small, so that it can come from another process.

    `length` is that of the text in code points; `diagnostics` are ordered by
    place, the graver first; `outline` are the headings of the body. `facts` are
    what the site says of this post, where it was asked.
    """

    version: int
    length: int
    front_matter: FrontMatter
    diagnostics: tuple[Diagnostic, ...]
    outline: tuple[Heading, ...]
    counts: Counts
    facts: PostFacts | None = None
