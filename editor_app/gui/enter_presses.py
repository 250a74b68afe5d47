"""Has Enter press the button that has the keyboard, as Space does."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton, QWidget


class EnterPresses(QObject):
    """Filters what no button has taken before it reaches the window.

    Outside dialogs a button hears Enter on some desktops only. Only the button that
    had the keyboard before the key is pressed: Enter in a field may bring it to one.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._had_focus: QWidget | None = None
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or not _is_enter(event):
            return False
        if event.type() == QEvent.Type.ShortcutOverride:  # comes first
            self._had_focus = QApplication.focusWidget()
        elif event.type() == QEvent.Type.KeyPress:
            had_focus, self._had_focus = self._had_focus, None
            return had_focus is QApplication.focusWidget() and _press(had_focus)
        return False


def _is_enter(event: QKeyEvent) -> bool:
    others = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    is_key = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return is_key and not others and not event.isAutoRepeat()


def _press(widget: QWidget | None) -> bool:
    if not isinstance(widget, QPushButton | QToolButton) or not widget.isEnabled():
        return False
    if isinstance(widget, QToolButton) and widget.menu() is not None:
        widget.showMenu()
    else:
        widget.click()
    return True
