"""What a Qt text block remembers for the highlighter: its state, and whether it is painted."""

from __future__ import annotations

from PySide6.QtGui import QTextBlock

from editor_app.core.body.line_state import START, scan

_BODY = scan("", START)[0]
_PAINTED = 1  # the lowest bit of a block's user state; the others are the line's state


def state_after(block: QTextBlock) -> int | None:
    """The scanner's state after the line; None where it was not scanned yet."""
    state = block.userState()
    return None if state < 0 else state >> 1


def state_before(block: QTextBlock) -> int:
    """The state that the line begins with; the body's where it is not known yet."""
    previous = block.previous()
    if not previous.isValid():
        return START
    state = state_after(previous)
    return _BODY if state is None else state


def is_painted(block: QTextBlock) -> bool:
    state = block.userState()
    return state >= 0 and bool(state & _PAINTED)


def remember(block: QTextBlock, state: int, *, painted: bool) -> None:
    block.setUserState(state << 1 | (_PAINTED if painted else 0))


def forget_painting(block: QTextBlock) -> None:
    state = block.userState()
    if state >= 0:
        block.setUserState(state & ~_PAINTED)
