"""The keys that the editor answers itself, before Qt's text widget sees them."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

_STANDARD = QKeySequence.StandardKey
_CONTROL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier


class Gesture(Enum):
    """What a key asks for."""

    UNDO = auto()
    REDO = auto()
    SELECT_ALL = auto()
    CUT = auto()
    LEAVE = auto()
    LARGER = auto()
    SMALLER = auto()
    OWN_SIZE = auto()
    LINE_BREAK = auto()
    NOTHING = auto()


_BY_NAME = (
    (_STANDARD.Undo, Gesture.UNDO),
    (_STANDARD.Redo, Gesture.REDO),
    (_STANDARD.SelectAll, Gesture.SELECT_ALL),
    (_STANDARD.Cut, Gesture.CUT),
    (_STANDARD.ZoomIn, Gesture.LARGER),
    (_STANDARD.ZoomOut, Gesture.SMALLER),
    (_STANDARD.InsertLineSeparator, Gesture.LINE_BREAK),  # Qt would put U+2028 into the post
)
_BY_KEY = {
    (Qt.Key.Key_Z, _CONTROL | _SHIFT): Gesture.REDO,  # both keys redo on every system
    (Qt.Key.Key_Y, _CONTROL): Gesture.REDO,
    (Qt.Key.Key_Equal, _CONTROL): Gesture.LARGER,
    (Qt.Key.Key_Plus, _CONTROL | _SHIFT): Gesture.LARGER,
    (Qt.Key.Key_0, _CONTROL): Gesture.OWN_SIZE,
    (Qt.Key.Key_Backtab, _SHIFT): Gesture.LEAVE,
    (Qt.Key.Key_Insert, Qt.KeyboardModifier.NoModifier): Gesture.NOTHING,  # no overwriting
}


def gesture(event: QKeyEvent) -> Gesture | None:
    """What a key asks of the editor; None for a key that Qt's widget answers."""
    for name, found in _BY_NAME:
        if event.matches(name):
            return found
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return _BY_KEY.get((Qt.Key(event.key()), modifiers))
