"""The parts of a summary: what a post says, and where it stands."""

from __future__ import annotations

from enum import StrEnum

from editor_app.core.site.links import Address
from editor_app.core.text.spans import Span
from editor_app.core.text.value import value


class ValueKind(StrEnum):
    """What a value is as its generator reads it; an empty text is nothing too.

    A switch word is a text that reads like a switch, such as "no".
    """

    TEXT = "text"
    SWITCH_WORD = "switch word"
    SWITCH = "switch"
    NUMBER = "number"
    DATE = "date"
    LIST = "list"
    OBJECT = "object"
    EMPTY = "empty"


@value
class Said:
    """A text and where it stands in its post."""

    text: str
    span: Span


@value
class Description:
    """What a post says of itself, and under which key; `whole` holds the quotes too."""

    key: str
    said: Said
    whole: Span


@value
class Key:
    """A key at the top, where its name and its value stand, and what the value is."""

    name: Said
    kind: ValueKind
    value: Span


@value
class Term:
    """A tag or category; `field` is the plural of the key that holds it."""

    field: str
    said: Said


@value
class ReadingTime:
    """The number in a post's reading time, where it stands, and how long the post is."""

    key: str
    minutes: float
    span: Span
    is_japanese: bool
    length: int


@value
class InternalLink:
    """A link to another post, or what looks like one: its text and where it leads.

    It `is_alone` where nothing else stands in its line but the mark of a list, or
    in its sentence but words that point to a post (`あわせて…もお読みください`).
    """

    address: Address
    target: Said
    text: Said
    is_alone: bool = False
