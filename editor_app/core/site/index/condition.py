"""What is asked of posts: conditions, as values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias, Union

from editor_app.core.text.pattern import Pattern


class Operator(StrEnum):
    """How a value is compared; of a list one item is enough."""

    IS = "="
    LESS = "<"
    AT_MOST = "<="
    MORE = ">"
    AT_LEAST = ">="
    CONTAINS = "contains"
    MATCHES = "~"


class Fact(StrEnum):
    """What the index knows of a post beside its front matter; written with @ before it."""

    PATH = "path"
    FOLDER = "folder"
    TITLE = "title"
    DAY = "day"
    DRAFT = "draft"
    CHARACTERS = "characters"
    WORDS = "words"
    LINKS = "links"
    IMAGES = "images"
    HEADINGS = "headings"
    SIZE = "size"
    FAULT = "fault"
    TEXT = "text"


Field: TypeAlias = str | Fact
"""A key of the front matter, those inside of others with dots; or a fact."""


@dataclass(frozen=True, slots=True)
class Literal:
    """A value as it was written, without its quotes; a number, a date or a switch may be meant."""

    text: str
    is_quoted: bool = False


@dataclass(frozen=True, slots=True)
class Compared:
    """A value compared with one that was written; `pattern` where it is searched for one."""

    field: Field
    operator: Operator
    literal: Literal
    pattern: Pattern | None = None


@dataclass(frozen=True, slots=True)
class Present:
    """Whether a field says anything."""

    field: Field


@dataclass(frozen=True, slots=True)
class Not:
    inner: Condition


@dataclass(frozen=True, slots=True)
class All:
    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Some:
    """At least one of them."""

    parts: tuple[Condition, ...]


Condition: TypeAlias = Union[Compared, Present, Not, All, Some]
