"""Values as YAML text, in the manner of the post."""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import dataclass

from editor_app.core.frontmatter import notation, yaml_quote
from editor_app.core.frontmatter.manner import Manner
from editor_app.core.frontmatter.nodes import Scalar, Style, Value
from editor_app.core.frontmatter.verbatim import Unwritable, Verbatim, Wanted

_BLOCK_STYLES = (Style.LITERAL, Style.FOLDED)


@dataclass(frozen=True, slots=True)
class Written:
    """A value's text: what stands on the line, and the lines beneath it.

    `beneath` is empty or begins with a line break, and ends without one.
    """

    inline: str
    beneath: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value goes.

    `outer` is the column of the key or dash, `is_item` says that it is a dash.
    `old` is the scalar that it replaces; `style` the style for a new string.
    """

    outer: int
    in_flow: bool = False
    is_item: bool = False
    old: Scalar | None = None
    style: Style = Style.PLAIN


def written(value: Wanted, place: Place, manner: Manner) -> Written:
    """A value for a place. Raises Unwritable."""
    if isinstance(value, dict):
        return _mapping(value, place, manner)
    if isinstance(value, list):
        return _sequence(value, place, manner)
    if isinstance(value, str):
        return _string(value, place, manner)
    return Written(scalar(value, place.old, manner, in_flow=place.in_flow))


def scalar(
    value: Wanted, old: Scalar | None, manner: Manner, *, in_flow: bool, style: Style = Style.PLAIN
) -> str:
    """A scalar on one line. Raises Unwritable."""
    if isinstance(value, Verbatim):
        if "\n" in value.raw:
            raise Unwritable("Text that is written as it stands can't have several lines")
        return value.raw
    if isinstance(value, str):
        if not yaml_quote.is_writable(value):
            raise Unwritable("The text holds half of a character (a lone surrogate)")
        return yaml_quote.inline(value, style, manner.quote, in_flow=in_flow)
    if value is None:
        return "null" if old is None or old.yaml11 is not None or not old.raw else old.raw
    if isinstance(value, bool):
        return _bool(value, old)
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return _float(value)
    if isinstance(value, dt.date):
        return _date(value, old, manner)
    raise Unwritable("YAML has no time of day without a date; write it as text")


def _bool(value: bool, old: Scalar | None) -> str:
    """`True` stays capital; `yes` does not stay, as YAML 1.2 reads it as text."""
    word = "true" if value else "false"
    if old is not None and isinstance(old.yaml12, bool):
        if old.raw.isupper():
            return word.upper()
        if old.raw[:1].isupper():
            return word.capitalize()
    return word


def _float(value: float) -> str:
    """A number that all readers take for a float: a point and a signed exponent."""
    if not math.isfinite(value):
        return ".nan" if math.isnan(value) else "-.inf" if value < 0 else ".inf"
    digits, mark, exponent = repr(value).partition("e")
    if not mark:
        return digits
    if "." not in digits:
        digits += ".0"
    return f"{digits}e{exponent if exponent[0] in '+-' else '+' + exponent}"


def _date(value: dt.date, old: Scalar | None, manner: Manner) -> str:
    """In the notation and quotes that the place has, else in the post's notation."""
    if old is not None and notation.parsed(old.text) is not None:
        text = notation.written(value, old.text)
        if old.style in (Style.SINGLE, Style.DOUBLE):
            return yaml_quote.quoted(text, old.style)
        return text
    return notation.written(value, manner.date if isinstance(value, dt.datetime) else None)


def _string(value: str, place: Place, manner: Manner) -> Written:
    if not yaml_quote.is_writable(value):
        raise Unwritable("The text holds half of a character (a lone surrogate)")
    style = place.style if place.old is None else place.old.style
    is_block = style in _BLOCK_STYLES or ("\n" in value and style is not Style.DOUBLE)
    can_have_lines = manner.has_blocks and not place.in_flow
    if is_block and can_have_lines and yaml_quote.can_be_block(value):
        inner = place.outer + manner.step
        return Written(*yaml_quote.block(value, place.outer, inner, style))
    return Written(yaml_quote.inline(value, style, manner.quote, in_flow=place.in_flow))


# --- lists and mappings


def flow(value: Value, manner: Manner, style: Style = Style.PLAIN) -> str:
    """A value between brackets, or a scalar that can stand there. Raises Unwritable."""
    if isinstance(value, list):
        inner = ", ".join(flow(each, manner, style) for each in value)
        return f"[{manner.list_pad}{inner}{manner.list_pad}]" if value else "[]"
    if isinstance(value, dict):
        inner = ", ".join(
            f"{key(name, manner, in_flow=True)}: {flow(each, manner)}"
            for name, each in value.items()
        )
        return f"{{{manner.map_pad}{inner}{manner.map_pad}}}" if value else "{}"
    return scalar(value, None, manner, in_flow=True, style=style)


def key(name: str, manner: Manner, *, in_flow: bool, style: Style = Style.PLAIN) -> str:
    """A key. Raises Unwritable."""
    if not yaml_quote.is_writable(name):
        raise Unwritable("The key holds half of a character (a lone surrogate)")
    text = yaml_quote.key(name, style, manner.quote, in_flow=in_flow)
    if text is None:
        raise Unwritable("The key is too long")
    return text


def _sequence(value: list[Value], place: Place, manner: Manner) -> Written:
    is_nested = any(isinstance(each, list | dict) and each for each in value)
    if place.in_flow or not value or (manner.has_flow_lists and not is_nested):
        return Written(flow(value, manner, place.style))
    if place.is_item:
        return _first_line(_items(value, place.outer + 2, manner))
    column = place.outer + manner.dash
    lines = (item(each, column, manner, place.style) for each in value)
    return Written("", "".join(f"\n{' ' * column}{line}" for line in lines))


def _first_line(text: str) -> Written:
    """Lines that begin beside a dash: a comment that stands there stays on the first."""
    inline, break_, beneath = text.partition("\n")
    return Written(inline, break_ + beneath)


def _items(value: list[Value], column: int, manner: Manner) -> str:
    return f"\n{' ' * column}".join(item(each, column, manner) for each in value)


def item(value: Wanted, column: int, manner: Manner, style: Style = Style.PLAIN) -> str:
    """A list item from its dash on, all lines of it. Raises Unwritable."""
    made = written(value, Place(column, is_item=True, style=style), manner)
    return f"- {made.inline}{made.beneath}" if made.inline else f"-{made.beneath}"


def _mapping(value: dict[str, Value], place: Place, manner: Manner) -> Written:
    if place.in_flow or not value or (manner.has_flow_maps and not place.is_item):
        return Written(flow(value, manner))
    column = place.outer + (2 if place.is_item else manner.step)
    break_ = f"\n{' ' * column}"
    text = break_.join(entry(name, each, column, manner) for name, each in value.items())
    return _first_line(text) if place.is_item else Written("", break_ + text)


def entry(
    name: str,
    value: Wanted,
    column: int,
    manner: Manner,
    *,
    width: int = 0,
    in_flow: bool = False,
) -> str:
    """A key and its value, all lines of it; `width` is the least from the key to the value.

    Raises Unwritable.
    """
    made = written(value, Place(column, in_flow), manner)
    head = key(name, manner, in_flow=in_flow) + ":"
    if not made.inline:
        return head + made.beneath
    return f"{head} ".ljust(width) + made.inline + made.beneath
