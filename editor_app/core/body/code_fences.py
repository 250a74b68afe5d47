"""Code fences that go wrong: one that is never closed, one around the whole text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from editor_app.core.body.block import Block, BlockKind
from editor_app.core.body.body import Body
from editor_app.core.body.wording import width
from editor_app.core.text.expressions import expression
from editor_app.core.text.spans import Span

_OPENING = expression(r"(?P<mark>`{3,}|~{3,})[^\n]*")
_LINE = expression(r"^(?P<lead>[ \t>]*)(?P<mark>`{3,}|~{3,})[ \t]*$", re.MULTILINE)
_GLUED = expression(r"^[^`\n]*[^`\s\n](?P<mark>`{3,})[ \t]*$", re.MULTILINE)
_HEADING = expression(r"^#{1,6} +\S.*\n[ \t]*\n", re.MULTILINE)
_MARKDOWN = frozenset({"", "md", "markdown"})
_SHARE = 0.7
_FEWEST_HEADINGS = 2
_FEWEST_LINES = 3
_LONG_LINE = 60


@dataclass(frozen=True, slots=True)
class CodeFence:
    """A block of code between fences, or after one.

    `glued` is where a closing fence stands behind text, `shorter` one that is alone on
    its line and would close it but for its length, `shifted` one with the blanks before
    it that would but for those.
    """

    block: Block
    opening: Span
    mark: str
    indent: str
    is_empty: bool
    glued: int | None
    shorter: Span | None
    shifted: Span | None


def unclosed_fence(body: Body) -> CodeFence | None:
    """The fence that the parser is still in at the end of the body."""
    last = next((block for block in reversed(body.blocks) if block.kind in _LEAVES), None)
    if last is None or last.kind is not BlockKind.FENCE or BlockKind.LIQUID in last.inside:
        return None
    opening = _OPENING.match(body.text, last.span.start)
    if opening is None:
        return None
    mark = opening["mark"]
    lines = tuple(_LINE.finditer(body.text, opening.end(), last.span.end))
    if any(_closes(line["mark"], mark) and line.end() == last.span.end for line in lines):
        return None
    same = [line for line in lines if line["mark"][0] == mark[0]]
    shorter = [line for line in same if not _closes(line["mark"], mark)]
    glued = _GLUED.search(body.text, opening.end(), last.span.end) if mark[0] == "`" else None
    if glued is not None and not _closes(glued["mark"], mark):
        glued = None
    start = body.text.rfind("\n", 0, last.span.start) + 1
    before = body.text[start : last.span.start]
    indent = "".join(each if each in " \t>" else " " for each in before)
    shifted = [
        line
        for line in same
        if line not in shorter and line["lead"] != indent and ">" not in line["lead"]
    ]
    return CodeFence(
        last,
        Span(last.span.start, last.span.start + len(opening[0].rstrip())),
        mark,
        indent,
        not body.text[opening.end() : last.span.end].strip(),
        glued.start("mark") if glued is not None else None,
        Span(*shorter[-1].span("mark")) if shorter else None,
        Span(shifted[-1].start("lead"), shifted[-1].end("mark")) if shifted else None,
    )


_LEAVES = frozenset(BlockKind) - {BlockKind.LIST, BlockKind.ITEM, BlockKind.QUOTE}


def _closes(mark: str, opening: str) -> bool:
    return mark[0] == opening[0] and len(mark) >= len(opening)


def wrapping_fence(body: Body) -> Block | None:
    """A block of code that holds the whole text, as headings and long lines show."""
    whole = len(body.text[body.start :].strip())
    for block in body.blocks:
        if block.kind is not BlockKind.FENCE or block.inside or block.info not in _MARKDOWN:
            continue
        if len(block.span) <= _SHARE * whole:
            continue
        text = block.span.of(body.text)
        long = sum(width(line) >= _LONG_LINE for line in text.split("\n"))
        if len(_HEADING.findall(text)) >= _FEWEST_HEADINGS and long >= _FEWEST_LINES:
            return block
    return None
