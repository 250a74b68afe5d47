"""What stands a second time in a body: sections, paragraphs, runs of headings."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from editor_app.core.body.block import Block, BlockKind
from editor_app.core.body.body import Body
from editor_app.core.body.wording import is_japanese, letters_of_each
from editor_app.core.text.spans import Span

_SHORTEST = 80
_SHORTEST_JAPANESE = 40
"""Letters from which on a paragraph that stands twice says something."""

_FEWEST_BLOCKS_OF_SECTION = 3
_ENOUGH_FOR_SECTION = 400
_ENOUGH = 200
_ENOUGH_WITH_HEADING = 120
_ENOUGH_ALONE = 300
"""Letters that the repeated paragraphs have at least, all together."""

_FEWEST_PARAGRAPHS = 2
_SHARE = 0.15
"""So much of the prose stands twice where a text was put together badly."""

_MOST_TWINS = 2
"""Where more runs than these stand twice, a reference describes like things alike."""

_MOST_CANDIDATES = 4
_SHORTEST_CUT = 8
_HEADINGS = 3
_SAYING = frozenset({BlockKind.PARAGRAPH, BlockKind.HEADING})


@dataclass(frozen=True, slots=True)
class Copy:
    """A stretch of text, and where the same stood `first`."""

    first: Span
    second: Span
    has_heading: bool
    is_one: bool = False
    """Whether it is one paragraph."""


@dataclass(frozen=True, slots=True)
class Repeats:
    """What stands a second time; no text is in two of them."""

    sections: tuple[Copy, ...] = ()
    """Three blocks or more, and much of it."""

    paragraphs: tuple[Copy, ...] = ()
    """Runs of paragraphs, or paragraphs here and there that are a good part of the prose."""

    headings: tuple[Copy, ...] = ()
    """Runs of headings, with a paragraph that stands below both."""

    single: tuple[Copy, ...] = ()
    """One long paragraph."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """A block of the body itself, and what it says; `counts` if that is enough to be told."""

    block: Block
    said: str
    counts: bool


@dataclass(frozen=True, slots=True)
class _Run:
    """Pieces `first` and `second` are equal, and so on for `length` pieces."""

    first: int
    second: int
    length: int


def find_repeats(body: Body) -> Repeats:
    """What stands twice, each defect once: a graver kind takes it from a softer one."""
    if not _may_repeat(body):
        return Repeats()
    pieces = tuple(_pieces(body))
    runs = tuple(_runs(pieces))
    if not runs:
        return Repeats()
    large = [run for run in runs if _is_enough(pieces, run)]
    bare = {run.first for run in large if not _has_heading(pieces, run)}
    if len(bare) > _MOST_TWINS:
        large = [run for run in large if _has_heading(pieces, run)]
    sections = [run for run in large if _is_section(pieces, run)]
    paragraphs = [run for run in large if not _is_section(pieces, run)]
    small = [run for run in runs if not _is_enough(pieces, run)]
    if _are_much(pieces, small):
        paragraphs, small = sorted((*paragraphs, *small), key=lambda run: run.second), []
    told = [_copy(pieces, run) for run in (*sections, *paragraphs)]
    headings = tuple(_apart(_heading_runs(pieces, runs), told))
    told += headings
    single = [run for run in small if _letters(pieces, run) >= _ENOUGH_ALONE]
    if len({run.first for run in single}) > _MOST_TWINS:
        single = []
    return Repeats(
        tuple(_copy(pieces, run) for run in sections),
        tuple(_copy(pieces, run) for run in paragraphs),
        headings,
        tuple(_apart((_copy(pieces, run) for run in single), told)),
    )


def _may_repeat(body: Body) -> bool:
    """Whether two paragraphs that are long enough say the same: in most texts none do."""
    said = letters_of_each(body.visible(block) for block in body.prose_blocks)
    long = [each for each in said if len(each) >= _SHORTEST_JAPANESE]
    return len(set(long)) < len(long)


def _pieces(body: Body) -> Iterator[_Piece]:
    blocks = [block for block in body.blocks if not block.inside]
    shown = (body.visible(each) if each.kind in _SAYING else "" for each in blocks)
    for block, said in zip(blocks, letters_of_each(shown), strict=True):
        if not said:
            yield _Piece(block, "", False)
            continue
        shortest = _SHORTEST_JAPANESE if is_japanese(said) else _SHORTEST
        yield _Piece(block, said, block.is_prose and len(said) >= shortest)


# --- runs of equal pieces


def _runs(pieces: Sequence[_Piece]) -> Iterator[_Run]:
    """Runs that repeat an earlier one, the later ones apart from each other."""
    seen: dict[str, list[int]] = {}
    taken = 0
    for number, piece in enumerate(pieces):
        if not piece.counts:
            continue
        earlier = seen.setdefault(piece.said, [])
        if earlier and number >= taken:
            run = max(
                (_grown(pieces, first, number, taken) for first in earlier),
                key=lambda run: run.length,
            )
            yield run
            taken = run.second + run.length
        if len(earlier) < _MOST_CANDIDATES:
            earlier.append(number)


def _grown(pieces: Sequence[_Piece], first: int, second: int, taken: int) -> _Run:
    """Grow a pair of equal pieces to both sides, the two runs staying apart."""
    back = 0
    while (
        first - back > 0
        and second - back - 1 >= taken
        and second - back - 1 > first
        and _is_equal(pieces[first - back - 1], pieces[second - back - 1])
    ):
        back += 1
    first, second = first - back, second - back
    length = back + 1
    while (
        first + length < second
        and second + length < len(pieces)
        and _is_equal(pieces[first + length], pieces[second + length])
    ):
        length += 1
    if first + length < second and second + length < len(pieces):
        length += _is_cut(pieces[first + length], pieces[second + length])
    return _Run(first, second, length)


def _is_equal(one: _Piece, other: _Piece) -> bool:
    return bool(one.said) and one.said == other.said and one.block.kind is other.block.kind


def _is_cut(whole: _Piece, cut: _Piece) -> bool:
    """Whether the second copy stops in the middle of a paragraph."""
    return len(cut.said) >= _SHORTEST_CUT and whole.said.startswith(cut.said)


# --- how much a run is


def _second(pieces: Sequence[_Piece], run: _Run) -> Sequence[_Piece]:
    return pieces[run.second : run.second + run.length]


def _letters(pieces: Sequence[_Piece], run: _Run) -> int:
    return sum(len(piece.said) for piece in _second(pieces, run) if piece.counts)


def _has_heading(pieces: Sequence[_Piece], run: _Run) -> bool:
    return any(piece.block.level for piece in _second(pieces, run))


def _is_enough(pieces: Sequence[_Piece], run: _Run) -> bool:
    enough = _ENOUGH_WITH_HEADING if _has_heading(pieces, run) else _ENOUGH
    paragraphs = sum(piece.counts for piece in _second(pieces, run))
    return paragraphs >= _FEWEST_PARAGRAPHS and _letters(pieces, run) >= enough


def _is_section(pieces: Sequence[_Piece], run: _Run) -> bool:
    """Of a run that is enough: whether it is more than that, headings and a cut end included."""
    said = sum(len(piece.said) for piece in _second(pieces, run))
    return run.length >= _FEWEST_BLOCKS_OF_SECTION and said >= _ENOUGH_FOR_SECTION


def _are_much(pieces: Sequence[_Piece], runs: Sequence[_Run]) -> bool:
    """Whether paragraphs that stand twice here and there are a good part of the prose."""
    if not _FEWEST_PARAGRAPHS <= len({run.first for run in runs}) <= _MOST_CANDIDATES:
        return False
    prose = sum(len(piece.said) for piece in pieces if piece.block.is_prose)
    return sum(_letters(pieces, run) for run in runs) >= _SHARE * prose


def _copy(pieces: Sequence[_Piece], run: _Run) -> Copy:
    end = run.length - 1
    return Copy(
        Span(pieces[run.first].block.span.start, pieces[run.first + end].block.span.end),
        Span(pieces[run.second].block.span.start, pieces[run.second + end].block.span.end),
        _has_heading(pieces, run),
        run.length == 1,
    )


def _apart(copies: Iterable[Copy], told: Sequence[Copy]) -> Iterator[Copy]:
    """The copies that share nothing with those that are told already, which are apart."""
    taken = sorted(copy.second for copy in told)
    for copy in copies:
        at = bisect_left(taken, copy.second)
        if not any(copy.second.overlaps(each) for each in taken[max(at - 1, 0) : at + 1]):
            yield copy


# --- runs of headings


def _heading_runs(pieces: Sequence[_Piece], runs: Sequence[_Run]) -> Iterator[Copy]:
    """The same headings in a row, below which the same paragraph stands both times."""
    places = [number for number, piece in enumerate(pieces) if piece.block.level and piece.said]
    said = [(pieces[place].block.level, pieces[place].said) for place in places]
    seconds = [run.second for run in runs]
    seen: dict[tuple[tuple[int, str], ...], int] = {}
    taken = 0
    for number in range(len(places) - _HEADINGS + 1):
        key = tuple(said[number : number + _HEADINGS])
        first = seen.setdefault(key, number)
        if number < max(taken, first + _HEADINGS):
            continue
        length = _HEADINGS
        while (
            first + length < number
            and number + length < len(said)
            and said[first + length] == said[number + length]
        ):
            length += 1
        taken = number + length
        below = range(places[first], places[first + length])
        end = places[taken] if taken < len(places) else len(pieces)
        at = bisect_left(seconds, places[number])
        if any(run.first in below for run in runs[at : bisect_left(seconds, end)]):
            yield _headings(pieces, places[first : first + length], places[number:taken])


def _headings(pieces: Sequence[_Piece], first: Sequence[int], second: Sequence[int]) -> Copy:
    return Copy(
        Span(pieces[first[0]].block.span.start, pieces[first[-1]].block.span.end),
        Span(pieces[second[0]].block.span.start, pieces[second[-1]].block.span.end),
        True,
    )
