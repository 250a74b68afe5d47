"""A block rule for markdown-it that reads ordinary paragraphs at once.

The parser tries eleven rules on each line of a text, though most lines begin with
a letter, with which no block but a paragraph can begin. This rule comes before the
others and takes such a paragraph whole; where anything speaks for a table or an underlined
heading it leaves the decision to them. What it takes, they would take.
"""

from __future__ import annotations

from markdown_it.common.utils import mdTrim
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from editor_app.core.text.expressions import expression

NAME = "plain"
_BEGINS_BLOCKS = frozenset("#>-+*_=~`<[|:0123456789")
_UNDERLINE = expression(r"[-=:|][-=:|\s]*")


def plain(state: StateBlock, start: int, _end: int, _silent: bool) -> bool:
    """Take the paragraph at line `start`, if it is plain that it is one."""
    text, starts, shifts, ends = state.src, state.bMarks, state.tShift, state.eMarks
    indents, indent = state.sCount, state.blkIndent
    if text[starts[start] + shifts[start]] in _BEGINS_BLOCKS or indents[start] - indent > 3:
        return False
    rules = None
    line = start + 1
    parent, state.parentType = state.parentType, "paragraph"
    while line < state.lineMax:
        at, end = starts[line] + shifts[line], ends[line]
        if at >= end:
            break
        if text[at] in _BEGINS_BLOCKS and indents[line] - indent <= 3:
            if _UNDERLINE.fullmatch(text, at, end):
                state.parentType = parent
                return False
            rules = rules or state.md.block.ruler.getRules("paragraph")
            last = state.lineMax
            if indents[line] >= 0 and any(rule(state, line, last, True) for rule in rules):
                break
        line += 1
    opening, inline = Token("paragraph_open", "p", 1), Token("inline", "", 0)
    opening.map = inline.map = [start, line]
    inline.content = mdTrim(state.getLines(start, line, indent, False))
    state.tokens += (opening, inline)
    state.line = line
    return True
