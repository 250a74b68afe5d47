"""Tells when a window has been painted for the first time."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

_LONGEST_MS = 2000
"""After it whoever waits goes on: a window may begin as an icon."""


class FirstSight(QObject):
    """`seen` comes once, when the screen has the window with all that is in it."""

    seen = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._tell)
        self._later.start(_LONGEST_MS)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._later.start(0)  # the window is painted before what is in it
        return False

    def _tell(self) -> None:
        self._window.removeEventFilter(self)
        self.seen.emit()
