"""What a fix changes, line by line, as the detail card shows it: struck and inserted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from editor_app.core.diagnostics import Fix
from editor_app.core.text.edits import Edit, difference, ordered
from editor_app.core.text.lines import LineIndex
from editor_app.core.text.spans import Span

_AROUND = 24
"""Code points of a line that are shown before and after what changes."""
_LONGEST = 160
"""Code points of removed or inserted text that are shown before it is cut."""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a line; `is_changed` where it is struck (before) or inserted (after)."""

    text: str
    is_changed: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """One place that a fix changes: the line before and after.

    `lines_removed` is the number of whole lines that go; 0 where the change is
    inside one line.
    """

    before: tuple[Part, ...]
    after: tuple[Part, ...]
    lines_removed: int = 0


def shown(text: str, fix: Fix) -> tuple[Shown, ...]:
    """The places that a fix changes in `text`, neighbouring edits of one line together."""
    lines = LineIndex(text)
    result: list[Shown] = []
    group: list[Edit] = []
    for edit in _least(text, ordered(fix.edits)):
        if group and lines.line_of(group[-1].span.end) != lines.line_of(edit.span.start):
            result.append(_place(text, lines, group))
            group = []
        group.append(edit)
    if group:
        result.append(_place(text, lines, group))
    return tuple(result)


def _least(text: str, edits: Iterable[Edit]) -> Iterator[Edit]:
    """Without what an edit puts back as it was, such as the quotes around a value."""
    for edit in edits:
        for part in difference(edit.span.of(text), edit.text):
            yield Edit(part.span.shifted(edit.span.start), part.text)


def _place(text: str, lines: LineIndex, edits: Sequence[Edit]) -> Shown:
    first, last = edits[0].span.start, edits[-1].span.end
    line = lines.span_of(lines.line_of(first))
    last_line = lines.span_of(lines.line_of(last))
    start, end = max(line.start, first - _AROUND), min(last_line.end, last + _AROUND)
    head = Part(("…" if start > line.start else "") + text[start:first])
    takes_break = first < last and text[last - 1] == "\n" and not edits[-1].text
    tail = Part("" if takes_break else text[last:end] + ("…" if end < last_line.end else ""))
    before: list[Part] = [head]
    after: list[Part] = [head]
    at = first
    for edit in edits:
        between = Part(Span(at, edit.span.start).of(text))
        before += (between, Part(_cut(edit.span.of(text)), True))
        after += (between, Part(_cut(edit.text), True))
        at = edit.span.end
    before.append(tail)
    after.append(tail)
    removed = sum(edit.span.of(text).count("\n") - edit.text.count("\n") for edit in edits)
    return Shown(_filled(before), _filled(after), max(removed, 0))


def _filled(parts: Sequence[Part]) -> tuple[Part, ...]:
    return tuple(part for part in parts if part.text)


def _cut(text: str) -> str:
    text = text.strip("\n") or text
    if len(text) <= _LONGEST:
        return text
    return f"{text[: _LONGEST // 2]} … {text[-_LONGEST // 4 :]}"
