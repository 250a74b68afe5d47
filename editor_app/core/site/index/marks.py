"""Where in a text the phrases of a search stand, in code points of that text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import chain, islice, pairwise

from editor_app.core.site.index.words import RUNS, Phrase, fold, is_run
from editor_app.core.text.expressions import expression
from editor_app.core.text.spans import Span
from editor_app.core.text.value import value

MOST_MARKS = 100
_PLAIN = "\x00-\x7f\u3000-\u3029\u3041-\u3096\u309d\u309e\u30a1-\u30fe\u4e00-\u9fff\uff01-\uff5e"
_ACCENTS = "\u0300-\u036f\u1161-\u11ff\u3099\u309a\uff9e\uff9f"
_ODD = expression(f"[^{_PLAIN}][{_ACCENTS}]*|[{_PLAIN}][{_ACCENTS}]+")
"""What may have another length in one width: letters with accents, half-width kana, signs such
as … and ㍿. All others stay one character."""


def marks(text: str, wanted: Sequence[Phrase], most: int = MOST_MARKS) -> tuple[Span, ...]:
    """The first places in order; those that overlap or touch are one."""
    folded = fold(text)
    places = (islice(_places(folded, phrase), most) for phrase in wanted)
    found: list[Span] = []
    for place in sorted(chain.from_iterable(places), key=lambda each: each.start):
        if found and place.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, place.end))
        else:
            found.append(place)
    return _in_text(text, found[:most])


def _places(folded: str, phrase: Phrase) -> Iterator[Span]:
    """What stands before is looked at here: an expression that begins with a text is quick."""
    is_free = is_run(phrase.parts[0])
    for match in re.finditer(_pattern(phrase), folded):
        if is_free or not _ends_in_word(folded, match.start()):
            yield Span(*match.span())


def _pattern(phrase: Phrase) -> str:
    parts = phrase.parts
    inner = re.escape(parts[0])
    for before, part in pairwise(parts):
        is_apart = not is_run(before) and not is_run(part)
        inner += rf"[\W_]{'+' if is_apart else '*'}{re.escape(part)}"
    return inner if is_run(parts[-1]) else rf"{inner}(?![^\W_{RUNS}])"


def _ends_in_word(folded: str, at: int) -> bool:
    """Whether a letter or digit stands before a place that is no kana or kanji."""
    return at > 0 and folded[at - 1].isalnum() and not is_run(folded[at - 1])


def _in_text(text: str, found: list[Span]) -> tuple[Span, ...]:
    """The places of the folded text in the text itself."""
    odd = [] if text.isascii() else list(_odd(text))
    if not odd:
        return tuple(found)
    starts = [each.folded.start for each in odd]

    def back(at: int, *, is_end: bool) -> int:
        number = bisect_right(starts, at - is_end) - 1
        if number < 0:
            return at
        one = odd[number]
        if at - is_end < one.folded.end:
            return one.span.end if is_end else one.span.start
        return one.span.end + at - one.folded.end

    return tuple(
        Span(back(each.start, is_end=False), back(each.end, is_end=True)) for each in found
    )


@value
class _Odd:
    """Where an odd character stands in the text, and where in the folded one."""

    span: Span
    folded: Span


def _odd(text: str) -> Iterator[_Odd]:
    shift = 0
    for match in _ODD.finditer(text):
        length = len(fold(match[0]))
        if length != match.end() - match.start() or length > 1:
            start = match.start() + shift
            yield _Odd(Span(*match.span()), Span(start, start + length))
            shift += length - (match.end() - match.start())
