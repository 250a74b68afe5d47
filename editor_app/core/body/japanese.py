"""The Japanese prose of a body: what the rules on Japanese style look at."""

from __future__ import annotations

from collections.abc import Iterator

from editor_app.core.body.block import Block, BlockKind
from editor_app.core.body.body import Body
from editor_app.core.body.sentences import sentences
from editor_app.core.body.wording import is_japanese
from editor_app.core.text.spans import Span

KANA_AND_KANJI = "\u3041-\u3096\u3099-\u30ff\u3400-\u4dbf\u4e00-\u9fff々〆〇"
"""What stands between the brackets of a character class."""

_OF_OTHERS = frozenset({BlockKind.QUOTE, BlockKind.LIQUID})


def japanese_paragraphs(body: Body) -> Iterator[tuple[Block, str]]:
    """The paragraphs of the post, also in lists, and their masked prose; no quotes."""
    for block in body.blocks:
        if block.kind is BlockKind.PARAGRAPH and not _OF_OTHERS.intersection(block.inside):
            prose = body.prose(block)
            if not prose.isascii() and is_japanese(prose):
                yield block, prose


def japanese_sentences(body: Body) -> Iterator[tuple[Span, str]]:
    """The sentences of these paragraphs: where each stands, and its masked prose."""
    for block, prose in japanese_paragraphs(body):
        for span in sentences(prose):
            yield span.shifted(block.span.start), span.of(prose)
