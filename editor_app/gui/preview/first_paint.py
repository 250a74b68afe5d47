"""What stands in the place of the page until the window has been seen."""

from __future__ import annotations

import os
from collections.abc import Mapping

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QRhiWidget, QWidget


class FirstPaint(QWidget):
    """An empty page. `painted` comes when the screen has it, with all that is around it."""

    painted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self.painted)

    def announce_web_view(self, environment: Mapping[str, str] = os.environ) -> None:
        """Tell Qt before the window is shown that a web view will draw in it.

        A window that learns of it later is taken from the screen and made anew. Where
        the user has the scene graph drawn without the graphics card there is nothing
        to tell, and without one a window that expects it would stay black.
        """
        if not (environment.get("QT_QUICK_BACKEND") or environment.get("QMLSCENE_DEVICE")):
            QRhiWidget(self).hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self.palette().base())
        painter.end()
        self._later.start()
