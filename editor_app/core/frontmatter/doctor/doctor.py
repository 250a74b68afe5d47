"""The doctor: says what is wrong with front matter that can't be read, and proves each cure.

A cure is given only where the text, mended and read again, can be read, every
key that needed nothing has its raw text, and the body is the same. Where
something is left that nobody can mend, the rest is proved without that part.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice
from types import ModuleType

from editor_app.core.frontmatter import reader
from editor_app.core.frontmatter.doctor import fence_lines
from editor_app.core.frontmatter.doctor import unprintable as unprintables
from editor_app.core.frontmatter.doctor.ailment import Ailment, Cure, as_read
from editor_app.core.frontmatter.doctor.fence_lines import Frame
from editor_app.core.frontmatter.doctor.report import Report
from editor_app.core.frontmatter.front_matter import FrontMatter
from editor_app.core.frontmatter.nodes import Format
from editor_app.core.text.edits import Edit, OverlappingEdits, apply, ordered
from editor_app.core.text.spans import Span

_LONGEST, _MOST_LINES = 1 << 14, 1_000
"""Front matter above this is not examined; code points and lines."""

_MOST = 50
"""So many places with characters that can't be printed are told."""


def examine(text: str, front_matter: FrontMatter) -> tuple[Ailment, ...]:
    """Everything that is wrong, in the order of the edits; nothing where all can be read.

    `front_matter` is what `read` makes of the text. What nobody can explain is
    told in the parser's words.
    """
    if front_matter.format is not None and front_matter.unreadable is None:
        return ()
    frame = fence_lines.find(text, is_sure=front_matter.format is not None)
    if frame is None or _is_too_long(text, frame.content):
        return _as_read(front_matter)
    unprintable = tuple(islice(unprintables.examine(text, frame.content, frame.format), _MOST))
    if unprintable:
        return _with_the_rest(text, frame, unprintable)
    report: Report = _doctor_of(frame.format).examine(text, frame.content)
    ailments = (*frame.ailments, *report.ailments)
    if not ailments:
        return _as_read(front_matter)
    proof = _Proof(text, frame, report)
    first = tuple(each.cures[0] for each in ailments if each.cures)
    if not proof.holds(first):
        return _as_read(front_matter)
    return tuple(_with_proven_cures(each, first, proof) for each in ailments)


def _with_the_rest(
    text: str, frame: Frame, unprintable: tuple[Ailment, ...]
) -> tuple[Ailment, ...]:
    """Characters that can't stand in front matter, and what else is wrong if all can be mended."""
    rest = unprintables.without(text, frame.format)
    others = examine(rest, reader.read(rest))
    together = (*unprintable, *others)
    try:
        after = reader.read(apply(text, mended(together)))
    except OverlappingEdits:
        return unprintable
    return together if after.unreadable is None else unprintable


def is_meant(text: str, front_matter: FrontMatter) -> bool:
    """Whether a text without front matter was to have some, as the doctor says."""
    return front_matter.format is None and bool(examine(text, front_matter))


def _doctor_of(format: Format) -> ModuleType:
    """By name: only a post that can't be read needs one, and then one of three."""
    return importlib.import_module(f"editor_app.core.frontmatter.doctor.{format.value}_doctor")


def _is_too_long(text: str, content: Span) -> bool:
    is_long = len(content) > _LONGEST
    return is_long or text.count("\n", content.start, content.end) > _MOST_LINES


def _as_read(front_matter: FrontMatter) -> tuple[Ailment, ...]:
    unreadable = front_matter.unreadable
    if unreadable is None:
        return ()
    return (Ailment(unreadable.span, as_read(unreadable)),)


def _with_proven_cures(ailment: Ailment, first: tuple[Cure, ...], proof: _Proof) -> Ailment:
    """The ailment with the other cures that hold in the place of its first one."""
    if len(ailment.cures) < 2:
        return ailment
    rest = tuple(cure for cure in first if cure is not ailment.cures[0])
    kept = (ailment.cures[0], *(c for c in ailment.cures[1:] if proof.holds((*rest, c))))
    return replace(ailment, cures=kept)


class _Proof:
    """Mends the text, reads it again and compares."""

    def __init__(self, text: str, frame: Frame, report: Report) -> None:
        self._text, self._frame, self._report = text, frame, report

    def holds(self, cures: Iterable[Cure]) -> bool:
        lost = self._report.lost
        edits = (edit for cure in cures for edit in cure.edits)
        outside = [e for e in edits if not any(span.encloses(e.span) for span in lost)]
        try:
            mended = apply(self._text, (*outside, *(Edit(span, "") for span in lost)))
        except OverlappingEdits:
            return False
        after = reader.read(mended)
        if after.format is not self._frame.format or after.unreadable is not None:
            return False
        body = self._text[self._frame.body_start :]
        if mended[after.body_start :] != body:
            return False
        return _stand_in(
            self._report.sound, iter(_doctor_of(self._frame.format).written(mended, after.content))
        )


def _stand_in(sound: Iterable[str], found: Iterator[str]) -> bool:
    """Whether all sound keys are among those found, in their order."""
    return all(any(each == one for each in found) for one in sound)


def mended(ailments: Iterable[Ailment]) -> tuple[Edit, ...]:
    """The edits of the first cures of all ailments."""
    return ordered(edit for each in ailments if each.cures for edit in each.cures[0].edits)
