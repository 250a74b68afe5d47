"""SIGTERM, SIGINT and SIGHUP as Qt signals: while Qt waits, Python hears nothing."""

from __future__ import annotations

import signal
import socket
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, Signal

_NAMES = ("SIGTERM", "SIGINT", "SIGHUP", "SIGBREAK")


class StopSignals(QObject):
    """`received` comes when the system or the user ends the program from outside."""

    received = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read, self._write = socket.socketpair()
        self._read.setblocking(False)
        self._write.setblocking(False)
        self._notifier = QSocketNotifier(self._read.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._hear)
        self._numbers = [getattr(signal, name) for name in _NAMES if hasattr(signal, name)]
        self._before = {number: signal.signal(number, _ignore) for number in self._numbers}
        signal.set_wakeup_fd(self._write.fileno(), warn_on_full_buffer=False)

    def close(self) -> None:
        """Give the handlers back."""
        signal.set_wakeup_fd(-1)
        for number, handler in self._before.items():
            signal.signal(number, handler)
        self._notifier.setEnabled(False)
        self._read.close()
        self._write.close()

    def _hear(self) -> None:
        try:
            numbers = self._read.recv(4096)
        except OSError:
            return
        if any(number in self._numbers for number in numbers):
            self.received.emit()


def _ignore(_number: int, _frame: FrameType | None) -> None:
    """The wakeup descriptor has told Qt already."""
