"""Fill in a Go template as far as archetypes go; what is not understood is left blank and told."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from editor_app.core.schema.archetypes.go_expressions import Context, Result, Unknown, evaluated
from editor_app.core.text.expressions import expression
from editor_app.core.text.spans import Span

LARGEST = 16 * 1024
"""In characters. What stands behind is no longer looked at; no real archetype comes near."""

_ACTION = expression(
    r"""\{\{(?![<%])(?P<left>-(?=\s))?
    (?P<inside>\s*/\*.{0,2000}?\*/\s*|(?:"(?:[^"\\\n]|\\.){0,500}"|`[^`]{0,500}`|[^"`]){0,400}?)
    (?P<right>(?<=\s)-)?\}\}""",
    re.DOTALL | re.VERBOSE,
)
_COMMENT = expression(r"\s*/\*.*\*/\s*", re.DOTALL)
_BARE = expression(r"[ \t]*=[ \t]*\Z")
"""In TOML something has to stand behind it."""


@dataclass(frozen=True, slots=True)
class Mark:
    """An action that was filled in: where its text stands in the result; None where it is blank."""

    span: Span
    source: str
    result: Result | None


@dataclass(frozen=True, slots=True)
class Filled:
    """The text that the template gives. `blank` are the actions that were not understood."""

    text: str
    marks: tuple[Mark, ...]
    _places: tuple[tuple[int, int], ...]

    @property
    def blank(self) -> tuple[str, ...]:
        return tuple(mark.source for mark in self.marks if mark.result is None)

    def source_offset(self, offset: int) -> int:
        """Where in the template a place of the text comes from."""
        at = bisect_right(self._places, (offset, len(self.text) + offset + 1)) - 1
        start, source = self._places[max(at, 0)]
        return source + offset - start


def filled(text: str, context: Context) -> Filled:
    """The template with its values. Shortcodes are left alone."""
    parts: list[str] = []
    marks: list[Mark] = []
    places: list[tuple[int, int]] = [(0, 0)]
    length = at = 0
    trims = False
    for found in _ACTION.finditer(text, 0, LARGEST):
        before = text[at : found.start()]
        before = before.lstrip() if trims else before
        skipped = found.start() - at - len(before)
        before = before.rstrip() if found["left"] else before
        trims = bool(found["right"])
        places.append((length, at + skipped))
        parts.append(before)
        length += len(before)
        at = found.end()
        if _COMMENT.fullmatch(found["inside"]):
            continue
        result = _result(found["inside"], context)
        line = "".join(parts[-3:]).rpartition("\n")[2]
        blank = '""' if _BARE.search(line) and text[at : at + 1] in {"\n", ""} else ""
        new = blank if result is None else result.text
        marks.append(Mark(Span(length, length + len(new)), found[0], result))
        places.append((length, found.start()))
        parts.append(new)
        length += len(new)
    rest = text[at:].lstrip() if trims else text[at:]
    places.append((length, len(text) - len(rest)))
    return Filled("".join((*parts, rest)), tuple(marks), tuple(places))


def _result(inside: str, context: Context) -> Result | None:
    try:
        return evaluated(inside, context)
    except Unknown:
        return None
