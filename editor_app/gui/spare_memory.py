"""Lets the system have the memory that reading a post took and that is free again."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, Qt, QTimer

from editor_app.core.workers.child import give_back
from editor_app.gui.session import Session
from editor_app.gui.sessions import Sessions

_CALM_MS = 2000
"""After a post was opened and analysed: it is on the screen, and nobody types yet."""


class SpareMemory(QObject):
    """Once for each post that is opened; what typing takes is little."""

    def __init__(self, sessions: Sessions) -> None:
        super().__init__(sessions)
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(_CALM_MS)
        self._calm.timeout.connect(_clear_up)
        sessions.opened.connect(self._follow)

    def _follow(self, session: Session) -> None:
        session.check.analysed.connect(self._wait, Qt.ConnectionType.SingleShotConnection)

    def _wait(self, _: object) -> None:
        self._calm.start()


def _clear_up() -> None:
    gc.collect()
    give_back()
