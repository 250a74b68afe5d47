"""Paragraphs of a body that are nearly the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from editor_app.core.body.body import Body
from editor_app.core.body.wording import is_japanese, letters
from editor_app.core.text.spans import Span

_SHINGLE = 12
_SHINGLE_JAPANESE = 8
_SHORTEST = 120
_SHORTEST_JAPANESE = 60
_MOST_POSTINGS = 6
"""A run of letters that stands in more paragraphs says nothing about two of them."""

_SHARED = 0.8


@dataclass(frozen=True, slots=True)
class Twins:
    """Two paragraphs, of which the smaller is nearly all in the other."""

    first: Span
    second: Span


def near_duplicates(body: Body) -> Iterator[Twins]:
    """Pairs of paragraphs that are alike and not equal, in order, each paragraph once."""
    spans: list[Span] = []
    texts: list[str] = []
    for block in body.prose_blocks:
        said = letters(body.visible(block))
        if len(said) >= (_SHORTEST_JAPANESE if is_japanese(said) else _SHORTEST):
            spans.append(block.span)
            texts.append(said)
    shingles = [_shingles(text) for text in texts]
    shared: Counter[tuple[int, int]] = Counter()
    for pair in _pairs(shingles):
        shared[pair] += 1
    told: set[int] = set()
    for (first, second), count in sorted(shared.items()):
        least = min(len(shingles[first]), len(shingles[second]))
        if second not in told and texts[first] != texts[second] and count >= _SHARED * least:
            told.add(second)
            yield Twins(spans[first], spans[second])


def _shingles(text: str) -> set[str]:
    size = _SHINGLE_JAPANESE if is_japanese(text) else _SHINGLE
    return {text[at : at + size] for at in range(len(text) - size + 1)}


def _pairs(shingles: Sequence[set[str]]) -> Iterator[tuple[int, int]]:
    """Each pair of paragraphs once for each shingle that both have."""
    postings: dict[str, list[int]] = {}
    for number, own in enumerate(shingles):
        for shingle in own:
            places = postings.setdefault(shingle, [])
            if len(places) <= _MOST_POSTINGS:
                places.append(number)
    for places in postings.values():
        if len(places) <= _MOST_POSTINGS:
            yield from (
                (first, second) for at, first in enumerate(places) for second in places[at + 1 :]
            )
