"""Where the text of a body stops in the middle of a sentence."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from editor_app.core.body.block import Block, BlockKind
from editor_app.core.body.body import Body
from editor_app.core.body.endings import Before, is_cut, may_stop_in_word
from editor_app.core.body.markers import end_markers
from editor_app.core.body.sentences import sentences
from editor_app.core.body.wording import FULL_STOPS, is_finished, letters
from editor_app.core.text.expressions import expression
from editor_app.core.text.spans import Span

_FEWEST_PARAGRAPHS = 4
_SHORTEST = 20
_FINISHED_SHARE = 0.8
_FEWEST_LETTERS_AGAIN = 12
_LONGEST = 40
_LAST_WORD = expression(r"(?<=[a-z,] )[a-z]{1,12}$")
_AFTERWARDS = frozenset(
    {BlockKind.RULE, BlockKind.LIQUID, BlockKind.HTML, BlockKind.COMMENT, BlockKind.REFERENCE}
)
_BREAKS = frozenset({BlockKind.HEADING, BlockKind.RULE})
_RELATED = (
    "関連記事",
    "関連リンク",
    "あわせて読みたい",
    "参考",
    "脚注",
    "related",
    "footnotes",
    "references",
    "seealso",
    "furtherreading",
)


@dataclass(frozen=True, slots=True)
class Cut:
    """A paragraph without an end.

    `fragment` is the sentence that stops, `rest` what stands behind the last one
    that has an end, None where the paragraph has no such. `is_last` where the
    whole text ends so.
    """

    before: Before
    is_last: bool
    fragment: Span
    rest: Span | None

    def end(self, text: str) -> str:
        """The last words of the fragment."""
        said = self.fragment.of(text)
        return said if len(said) <= _LONGEST else "…" + said[1 - _LONGEST :]


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A paragraph that may be cut, up to `end`."""

    block: Block
    end: int
    before: Before
    is_last: bool


def find_cuts(body: Body) -> tuple[Cut, ...]:
    """The paragraphs that are cut, in order; none where the writer sets few full stops."""
    blocks = [block for block in body.blocks if not _is_nested(block)]
    found = tuple(
        (candidate, prose)
        for candidate in _candidates(body, blocks, end_markers(body))
        if is_cut(prose := _prose(body, candidate), candidate.before)
        or (candidate.is_last and _stops_in_word(body, prose))
    )
    if not found or not _writes_full_stops(body, {each.block.span for each, _ in found}):
        return ()
    return tuple(_cut(candidate, prose) for candidate, prose in found)


def _is_nested(block: Block) -> bool:
    return bool(block.inside) and block.kind is not BlockKind.LIQUID


def _prose(body: Body, candidate: _Candidate) -> str:
    return body.prose(candidate.block)[: candidate.end - candidate.block.span.start]


def _stops_in_word(body: Body, prose: str) -> bool:
    """Whether the last word, which stands nowhere else, is the beginning of one that does."""
    found = _LAST_WORD.search(prose[-_LONGEST:])
    if found is None or not may_stop_in_word(prose):
        return False
    others = re.compile(rf"\b{found[0]}([a-z]*)", re.IGNORECASE)
    ends = [each[1] for each in others.finditer(body.text, body.start)]
    return any(ends) and ends.count("") == 1


def _cut(candidate: _Candidate, prose: str) -> Cut:
    spans = tuple(sentences(prose, candidate.block.span.start))
    rest = Span(spans[-2].end, spans[-1].end) if len(spans) > 1 else None
    return Cut(candidate.before, candidate.is_last, spans[-1], rest)


def _candidates(
    body: Body, blocks: Sequence[Block], markers: Sequence[Span]
) -> Iterator[_Candidate]:
    """The paragraphs that may be cut, each once.

    Those before a marker, a heading or a rule, before one that begins with the
    same words, and the last one.
    """
    last = _last(body, blocks, markers)
    previous: Block | None = None
    is_told = False
    for block in blocks:
        inside = _within(block, markers)
        if inside:
            start, stop = block.span.start, inside[0].start
            cut = block if body.text[start:stop].strip() else previous
            if cut is not None and cut.is_prose:
                end = start + len(body.text[start:stop].rstrip()) if cut is block else cut.span.end
                is_told = is_told or cut is last
                yield _Candidate(cut, end, Before.MARKER, cut is last)
        elif block.kind in _BREAKS and previous is not None and previous is not last:
            if previous.is_prose:
                yield _Candidate(previous, previous.span.end, Before.HEADING, False)
        elif previous is not None and _begins_again(body, previous, block):
            yield _Candidate(previous, previous.span.end, Before.AGAIN, False)
        previous = None if inside else block
    if last is not None and not is_told:
        yield _Candidate(last, last.span.end, Before.END, True)


def _within(block: Block, markers: Sequence[Span]) -> Sequence[Span]:
    """The markers in the text of a block."""
    if not markers or not block.lines:
        return ()
    first = bisect_left(markers, Span(block.span.start, block.span.start))
    return markers[first : bisect_left(markers, Span(block.span.end, block.span.end))]


def _begins_again(body: Body, block: Block, following: Block) -> bool:
    """Whether a paragraph says the other's last words once more and goes on.

    A sentence stands before those words: alone they may be a title.
    """
    if not block.is_prose or not following.is_prose:
        return False
    if body.text[block.span.end - 1] in FULL_STOPS:
        return False
    prose = body.prose(block)
    if is_finished(prose):
        return False
    spans = tuple(sentences(prose))
    words = letters(spans[-1].of(prose))
    if len(spans) < 2 or len(words) < _FEWEST_LETTERS_AGAIN:
        return False
    again = letters(body.prose(following))
    return len(again) > len(words) and again.startswith(words)


def _last(body: Body, blocks: Sequence[Block], markers: Sequence[Span]) -> Block | None:
    """The paragraph with which the text ends, if it ends with one; markers may follow it."""
    rest = list(blocks)
    del rest[_tail(body, rest) :]
    while rest and _is_afterwards(body, rest[-1], markers):
        rest.pop()
    if not rest or not rest[-1].is_prose:
        return None
    inside = _within(rest[-1], markers)
    if inside and body.text[inside[-1].end : rest[-1].span.end].strip():
        return None
    return rest[-1]


def _tail(body: Body, blocks: Sequence[Block]) -> int:
    """Where a last section of related posts, references or footnotes begins."""
    last = next((at for at in range(len(blocks) - 1, -1, -1) if blocks[at].level), len(blocks))
    if last == len(blocks) or not letters(body.visible(blocks[last])).startswith(_RELATED):
        return len(blocks)
    return last


def _is_afterwards(body: Body, block: Block, markers: Sequence[Span]) -> bool:
    if block.kind in _AFTERWARDS or block.span.of(body.text).startswith("※"):
        return True
    inside = _within(block, markers)
    return (
        bool(inside)
        and not body.text[block.span.start : inside[0].start].strip()
        and (not body.text[inside[-1].end : block.span.end].strip())
    )


def _writes_full_stops(body: Body, left_out: set[Span]) -> bool:
    """Whether the paragraphs that are not cut end as sentences do."""
    ends = [
        is_finished(prose)
        for block in body.prose_blocks
        if block.span not in left_out and len(prose := body.prose(block)) >= _SHORTEST
    ]
    return len(ends) + 1 >= _FEWEST_PARAGRAPHS and sum(ends) >= _FINISHED_SHARE * len(ends)
