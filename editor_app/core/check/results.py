"""What is asked of a process that checks, and what it answers; cheap to import."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

from editor_app.core.check.packed import Unpackable, unpack
from editor_app.core.diagnostics import Diagnostic
from editor_app.core.generator import Generator
from editor_app.core.settings import Settings
from editor_app.core.site.norms import Norms

if TYPE_CHECKING:
    from editor_app.core.schema.content_type import PostSchema

_SIZES = struct.Struct("<III")


@dataclass(frozen=True, slots=True)
class PostTask:
    """Check a post; `path` counts from the site's folder. `only` names the rules that are run."""

    path: PurePath
    data: bytes
    generator: Generator
    settings: Settings
    only: frozenset[str] | None = None
    schema: PostSchema | None = None


@dataclass(frozen=True, slots=True)
class PostResult:
    """What one post gives. Most of it is only stored and hashed, and so stays packed.

    `rules` are those that found something. Without diagnostics or summary the bytes are
    empty.
    """

    rules: frozenset[str]
    packed_diagnostics: bytes
    packed_summary: bytes

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Raises Unpackable."""
        found = unpack(self.packed_diagnostics) if self.packed_diagnostics else ()
        if not isinstance(found, tuple):
            raise Unpackable("no diagnostics")
        return found

    def to_bytes(self) -> bytes:
        rules = self.rule_bytes
        sizes = len(rules), len(self.packed_diagnostics), len(self.packed_summary)
        return _SIZES.pack(*sizes) + rules + self.packed_diagnostics + self.packed_summary

    @property
    def rule_bytes(self) -> bytes:
        return " ".join(sorted(self.rules)).encode()

    @classmethod
    def from_bytes(cls, data: bytes) -> PostResult:
        """Raises Unpackable."""
        try:
            first, second, third = _SIZES.unpack_from(data)
        except struct.error as error:
            raise Unpackable(str(error)) from error
        at = _SIZES.size
        if len(data) != at + first + second + third:
            raise Unpackable("sizes do not fit")
        rules = frozenset(data[at : at + first].decode("utf-8", "replace").split())
        at += first
        return cls(rules, data[at : at + second], data[at + second :])


@dataclass(frozen=True, slots=True)
class SiteTask:
    """Check a site by the results of all its posts, in the order of their paths.

    Unless it `is_whole`, others may be there that were not chosen.
    """

    posts: tuple[PostResult, ...]
    settings: Settings
    only: frozenset[str] | None = None
    is_whole: bool = True


@dataclass(frozen=True, slots=True)
class SiteResult:
    """What all posts together give: customs, and diagnostics with the path of their post."""

    norms: Norms
    diagnostics: tuple[tuple[PurePath, Diagnostic], ...]
