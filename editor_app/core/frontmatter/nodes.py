"""Front matter as nodes with exact spans: every key, value and comment."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias, Union

from editor_app.core.text.spans import Span

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
class Scalar:
    """One value as it stands: `raw` is the text in `span`, quotes included.

    `yaml11` is what Psych (Jekyll) reads, `yaml12` what the YAML 1.2 core
    schema (Astro, Eleventy) reads; in TOML and JSON the two are the same.
    """

    span: Span
    raw: str
    style: Style
    yaml11: Value
    yaml12: Value


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list; `is_flow` for `[a, b]`, also where YAML spreads it over lines."""

    span: Span
    items: tuple[Node, ...]
    is_flow: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """A key and its value; `span` goes from the key's start to the value's end."""

    key: Scalar
    value: Node
    span: Span


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys in the order of the file, duplicates included."""

    span: Span
    entries: tuple[Entry, ...]
    is_flow: bool


@dataclass(frozen=True, slots=True)
class Comment:
    span: Span


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Why front matter can't be read, in plain words, and where."""

    message: str
    span: Span
