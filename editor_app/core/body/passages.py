"""Where a phrase stands in a body's own words, and where it is only told of."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from editor_app.core.body.block import Block, BlockKind
from editor_app.core.body.body import Body
from editor_app.core.text.expressions import expression
from editor_app.core.text.spans import Span

_WORDS = frozenset({BlockKind.PARAGRAPH, BlockKind.HEADING})
_ELSEWHERE = frozenset({BlockKind.QUOTE, BlockKind.LIQUID})
_VERBATIM = frozenset({BlockKind.FENCE, BlockKind.CODE, BlockKind.COMMENT, BlockKind.LIQUID})
_QUOTES = {"「": "」", "『": "』", "“": "”", "‘": "’", "«": "»", "„": "“", "《": "》"}
_MOST_BEFORE = 300
_SENTENCE_START = expression(r"(?:[.!?…:][)\]”’\"'*_]*\s+|[。．！？」』）】]\s*|\n)[ \t]*$")


@dataclass(frozen=True, slots=True)
class Passage:
    """A phrase in a block; `before` is the end of the masked prose that stands before it."""

    block: Block
    span: Span
    before: str
    begins_block: bool
    match: re.Match[str]

    @property
    def begins_sentence(self) -> bool:
        return self.begins_block or _SENTENCE_START.search(self.before[-20:]) is not None


def own_words(body: Body, pattern: re.Pattern[str]) -> Iterator[Passage]:
    """Where `pattern` stands in paragraphs, list items and headings.

    Not in quotation marks, quotes, code, tables or Liquid; and nowhere where
    the same stands in one of those too: such a post is about the phrase.
    """
    if pattern.search(body.text, body.start) is None:
        return
    found = tuple(_in_blocks(body, pattern))
    taken = {passage.span.start for passage in found}
    if all(each.start() in taken for each in pattern.finditer(body.text, body.start)):
        yield from found


def _in_blocks(body: Body, pattern: re.Pattern[str]) -> Iterator[Passage]:
    for block in body.blocks:
        if block.kind not in _WORDS or _ELSEWHERE.intersection(block.inside):
            continue
        if pattern.search(body.text, block.span.start, block.span.end) is None:
            continue
        start = block.lines[0].start if block.lines else block.span.start
        prose = body.prose(block)[start - block.span.start :]
        for match in pattern.finditer(prose):
            before = prose[max(match.start() - _MOST_BEFORE, 0) : match.start()]
            if not _is_quoted(before):
                span = Span(*match.span()).shifted(start)
                begins = len(before) == match.start() and not before.strip()
                yield Passage(block, span, before, begins, match)


def own_characters(body: Body, pattern: re.Pattern[str]) -> Iterator[Span]:
    """Where characters that can't be seen stand: in paragraphs, headings and tables."""
    if body.is_printable or pattern.search(body.text, body.start) is None:
        return
    for block in body.blocks:
        is_text = block.kind in _WORDS or block.kind is BlockKind.TABLE
        if not is_text or _ELSEWHERE.intersection(block.inside):
            continue
        if pattern.search(body.text, block.span.start, block.span.end) is None:
            continue
        for match in pattern.finditer(body.prose(block)):
            yield Span(*match.span()).shifted(block.span.start)


def _is_quoted(before: str) -> bool:
    """Whether quotation marks are open where some prose ends."""
    if any(before.rfind(opened) > before.rfind(closed) for opened, closed in _QUOTES.items()):
        return True
    return before[before.rfind("\n") + 1 :].count('"') % 2 == 1


class Verbatim:
    """The blocks of code, comments and Liquid of a body."""

    def __init__(self, body: Body) -> None:
        self._spans: list[Span] = []
        for block in body.blocks:
            is_verbatim = block.kind in _VERBATIM or BlockKind.LIQUID in block.inside
            if is_verbatim and not (self._spans and self._spans[-1].end > block.span.start):
                self._spans.append(block.span)

    def holds(self, span: Span) -> bool:
        at = bisect_right(self._spans, span.start, key=lambda each: each.start) - 1
        return at >= 0 and self._spans[at].overlaps(span)
