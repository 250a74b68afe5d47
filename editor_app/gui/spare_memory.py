"""Lets the system have the memory that reading a post took and that is free again."""

from __future__ import annotations

import gc
import sys

from PySide6.QtCore import QObject, Qt, QTimer

from editor_app.core.workers.child import give_back
from editor_app.gui.session import Session
from editor_app.gui.sessions import Sessions

_CALM_MS = 2000
"""After a post was opened and analysed: it is on the screen, and nobody types yet."""

_MMAP_THRESHOLD = -3  # M_MMAP_THRESHOLD of malloc.h
_LARGE = 1024 * 1024


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
    _keep_large_apart()


def _keep_large_apart() -> None:
    """From now on, let large pieces go back to the system as soon as they are free.

    glibc does so until the first one is freed, and then takes them from among the small
    ones, where they leave holes: the text of a long post that is sent or kept in the
    journal, and what the window is painted on, are eight megabytes of them. No key
    takes longer for it (the median of a hundred each, by turns).
    """
    import ctypes  # noqa: PLC0415 (3 ms, which no start has to wait for)

    mallopt = getattr(ctypes.CDLL(None), "mallopt", None) if sys.platform == "linux" else None
    if mallopt is not None:
        mallopt(_MMAP_THRESHOLD, _LARGE)
