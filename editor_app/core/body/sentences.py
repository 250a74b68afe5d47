"""Where sentences begin and end, in Japanese and in English."""

from __future__ import annotations

from collections.abc import Iterator

from editor_app.core.text.expressions import expression
from editor_app.core.text.spans import Span

_MARK = expression(
    r"(?P<open>[「『（【〈《])"
    r"|(?P<close>[」』）】〉》])"
    r"|(?P<wide>[。．！？]++[」』）】〉》”’\"'*_~]*+)"
    r"|(?P<narrow>[.!?…]++[)\]”’\"'*_~]*+(?=\s|$|[^\x00-\u2fff]))"
)
_ABBREVIATION = expression(
    r"(?:^|[\s(\[“\"'])(?:[A-Za-z]|[A-Za-z]\.[A-Za-z]|Mr|Mrs|Ms|Dr|Prof|St|Jr|Sr|vs|etc|cf|No|Fig|Vol"
    r"|approx|Inc|Ltd|Co|al)\.$"
)


def sentences(prose: str, offset: int = 0) -> Iterator[Span]:
    """The sentences of one paragraph's prose, without the space around them.

    A mark inside Japanese brackets ends no sentence, as in 「そうか。」と言った.
    `offset` is added to each span.
    """
    start = 0
    depth = 0
    for mark in _MARK.finditer(prose):
        if mark["open"]:
            depth += 1
        elif mark["close"]:
            depth = max(depth - 1, 0)
        elif mark["wide"]:
            depth = max(depth - sum(character in "」』）】〉》" for character in mark[0]), 0)
            closes = mark[0][-1] in "」』）】〉》"
            if depth or (closes and prose[mark.end() : mark.end() + 1].strip()):
                continue
            yield from _trimmed(prose, start, mark.end(), offset)
            start = mark.end()
        elif not _ABBREVIATION.search(prose[max(start, mark.start() - 10) : mark.start() + 1]):
            yield from _trimmed(prose, start, mark.end(), offset)
            start, depth = mark.end(), 0
    yield from _trimmed(prose, start, len(prose), offset)


def _trimmed(prose: str, start: int, end: int, offset: int) -> Iterator[Span]:
    piece = prose[start:end]
    lead = len(piece) - len(piece.lstrip())
    length = len(piece.strip())
    if length:
        yield Span(start + lead + offset, start + lead + length + offset)
