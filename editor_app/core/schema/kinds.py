"""Which kind a value has by itself, and which kinds can show it."""

from __future__ import annotations

import datetime as dt
import unicodedata

from editor_app.core.frontmatter.nodes import Mapping, Node, Scalar, Sequence, Style, Value
from editor_app.core.schema.dates import DateText, read_date
from editor_app.core.schema.kind import FieldKind

LINE_COLUMNS = 64
"""A text of more columns is a paragraph; a kana or kanji takes two."""

LONG_KINDS = frozenset({FieldKind.PARAGRAPH, FieldKind.MARKDOWN, FieldKind.CODE})
"""Texts that may have several lines."""

LINE_KINDS = frozenset(
    {
        FieldKind.LINE,
        FieldKind.CHOICE,
        FieldKind.COLOUR,
        FieldKind.IMAGE,
        FieldKind.FILE,
        FieldKind.RELATION,
    }
)
"""Texts of one line, each edited in its own way."""

TEXT_KINDS = LINE_KINDS | LONG_KINDS
DATE_KINDS = frozenset({FieldKind.DATE, FieldKind.DATE_TIME})


def kind_of(node: Node) -> FieldKind:
    """The kind of a value that nothing is known of but how it is written.

    A number, a switch and a date are so only where YAML 1.1 and 1.2 agree on
    the number or switch, and where it is written without quotes; every other
    scalar is text. What has no field widget of its own is RAW.
    """
    if is_alias(node):
        return FieldKind.RAW
    if isinstance(node, Scalar):
        return _scalar_kind(node)
    if isinstance(node, Mapping):
        return FieldKind.OBJECT
    if all(isinstance(item, Scalar) for item in node.items):
        return FieldKind.RAW if any(map(is_alias, node.items)) else FieldKind.LIST
    if all(isinstance(item, Mapping) for item in node.items):
        return FieldKind.OBJECTS
    return FieldKind.RAW


def can_show(kind: FieldKind, node: Node | None) -> bool:
    """Whether a field widget of this kind shows the value without loss.

    An absent value (None) fits every kind.
    """
    if node is None or kind is FieldKind.RAW:
        return True
    own = kind_of(node)
    if own is FieldKind.RAW:
        return False
    if isinstance(node, Mapping):
        return kind is FieldKind.OBJECT
    if isinstance(node, Sequence):
        if not node.items:
            return kind in {FieldKind.LIST, FieldKind.OBJECTS}
        return kind is own
    if kind in LONG_KINDS:
        return own is not FieldKind.SWITCH
    if kind is FieldKind.SWITCH:
        return own is FieldKind.SWITCH
    if kind is FieldKind.LIST:
        return is_null(node)
    if kind in {FieldKind.OBJECT, FieldKind.OBJECTS}:
        return False
    return "\n" not in text_of(node)


def text_of(scalar: Scalar) -> str:
    """A scalar as a field shows it: a string's value, everything else as it is written.

    What one version of YAML reads as a string and the other does not is shown
    as it is written.
    """
    if isinstance(scalar.yaml11, str) and isinstance(scalar.yaml12, str):
        return scalar.yaml12 if scalar.yaml11 == scalar.yaml12 else scalar.raw
    return scalar.raw


def is_text(scalar: Scalar) -> bool:
    """Whether every reader takes it for a string."""
    return isinstance(scalar.yaml11, str) and isinstance(scalar.yaml12, str)


def is_null(node: Node) -> bool:
    """Whether nothing stands there, or a word for nothing (`~`, `null`)."""
    return isinstance(node, Scalar) and node.yaml11 is None and node.yaml12 is None


def is_alias(node: Node) -> bool:
    """Whether it stands for a value that is written elsewhere."""
    return node.reference is not None and node.reference.alias is not None


def columns(text: str) -> int:
    """How wide a text is, in columns of a half-width letter."""
    if text.isascii():
        return len(text)
    wide = sum(unicodedata.east_asian_width(character) in "WF" for character in text)
    return len(text) + wide


def is_number_text(text: str) -> bool:
    """Whether a number field may write it as it stands: every reader takes it for this number."""
    digits = text.removeprefix("-")
    whole, point, rest = digits.partition(".")
    if not (whole.isascii() and whole.isdigit()) or (len(whole) > 1 and whole[0] == "0"):
        return False
    return not point or (rest.isascii() and rest.isdigit())


def _scalar_kind(scalar: Scalar) -> FieldKind:
    if isinstance(scalar.yaml11, bool) and scalar.yaml11 is scalar.yaml12:
        return FieldKind.SWITCH
    if _is_number(scalar.yaml11) and _is_number(scalar.yaml12):
        return FieldKind.NUMBER if scalar.yaml11 == scalar.yaml12 else FieldKind.LINE
    if scalar.style is Style.PLAIN and (date := read_date(scalar.raw)) is not None:
        return _date_kind(scalar, date)
    text = text_of(scalar)
    is_long = "\n" in text or columns(text) > LINE_COLUMNS
    return FieldKind.PARAGRAPH if is_long else FieldKind.LINE


def _date_kind(scalar: Scalar, date: DateText) -> FieldKind:
    if date.time is not None:
        return FieldKind.DATE_TIME
    is_date = isinstance(scalar.yaml11, dt.date) or isinstance(scalar.yaml12, dt.date)
    return FieldKind.DATE if is_date else FieldKind.LINE


def _is_number(value: Value) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
