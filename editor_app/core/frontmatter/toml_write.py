"""Values as TOML text."""

from __future__ import annotations

import datetime as dt
import math
import re

from editor_app.core.frontmatter import notation
from editor_app.core.frontmatter.nodes import Node, Scalar
from editor_app.core.frontmatter.verbatim import Unwritable, Verbatim, Wanted
from editor_app.core.text.expressions import expression

_BARE_KEY = expression(r"[A-Za-z0-9_-]+")
_TO_ESCAPE = expression('["\\\\\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]')
_TO_ESCAPE_IN_LINES = expression(
    '\\\\|"""|"(?=\\Z)|[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff]'
)
_NOT_LITERAL = expression("[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029\ufeff]")
_SURROGATE = expression("[\ud800-\udfff]")
_ESCAPES = {
    "\b": "\\b",
    "\t": "\\t",
    "\n": "\\n",
    "\f": "\\f",
    "\r": "\\r",
    '"': '\\"',
    "\\": "\\\\",
    '"""': '""\\"',
}
_LARGEST = 1 << 63


def written(value: Wanted, old: Node | None = None, *, on_one_line: bool = False) -> str:
    """A value; a string in the quotes that `old` has, a date in its notation.

    Raises Unwritable.
    """
    if isinstance(value, Verbatim):
        return value.raw
    if isinstance(value, str):
        if on_one_line:
            return _basic(value)
        return _string(value, old.raw if isinstance(old, Scalar) else "")
    if isinstance(value, list):
        return "[" + ", ".join(written(each) for each in value) + "]"
    if isinstance(value, dict):
        pairs = (f"{key(name)} = {written(each)}" for name, each in value.items())
        return "{ " + ", ".join(pairs) + " }" if value else "{}"
    if value is None:
        raise Unwritable("TOML has no empty values: remove the key instead")
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        if not -_LARGEST <= value < _LARGEST:
            raise Unwritable("TOML has no integers as large as this one")
        return str(value)
    if isinstance(value, float):
        return _float(value)
    return _date(value, old)


def key(name: str) -> str:
    """A key, bare where it can be. Raises Unwritable."""
    return name if _BARE_KEY.fullmatch(name) else _basic(name)


def _string(text: str, old: str) -> str:
    quotes = "'''" if old.startswith("'''") else "'" if old.startswith("'") else ""
    if quotes and _can_be_literal(text, quotes):
        return f"{quotes}{_break(old, text) if len(quotes) > 1 else ''}{text}{quotes}"
    has_lines = old.startswith(('"""', "'''")) or ("\n" in text and not old.startswith('"'))
    if not has_lines:
        return _basic(text)
    _check(text)
    mark = _break(old, text) if old.startswith(('"""', "'''")) else "\n"
    return f'"""{mark}{_TO_ESCAPE_IN_LINES.sub(_escape, text)}"""'


def _can_be_literal(text: str, quotes: str) -> bool:
    if _NOT_LITERAL.search(text.replace("\n", "") if len(quotes) > 1 else text):
        return False
    return quotes not in text and not text.endswith("'") and not _SURROGATE.search(text)


def _break(old: str, text: str) -> str:
    """The line break after three opening quotes, which does not count as text."""
    return "\n" if old[3:4] == "\n" or text.startswith("\n") else ""


def _basic(text: str) -> str:
    _check(text)
    return '"' + _TO_ESCAPE.sub(_escape, text) + '"'


def _check(text: str) -> None:
    if _SURROGATE.search(text):
        raise Unwritable("The text holds half of a character (a lone surrogate)")


def _escape(found: re.Match[str]) -> str:
    character = found.group()
    return _ESCAPES.get(character) or f"\\u{ord(character):04x}"


def _float(value: float) -> str:
    if not math.isfinite(value):
        return "nan" if math.isnan(value) else "-inf" if value < 0 else "inf"
    return repr(value)


def _date(value: dt.date | dt.time, old: Node | None) -> str:
    if isinstance(value, dt.time):
        return value.isoformat()
    like = old.text if isinstance(old, Scalar) else None
    text = notation.written(value, like)
    return (
        _basic(text)
        if isinstance(old, Scalar) and old.raw[:1] in ("'", '"') and notation.parsed(old.text)
        else text
    )
