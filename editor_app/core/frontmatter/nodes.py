"""Front matter as nodes with exact spans: every key, value and comment."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias, Union

from editor_app.core.text.spans import Span
from editor_app.core.text.value import value

Path: TypeAlias = tuple[str | int, ...]
"""Keys and list indices from the root: `("author", "name")`, `("tags", 0)`."""

Value: TypeAlias = Union[
    str,
    bool,
    int,
    float,
    dt.datetime,
    dt.date,
    dt.time,
    list["Value"],
    dict[str, "Value"],
    None,
]
Node: TypeAlias = Union["Scalar", "Sequence", "Mapping"]


class Format(StrEnum):
    """What the front matter is written in."""

    YAML = "yaml"
    TOML = "toml"
    JSON = "json"


class Style(StrEnum):
    """How a scalar is written."""

    PLAIN = "plain"
    SINGLE = "single"
    DOUBLE = "double"
    LITERAL = "literal"
    FOLDED = "folded"


@dataclass(frozen=True, slots=True)
class Reference:
    """What YAML writes before a value, or in its place.

    `&name` makes a value an anchor, `*name` stands for the value of an anchor,
    `!tag` says of what type a value is. `span` covers the anchor and the tag.
    """

    span: Span
    anchor: str | None = None
    alias: str | None = None
    tag: str | None = None


@value
class Scalar:
    """One value as it stands: `raw` is the text in `span`, quotes included.

    `text` is what the characters say, quotes and escapes resolved, before it
    is taken for a number or a date. `yaml11` is what Psych (Jekyll) reads,
    `yaml12` what Astro and Eleventy read; in TOML and JSON the two are equal.
    An anchor or a tag stands before `span`, never in it.
    """

    span: Span
    raw: str
    style: Style
    yaml11: Value
    yaml12: Value
    text: str = ""
    reference: Reference | None = None


@value
class Sequence:
    """A list; `is_flow` for `[a, b]`, also where YAML spreads it over lines.

    A block list ends with its last item, not with the comments after it.
    """

    span: Span
    items: tuple[Node, ...]
    is_flow: bool
    reference: Reference | None = None


@value
class Entry:
    """A key and its value; `span` goes from the key's start to the value's end.

    Where YAML writes `? key`, the span begins at the question mark.
    """

    key: Scalar
    value: Node
    span: Span

    @property
    def name(self) -> str:
        """The key in a path: what its characters say, so `1:` is "1"."""
        return self.key.text


@value
class Mapping:
    """Keys in the order of the file, duplicates included.

    A mapping that an alias stands for has the span of the alias, and the
    entries (with their spans) of its anchor. A TOML table has the span from
    its first to its last line, whatever stands between.
    """

    span: Span
    entries: tuple[Entry, ...]
    is_flow: bool
    reference: Reference | None = None

    def entry(self, name: str) -> Entry | None:
        """The entry of a key; of several the last, as the generators take it."""
        for entry in reversed(self.entries):  # asked ninety times of a post: no generator
            if entry.key.text == name:
                return entry
        return None


@dataclass(frozen=True, slots=True)
class Comment:
    """From its `#` to the end of the line."""

    span: Span


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Why front matter can't be read, in plain words, and where."""

    message: str
    span: Span


@dataclass(frozen=True, slots=True)
class Content:
    """What stands between the fences, read."""

    root: Mapping
    comments: tuple[Comment, ...]
