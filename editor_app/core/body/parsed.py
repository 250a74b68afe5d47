"""A body as a parser of Markdown sees it, asked for one block after the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from editor_app.core.body import plain
from editor_app.core.body.block import CONTAINERS, Block, BlockKind
from editor_app.core.text.lines import LineIndex
from editor_app.core.text.spans import Span

_OPENING = {
    "paragraph_open": BlockKind.PARAGRAPH,
    "heading_open": BlockKind.HEADING,
    "bullet_list_open": BlockKind.LIST,
    "ordered_list_open": BlockKind.LIST,
    "list_item_open": BlockKind.ITEM,
    "blockquote_open": BlockKind.QUOTE,
    "fence": BlockKind.FENCE,
    "code_block": BlockKind.CODE,
    "html_block": BlockKind.HTML,
    "table_open": BlockKind.TABLE,
    "hr": BlockKind.RULE,
}
_WITH_INLINE = frozenset({BlockKind.PARAGRAPH, BlockKind.HEADING})
_CLOSING = {
    "bullet_list_close": BlockKind.LIST,
    "ordered_list_close": BlockKind.LIST,
    "list_item_close": BlockKind.ITEM,
    "blockquote_close": BlockKind.QUOTE,
}


class Parsed:
    """A body as the parser sees it, which is asked for one block after the other."""

    def __init__(self, body: str, start: int) -> None:
        self._parser = _parser()
        self._environment: dict[str, Any] = {}
        self._state = StateBlock(body, self._parser, self._environment, [])
        self._rules = self._parser.block.ruler.getRules("")
        self._lines = LineIndex(body)
        self._reader = _Reader(body, start, self._lines)
        self._length = len(body)

    def take(self, at: int, blocks: list[Block]) -> int:
        """Add the block that begins with the line at `at`; says where the line after it begins.

        At the margin of a body this is what the parser's own loop does.
        """
        state = self._state
        state.line = line = self._lines.line_of(at)
        state.tokens = []
        any(rule(state, line, state.lineMax, False) for rule in self._rules)
        blocks += self._reader.blocks(state.tokens)
        return self._lines.start_of(state.line) if state.line < state.lineMax else self._length

    def definitions(self) -> list[Block]:
        """The link references, as blocks."""
        references = self._environment.get("references", {})
        found = (*references.values(), *self._environment.get("duplicate_refs", ()))
        return [self._reader.reference(*definition["map"]) for definition in found]

    def targets(self) -> Mapping[str, str]:
        references = self._environment.get("references", {})
        return {label: str(reference["href"]) for label, reference in references.items()}


@cache
def _parser() -> MarkdownIt:
    """To make one costs as much as to read a short post."""
    parser = MarkdownIt("commonmark").enable("table")
    parser.block.ruler.before("table", plain.NAME, plain.plain)
    return parser


class _Reader:
    """Turns block tokens, which know their lines, into blocks with spans."""

    def __init__(self, body: str, start: int, lines: LineIndex) -> None:
        self._body = body
        self._start = start
        self._lines = lines

    def blocks(self, tokens: list[Token]) -> Iterator[Block]:
        inside: list[BlockKind] = []
        for number, token in enumerate(tokens):
            kind = _OPENING.get(token.type)
            if kind is not None and token.map is not None:
                inline = tokens[number + 1].content if kind in _WITH_INLINE else None
                yield self._block(kind, token, inline, tuple(inside))
                if kind in CONTAINERS:
                    inside.append(kind)
            elif token.type in _CLOSING:
                inside.pop()

    def _block(
        self, kind: BlockKind, token: Token, inline: str | None, inside: tuple[BlockKind, ...]
    ) -> Block:
        first, end = token.map or (0, 0)
        if inline is not None:
            lines = tuple(self._inline_lines(first, inline))
            span = self._span_of_text(first, end, kind, token, lines)
            return Block(kind, span, lines, inside, _level(token))
        span = self._trimmed(first, end)
        if kind is BlockKind.HTML and self._body.startswith("<!--", span.start - self._start):
            kind = BlockKind.COMMENT
        table = kind is BlockKind.TABLE
        rows = tuple(self._trimmed(line, line + 1) for line in range(first, end)) if table else ()
        info = token.info.strip() if kind is BlockKind.FENCE else ""
        return Block(kind, span, rows, inside, info=info)

    def _inline_lines(self, first: int, inline: str) -> Iterator[Span]:
        """Where each line of a block's text stands in its source line."""
        body, shift = self._body, self._start
        for number, line in enumerate(inline.split("\n") if inline else (), first):
            content = line.strip(" \t")
            start, stop = self._lines.start_of(number), self._lines.end_of(number)
            end = start + len(content)
            if end == stop and body.startswith(content, start):  # nearly always the whole line
                yield Span(start + shift, end + shift)
                continue
            at = body.rfind(content, start, stop)
            if at < 0:
                continue
            end = at + len(content)
            while number == first and at > start and self._is_wide_space(at - 1):
                at -= 1  # the parser strips what Japanese paragraphs begin with
            yield Span(at + shift, end + shift)

    def _is_wide_space(self, at: int) -> bool:
        return self._body[at].isspace() and self._body[at] not in " \t\n"

    def _span_of_text(
        self, first: int, end: int, kind: BlockKind, token: Token, lines: tuple[Span, ...]
    ) -> Span:
        """From the first mark or character to the last."""
        whole = self._trimmed(first, end)
        if kind is BlockKind.HEADING and token.markup.startswith("#"):
            # Quote and list marks may stand before the heading's own.
            at = self._body.find(token.markup, whole.start - self._start)
            return Span(at + self._start, whole.end)
        return Span(lines[0].start, whole.end) if lines else whole

    def _trimmed(self, first: int, end: int) -> Span:
        """Lines `first` to `end` without blank lines at the end and space at both ends."""
        body, shift = self._body, self._start
        start = stop = self._lines.start_of(first)
        if end > first:
            stop = self._lines.end_of(min(end, self._lines.count) - 1)
        while stop > start and body[stop - 1] in " \t\n":
            stop -= 1
        while start < stop and body[start] in " \t":
            start += 1
        return Span(start + shift, stop + shift)

    def reference(self, first: int, end: int) -> Block:
        return Block(BlockKind.REFERENCE, self._trimmed(first, end))


def _level(token: Token) -> int:
    return int(token.tag[1:]) if token.tag[:1] == "h" and token.tag != "hr" else 0
