"""Which words of a line differ from those of the line that took its place."""

from __future__ import annotations

import difflib
import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from editor_app.core.text.edits import difference
from editor_app.core.text.spans import Span

_WORD = re.compile(r"[A-Za-z0-9_\u00c0-\u02af\u0370-\u052f]+|.", re.DOTALL)
"""A word where words are written apart, else one character, as in Japanese."""

_MOST_WORDS = 1500
"""A longer line is compared from both ends only: word by word it would take seconds."""

_LEAST_ALIKE = 0.3
_MOST_LINES = 40
_LEAST_BETWEEN = 2


@dataclass(frozen=True, slots=True)
class Pair:
    """Two lines by their place among their own, and what of each the other does not have."""

    gone: int
    new: int
    of_gone: tuple[Span, ...]
    of_new: tuple[Span, ...]


def pairs(gone: Sequence[str], new: Sequence[str]) -> tuple[Pair, ...]:
    """The lines that became others, in order; a line that has nothing alike is in none."""
    if max(len(gone), len(new)) > _MOST_LINES:
        return ()
    result: list[Pair] = []
    first = 0
    for at, line in enumerate(gone):
        alike = [(_alike(line, other), -to) for to, other in enumerate(new) if to >= first]
        most, place = max(alike, default=(0.0, 0))
        if most >= _LEAST_ALIKE:
            result.append(Pair(at, -place, *changed_words(line, new[-place])))
            first = 1 - place
    return tuple(result)


def changed_words(before: str, after: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """What is gone of a line, and what is new in the other, each in its own positions."""
    old, new = _WORD.findall(before), _WORD.findall(after)
    if max(len(old), len(new)) > _MOST_WORDS:
        edits = difference(before, after)
        inserted = [Span(one.span.start, one.span.start + len(one.text)) for one in edits]
        return _filled(one.span for one in edits), _filled(inserted)
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    old_at, new_at = _starts(old), _starts(new)
    gone: list[Span] = []
    come: list[Span] = []
    for tag, old_from, old_to, new_from, new_to in matcher.get_opcodes():
        if tag == "equal":
            continue
        here = Span(old_at[old_from], old_at[old_to])
        there = Span(new_at[new_from], new_at[new_to])
        if gone and here.start - gone[-1].end < _LEAST_BETWEEN:  # one letter between is chance
            here, there = Span(gone.pop().start, here.end), Span(come.pop().start, there.end)
        gone.append(here)
        come.append(there)
    return _filled(gone), _filled(come)


def _filled(spans: Iterable[Span]) -> tuple[Span, ...]:
    return tuple(span for span in spans if not span.is_empty)


def _starts(words: Sequence[str]) -> list[int]:
    return list(itertools.accumulate(map(len, words), initial=0))


def _alike(one: str, other: str) -> float:
    """From 0 to 1; the words are counted, wherever they stand."""
    words, others = _WORD.findall(one), _WORD.findall(other)
    if not words or not others:
        return 0.0
    return difflib.SequenceMatcher(None, words, others, autojunk=False).quick_ratio()
