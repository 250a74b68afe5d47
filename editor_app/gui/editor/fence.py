"""The fence of code that a line stands in."""

from __future__ import annotations

from PySide6.QtGui import QTextBlock

from editor_app.core.body.line_state import scan
from editor_app.core.body.line_tokens import TokenKind
from editor_app.gui.editor.code_tokens import CodeToken, CodeTokens, LineTokens
from editor_app.gui.editor.line_states import state_after, state_before

_LINES = 1500
"""A longer fence is coloured line by line from there on."""


class Fence:
    """Tokens of the lines of code that are painted one after the other.

    Reads a whole fence once, since a string or comment may go over many lines.
    """

    def __init__(self, code: CodeTokens) -> None:
        self._code = code
        self._first = 0
        self._lines: LineTokens = ()

    def tokens(self, block: QTextBlock) -> tuple[CodeToken, ...]:
        number = block.blockNumber()
        if not self._first <= number < self._first + len(self._lines):
            self._read(block)
        place = number - self._first
        if 0 <= place < len(self._lines):
            return self._lines[place]
        return self._code.at_once(info(opening(block)), (block.text(),))[0]

    def _read(self, block: QTextBlock) -> None:
        first = opening(block)
        state = state_after(first)
        line = first.next()
        self._first = line.blockNumber()
        lines: list[str] = []
        while line.isValid() and len(lines) < _LINES:
            text = line.text()
            if scan(text, state or 0)[0] != state:
                break
            lines.append(text)
            line = line.next()
        self._lines = self._code.at_once(info(first), lines)


def opening(block: QTextBlock) -> QTextBlock:
    """The line that opened the fence of a line of code."""
    state = state_before(block)
    for _ in range(_LINES):
        block = block.previous()
        if not block.isValid() or state_before(block) != state:
            break
    return block


def info(block: QTextBlock) -> str:
    """The info string of the line that opens a fence."""
    text = block.text()
    for token in scan(text, state_before(block))[1]:
        if token.kind is TokenKind.CODE_INFO:
            return text[token.start : token.end]
    return ""
