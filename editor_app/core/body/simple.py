"""Blocks that can be told at a glance: what most of a post is made of.

A paragraph, a heading, a fence, a table, a quotation or a flat list that begins at the
margin and ends with a blank line is the same to every reader of Markdown. Such a block is
found here by one expression; all others are left to a parser.
"""

from __future__ import annotations

import re

from editor_app.core.body.block import Block, BlockKind
from editor_app.core.text.expressions import expression
from editor_app.core.text.spans import Span

# What can begin nothing but a paragraph, at the margin or after the mark of an item.
_START = (
    r"(?:[^\s#>\-+*_=~`<\[|:0-9\\]|\u3000++\S|\*{1,3}+[^\s*]|_{1,2}+[^\s_]|~{1,2}+[^\s~]"
    r"|`{1,2}+[^\s`]|[0-9]++[^\s0-9.)]|\[[^\]\[\\\n]*+\](?!:))"
)
# Blank lines are matched with the block before them: to look for them costs as much again.
_BLANK = r"(?:[ \t]*+\n)*+(?:[ \t]++\Z)?"
_PARAGRAPH = expression(rf"(?P<lines>(?:{_START}[^\n]*+(?:\n|\Z))++)[ \t]*+(?:\Z|\n{_BLANK})")
_HEADING = expression(
    r"(?P<marks>#{1,6})[ \t]++(?P<text>[^\s#](?:[^\n#]*[^\s#])?)[ \t]*+"
    rf"(?:\Z|\n{_BLANK})"
)
_FENCE = expression(r"(?P<marks>`{3,}+|~{3,}+)(?P<info>[^`\n]*+)\n")
_CLOSING = {
    mark: expression(rf"^ {{0,3}}(?P<marks>{mark}{{3,}}+)[ \t]*+(?:\n|\Z)", re.MULTILINE)
    for mark in "`~"
}
_ITEM = rf" (?={_START})(?P<text>[^\n]*+)(?P<end>\n|\Z){_BLANK}"
_BULLET = expression(rf"(?P<mark>[-+*]){_ITEM}")
_NUMBER = expression(rf"[0-9]{{1,9}}+(?P<mark>[.)]){_ITEM}")
_TABLE = expression(
    r"(?P<head>\|[^\n\\]*+)\n(?P<rule>\|(?:[ \t]*+:?+-++:?+[ \t]*+\|)++)[ \t]*+(?:\n|\Z)"
    r"(?:\|[^\n]*+(?:\n|\Z))*+"
)
_QUOTE = expression(rf"(?:> (?={_START})[^\n]*+(?:\n|\Z))++")
_MOST_CELLS = 10_000
_BLANKS = expression(_BLANK)
_GAP = expression(r"[ \t]*+(?:\n|\Z)")
_SPACE = " \t"
_IN_LIST = (BlockKind.LIST,)
_IN_ITEM = (BlockKind.LIST, BlockKind.ITEM)


def after_blanks(body: str, at: int) -> int:
    """Where the first line after `at` that is not blank begins, or the end."""
    found = _BLANKS.match(body, at)
    return at if found is None else found.end()


def take(body: str, at: int, shift: int, blocks: list[Block]) -> int:
    """Add the block that begins with the line at `at`, and what it holds, to `blocks`.

    Offsets count in `body`; those of the blocks are `shift` more. Says where the next line
    that is not blank begins; 0 where it takes a parser to tell, and then nothing is added.
    """
    mark = body[at]
    if mark == "#":
        return _heading(body, at, shift, blocks)
    if mark in "`~" and body.startswith(mark * 3, at):
        after = _fence(body, at, shift, blocks)
    elif mark == "|":
        after = _table(body, at, shift, blocks)
    elif mark == ">":
        after = _quote(body, at, shift, blocks)
    else:
        return _paragraph(body, at, shift, blocks) or _list(body, at, shift, blocks)
    return after and after_blanks(body, after)


def _paragraph(body: str, at: int, shift: int, blocks: list[Block]) -> int:
    found = _PARAGRAPH.match(body, at)
    if found is None:
        return 0
    content = found["lines"].rstrip(" \t\n")
    if content[-1].isspace():
        return 0
    start = at + shift
    if "\n" not in content:
        span = Span(start, start + len(content))
        blocks.append(Block(BlockKind.PARAGRAPH, span, (span,)))
        return found.end()
    lines = _lines(content, start)
    blocks.append(Block(BlockKind.PARAGRAPH, Span(start, lines[-1].end), lines))
    return found.end()


def _lines(content: str, start: int, mark: int = 0) -> tuple[Span, ...]:
    """Each line of what begins at `start`, without space at its end and `mark` characters."""
    result: list[Span] = []
    for line in content.split("\n"):
        result.append(Span(start + mark, start + len(line.rstrip(_SPACE))))
        start += len(line) + 1
    return tuple(result)


def _heading(body: str, at: int, shift: int, blocks: list[Block]) -> int:
    found = _HEADING.match(body, at)
    if found is None:
        return 0
    start, end = found.span("text")
    line = Span(start + shift, end + shift)
    level = len(found["marks"])
    blocks.append(Block(BlockKind.HEADING, Span(at + shift, line.end), (line,), level=level))
    return found.end()


def _fence(body: str, at: int, shift: int, blocks: list[Block]) -> int:
    opening = _FENCE.match(body, at)
    if opening is None:
        return 0
    marks = opening["marks"]
    for closing in _CLOSING[marks[0]].finditer(body, opening.end()):
        if len(closing["marks"]) >= len(marks):
            span = Span(at + shift, closing.end("marks") + shift)
            blocks.append(Block(BlockKind.FENCE, span, info=opening["info"].strip()))
            return closing.end()
    return 0


def _table(body: str, at: int, shift: int, blocks: list[Block]) -> int:
    """A table whose rows all begin with a bar."""
    found = _TABLE.match(body, at)
    if found is None or _GAP.match(body, found.end()) is None:
        return 0
    head, bars = found["head"].rstrip(_SPACE), found["rule"].count("|")
    rows = _lines(found[0].rstrip(" \t\n"), at + shift)
    if head[-1] != "|" or head.count("|") != bars or bars * len(rows) > _MOST_CELLS:
        return 0
    blocks.append(Block(BlockKind.TABLE, Span(at + shift, rows[-1].end), rows))
    return found.end()


def _quote(body: str, at: int, shift: int, blocks: list[Block]) -> int:
    """One paragraph that is quoted, a mark before each of its lines."""
    found = _QUOTE.match(body, at)
    if found is None or _GAP.match(body, found.end()) is None:
        return 0
    content = found[0].rstrip(" \t\n")
    if content[-1].isspace():
        return 0
    lines = _lines(content, at + shift, mark=2)
    span = Span(at + shift, lines[-1].end)
    blocks.append(Block(BlockKind.QUOTE, span))
    inner = Span(lines[0].start, span.end)
    blocks.append(Block(BlockKind.PARAGRAPH, inner, lines, (BlockKind.QUOTE,)))
    return found.end()


def _list(body: str, at: int, shift: int, blocks: list[Block]) -> int:
    """A list of items of one line each, with or without blank lines between them."""
    pattern = _NUMBER if body[at].isdigit() else _BULLET
    first = item = pattern.match(body, at)
    if first is None:
        return 0
    mark, items = first["mark"], [Block(BlockKind.LIST, Span(0, 0))]
    while item is not None and item["mark"] == mark:
        text = item["text"].rstrip(_SPACE)
        if text[-1].isspace():
            return 0
        start = item.start("text") + shift
        line = Span(start, start + len(text))
        items.append(Block(BlockKind.ITEM, Span(item.start() + shift, line.end), (), _IN_LIST))
        items.append(Block(BlockKind.PARAGRAPH, line, (line,), _IN_ITEM))
        last, at_next = item, item.end()
        item = pattern.match(body, at_next)
    following = body[at_next : at_next + 1]
    if following and (
        at_next == last.end("end") or following in " \t" or following == mark or following.isdigit()
    ):
        return 0  # another line of the last item, perhaps, or another item
    items[0] = Block(BlockKind.LIST, Span(first.start() + shift, line.end))
    blocks += items
    return at_next
