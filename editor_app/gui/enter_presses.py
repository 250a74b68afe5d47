"""Has Enter press the button that has the keyboard, as Space does."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton, QWidget


class EnterPresses(QObject):
    """Filters what no button has taken before it reaches the window.

    Outside dialogs a button hears Enter on some desktops only.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_enter = (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            and not event.isAutoRepeat()
        )
        return is_enter and _press(QApplication.focusWidget())


def _press(widget: QWidget | None) -> bool:
    if not isinstance(widget, QPushButton | QToolButton) or not widget.isEnabled():
        return False
    if isinstance(widget, QToolButton) and widget.menu() is not None:
        widget.showMenu()
    else:
        widget.click()
    return True
