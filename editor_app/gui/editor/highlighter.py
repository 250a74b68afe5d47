"""Colours of the text: the changed line at once, then what is seen, and no more.

A QSyntaxHighlighter goes through the whole text when it is opened, and lays
every line out for it: seconds for a megabyte. Here each line keeps the state
after it. Formats are made for the lines that are seen, and states are found in
idle time down to there. Code in a language that is new here is plain until
`learn` is called, so that neither a start nor a key waits for its lexer.
"""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QTextBlock, QTextDocument

from editor_app.core.body.line_state import scan
from editor_app.core.body.line_tokens import Token, TokenKind
from editor_app.gui.editor.code_tokens import CodeTokens
from editor_app.gui.editor.fence import Fence, info, opening
from editor_app.gui.editor.line_formats import Stretch, set_formats
from editor_app.gui.editor.line_states import (
    forget_painting,
    is_painted,
    remember,
    state_after,
    state_before,
)
from editor_app.gui.editor.syntax_colours import SyntaxColours

_AT_ONCE = 60
"""Lines that may follow a changed one in the same moment; the rest comes when idle."""
_SLICE_SECONDS = 0.004
_PAUSE_MS = 250
_AHEAD = 200
"""Lines below those that are seen, for when the user scrolls on."""


class Highlighter(QObject):
    """Keeps the formats of one document right; `rescanned` asks to `show` again."""

    rescanned = Signal()

    def __init__(
        self, document: QTextDocument, colours: SyntaxColours, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._colours = colours
        self._code = CodeTokens()
        self._frontier = 0  # the first line whose state may be wrong
        self._wanted = 0  # the last line whose state somebody needs
        self._count = document.blockCount()
        self._code_line = 0  # a line of code that was typed in
        self._plain = range(0)  # lines of code in a language that is new
        self._idle = QTimer(self)
        self._idle.setInterval(0)
        self._idle.timeout.connect(self._go_on)
        self._pause = QTimer(self)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._look_at_code_again)
        document.contentsChange.connect(self._follow)

    def stop(self) -> None:
        """Leave the document alone from now on."""
        self._document.contentsChange.disconnect(self._follow)
        self._idle.stop()
        self._pause.stop()

    @property
    def has_to_learn(self) -> bool:
        """Whether code was left plain as its language is new."""
        return self._code.has_to_learn

    def learn(self) -> None:
        """Take in the languages that are new, and colour what was left plain."""
        if not self.has_to_learn:
            return
        plain, self._plain = self._plain, range(0)
        self._code.learn()
        block = self._document.findBlockByNumber(plain.start)
        for _ in plain:
            if block.isValid():
                forget_painting(block)
                block = block.next()
        self.rescanned.emit()

    def recolour(self, colours: SyntaxColours) -> None:
        """Paint everything in other colours, what is seen first."""
        self._colours = colours
        block = self._document.begin()
        while block.isValid():
            forget_painting(block)
            block = block.next()
        self.rescanned.emit()

    def show(self, first: QTextBlock, count: int) -> None:
        """Paint so many lines from `first`, those of them that are not painted yet."""
        block, fence = first, Fence(self._code)
        self._wanted = first.blockNumber() + count + _AHEAD
        if self._is_behind() and not self._idle.isActive():
            self._idle.start()
        for _ in range(count):
            if not block.isValid():
                return
            if not is_painted(block):
                self._paint(block, fence)
            block = block.next()

    # --- scanning

    def _follow(self, position: int, removed: int, added: int) -> None:
        count, before = self._document.blockCount(), self._count
        self._count = count
        block = self._document.findBlock(position)
        number = block.blockNumber()
        if number > self._frontier:
            return  # idle time comes there yet
        last = self._document.findBlock(position + added).blockNumber()
        if last < 0:
            last = count - 1
        self._frontier = max(self._frontier + count - before, number)
        for _ in range(min(last - number + 1, _AT_ONCE) + _AT_ONCE):
            if not block.isValid():
                break
            known = state_after(block)
            after = self._paint(block, None)
            number = block.blockNumber()
            block = block.next()
            if number >= last and after == known:
                if self._frontier <= number:
                    break
                return
        self._frontier = block.blockNumber() if block.isValid() else count
        if self._is_behind():
            self._idle.start()

    def _is_behind(self) -> bool:
        return self._frontier < min(self._wanted, self._document.blockCount())

    def _go_on(self) -> None:
        """Find the states of further lines, for a few milliseconds."""
        until = time.monotonic() + _SLICE_SECONDS
        block = self._document.findBlockByNumber(self._frontier)
        while self._is_behind():
            after, _ = scan(block.text(), state_before(block))
            if state_after(block) != after or not is_painted(block):
                remember(block, after, painted=False)
            self._frontier += 1
            block = block.next()
            if time.monotonic() > until:
                break
        if not self._is_behind():
            self._idle.stop()
        self.rescanned.emit()

    # --- painting

    def _paint(self, block: QTextBlock, fence: Fence | None) -> int:
        before = state_before(block)
        text = block.text()
        after, tokens = scan(text, before)
        remember(block, after, painted=True)
        stretches: list[Stretch] = []
        for token in tokens:
            if token.kind is TokenKind.CODE_BLOCK:
                stretches += self._code_stretches(block, text, fence)
            elif found := self._stretch(token, text):
                stretches.append(found)
        set_formats(self._document, block, stretches)
        return after

    def _stretch(self, token: Token, text: str) -> Stretch | None:
        if token.kind is TokenKind.STRING and text[token.start] not in "\"'":
            return None  # a plain word of the front matter
        looks = self._colours.tokens.get(token.kind)
        return (token.start, token.end, looks) if looks else None

    def _code_stretches(self, block: QTextBlock, text: str, fence: Fence | None) -> list[Stretch]:
        if fence is None:  # a key: the line alone now, the fence after a pause
            self._code_line = block.blockNumber()
            self._pause.start()
            tokens = self._code.at_once(info(opening(block)), (text,))[0]
        else:
            tokens = fence.tokens(block)
        if self._code.has_to_learn:
            line = block.blockNumber()
            before = self._plain or range(line, line)
            self._plain = range(min(before.start, line), max(before.stop, line + 1))
        return [(token.start, token.end, self._colours.code[token.kind]) for token in tokens]

    def _look_at_code_again(self) -> None:
        """Unpaint the fence that was typed in: its other lines may look different now."""
        block = self._document.findBlockByNumber(self._code_line)
        if not block.isValid():
            return
        state = state_before(block)
        block = opening(block).next()
        while block.isValid() and state_after(block) == state:
            forget_painting(block)
            block = block.next()
        self.rescanned.emit()
