"""The line of a diagnostic with a mark under its span."""

from __future__ import annotations

import unicodedata

from editor_app.cli.escape import BROKEN, broken_at, escaped_part
from editor_app.core.text.lines import LineIndex
from editor_app.core.text.spans import Span

WIDEST = 88
"""Columns of a terminal that an excerpt takes at most."""
_LEAD = 24
_ELLIPSIS = "…"


def width(text: str) -> int:
    """Columns that the text takes in a terminal: two for East Asian wide characters."""
    return sum(map(_width, text))


def _width(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1


def excerpt(text: str, lines: LineIndex, span: Span) -> tuple[str, str]:
    """Two lines to go through `escaped`: the one where the span begins, cut to fit, and the mark.

    Of a span over several lines its part in the first is marked; an empty one
    gets a mark of one column.
    """
    line = lines.span_of(lines.line_of(span.start))
    end = max(span.start, min(span.end, line.end))
    before = _tail(text[line.start : span.start], _LEAD if _is_long(text, line) else WIDEST)
    marked, after = text[span.start : end], text[end : line.end]
    marked_shown = _head(marked, WIDEST - width(before))
    after_shown = _head(after, WIDEST - width(before) - width(marked_shown))
    if len(marked) > WIDEST or marked_shown != "".join(map(_piece, marked)):
        after_shown = ""
    shown = before + marked_shown + after_shown
    start, stop = len(before), len(before) + len(marked_shown)
    broken = broken_at(shown)
    lead = width(before) + BROKEN * sum(at < start for at in broken)
    wide = width(marked_shown) + BROKEN * sum(start <= at < stop for at in broken)
    return shown.rstrip(), " " * lead + "^" * max(wide, 1)


def _is_long(text: str, line: Span) -> bool:
    return width(escaped_part(line.of(text)[: WIDEST + 1])) > WIDEST


def _piece(character: str) -> str:
    return " " if character == "\t" else escaped_part(character)


def _head(text: str, columns: int) -> str:
    """The start of the text, escaped, in so many columns."""
    shown = ""
    used = 0
    for character in text:
        piece = _piece(character)
        used += width(piece)
        if used > max(columns - 1, 1):
            return shown + _ELLIPSIS
        shown += piece
    return shown


def _tail(text: str, columns: int) -> str:
    """The end of the text, escaped, in so many columns."""
    pieces: list[str] = []
    used = 0
    for character in reversed(text):
        piece = _piece(character)
        used += width(piece)
        if used > columns - 1:
            pieces.append(_ELLIPSIS)
            break
        pieces.append(piece)
    return "".join(reversed(pieces))
