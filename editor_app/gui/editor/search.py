"""Find in a text, and what to put there instead.

Qt's regular expressions and not Python's: the user types the pattern, and
Qt's engine gives up by itself where Python's would stand still for hours.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRegularExpression, QRegularExpressionMatch

from editor_app.core.text.edits import Edit
from editor_app.core.text.spans import Span
from editor_app.gui.document_display import shown, units_in

_SECONDS = 1.0
_ESCAPE = re.compile(r"\\(\d|n|t|\\)")
_OPTIONS = QRegularExpression.PatternOption


@dataclass(frozen=True, slots=True)
class Query:
    """What to look for, and how exactly."""

    text: str
    matches_case: bool = False
    whole_words: bool = False
    is_pattern: bool = False

    def expression(self) -> QRegularExpression:
        """May be invalid where the user's pattern is; its `errorString` says why."""
        pattern = self.text if self.is_pattern else QRegularExpression.escape(self.text)
        if self.whole_words:
            pattern = rf"(?<!\w)(?:{pattern})(?!\w)"
        options = _OPTIONS.UseUnicodePropertiesOption | _OPTIONS.MultilineOption
        if not self.matches_case:
            options |= _OPTIONS.CaseInsensitiveOption
        return QRegularExpression(pattern, options)


@dataclass(frozen=True, slots=True)
class Found:
    """Matches in order; not `is_complete` where the search took too long."""

    spans: tuple[Span, ...] = ()
    is_complete: bool = True


def find(text: str, query: Query) -> Found:
    """Every match of the query, none of them empty."""
    if not query.text:
        return Found()
    until = time.monotonic() + _SECONDS
    spans: list[Span] = []
    for span, _ in _matches(text, query.expression()):
        spans.append(span)
        if time.monotonic() > until:
            return Found(tuple(spans), is_complete=False)
    return Found(tuple(spans))


def replacements(text: str, query: Query, by: str, within: Span | None = None) -> tuple[Edit, ...]:
    """Edits that replace every match, or those inside `within`.

    In a pattern's replacement `\\1` is the first group, `\\0` the match, `\\n` a
    new line and `\\t` a tab.
    """
    return tuple(
        Edit(span, _replacement(text, span, match, by) if query.is_pattern else by)
        for span, match in _matches(text, query.expression())
        if within is None or within.encloses(span)
    )


def _replacement(text: str, span: Span, match: QRegularExpressionMatch, by: str) -> str:
    def expand(escape: re.Match[str]) -> str:
        letter = escape[1]
        if not letter.isdigit():
            return {"n": "\n", "t": "\t"}.get(letter, letter)
        group = int(letter)
        if match.capturedStart(group) < 0:
            return ""
        before = match.capturedStart(group) - match.capturedStart()
        start = span.start + _code_points(text, span.start, before)
        return text[start : start + _code_points(text, start, match.capturedLength(group))]

    return _ESCAPE.sub(expand, by)


def _matches(
    text: str, expression: QRegularExpression
) -> Iterator[tuple[Span, QRegularExpressionMatch]]:
    if not expression.isValid():
        return
    found = expression.globalMatch(shown(text))
    offset = units = 0
    while found.hasNext():
        match = found.next()
        start, end = match.capturedStart(), match.capturedEnd()
        if start == end:
            continue
        offset += _code_points(text, offset, start - units)
        length = _code_points(text, offset, end - start)
        yield Span(offset, offset + length), match
        offset, units = offset + length, end


def _code_points(text: str, start: int, units: int) -> int:
    """How many characters from `start` make so many UTF-16 units."""
    part = text[start : start + units]
    while (more := units_in(part) - units) > 0:
        part = part[: len(part) - (more + 1) // 2]
    return len(part)
