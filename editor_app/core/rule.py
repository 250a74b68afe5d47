"""What a rule is: one module that looks at a post, or at the summaries of a whole site."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePath
from typing import Protocol

from editor_app.core.diagnostics import Diagnostic, Severity
from editor_app.core.post import Post
from editor_app.core.settings import Settings
from editor_app.core.site.summaries import Summaries


class Fixable(StrEnum):
    """What the fixes of a rule's diagnostics are at best."""

    NO = "none"
    ASK = "ask"
    """Somebody has to look at it first."""
    SAFE = "safe"


class Group(StrEnum):
    """What rules are about, and the folder that they stand in."""

    FRONT_MATTER = "front-matter"
    TITLE = "title"
    DESCRIPTION = "description"
    RESIDUE = "residue"
    PASTED = "pasted"
    CUT = "cut"
    READING_TIME = "reading-time"
    STRUCTURE = "structure"
    JAPANESE = "japanese"
    OWN = "own"
    SCHEMA = "schema"
    ACROSS_POSTS = "across-posts"
    ALLOWED = "allowed"
    ALWAYS = "always"


class RuleInfo(Protocol):
    """What every rule's module holds; its docstring is its page.

    `IS_ON` says whether it speaks where a site's settings do not name it.
    A module with options also holds `OPTIONS`, see `options`.
    """

    ID: str
    SEVERITY: Severity
    FIXABLE: Fixable
    IS_ON: bool


class Rule(RuleInfo, Protocol):
    """A rule that sees one post."""

    def check(self, post: Post) -> Iterator[Diagnostic]: ...


class SiteRule(RuleInfo, Protocol):
    """A rule that sees the summaries of all posts; it names the post of each diagnostic."""

    def check(self, site: Summaries) -> Iterator[tuple[PurePath, Diagnostic]]: ...


@dataclass(frozen=True, slots=True)
class NumberOption:
    """A whole number that a site can set for a rule, from `least` to `most`."""

    rule: str
    name: str
    default: int
    least: int = 1
    most: int = 100_000

    def of(self, settings: Settings) -> int:
        value = settings.options.get((self.rule, self.name))
        return value if isinstance(value, int) else self.default


@dataclass(frozen=True, slots=True)
class TextsOption:
    """A list of texts that a site can set for a rule."""

    rule: str
    name: str
    default: tuple[str, ...]

    def of(self, settings: Settings) -> tuple[str, ...]:
        value = settings.options.get((self.rule, self.name))
        return value if isinstance(value, tuple) else self.default


Option = NumberOption | TextsOption


def options(rule: RuleInfo) -> tuple[Option, ...]:
    """The options of a rule; most have none and do not say so."""
    found = vars(rule).get("OPTIONS", ())
    return tuple(found)
