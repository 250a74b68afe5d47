"""A worker whose replies arrive as signals in the thread of the window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from editor_app.core.workers.worker import Handle, Worker


class WorkerSignals(QObject):
    """Owns one worker; its signals come in the thread that made this object.

    With `deadline_ms` a child that leaves a message unanswered for so long is
    killed, and `overdue` is emitted; the next `send` meets a new child.
    """

    replied = Signal(object)
    died = Signal(str)
    """The child raised or ended by itself; the text is for a developer."""
    overdue = Signal()

    _reply_read = Signal(object)
    _death_read = Signal(object)

    def __init__(
        self,
        start: Callable[[], Handle],
        deadline_ms: int | None = None,
        parent: QObject | None = None,
        *,
        is_background: bool = False,
    ) -> None:
        super().__init__(parent)
        self._deadline_ms = deadline_ms
        self._life = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._check_deadline)
        self._reply_read.connect(self._show_reply)
        self._death_read.connect(self._show_death)
        self._worker = Worker(
            start, self._read_reply, self._read_death, is_background=is_background
        )

    @property
    def process_id(self) -> int | None:
        """Of the running child."""
        return self._worker.process_id

    def send(self, message: object) -> None:
        self._worker.send(message)
        if self._deadline_ms is not None and not self._timer.isActive():
            self._timer.start(self._deadline_ms)

    def kill(self) -> None:
        """End the child; a reply of it that is already under way is dropped."""
        self._life += 1
        self._timer.stop()
        self._worker.kill()

    def close(self) -> None:
        """End the child for good; waits until it is gone."""
        self._life += 1
        self._timer.stop()
        self._worker.close()

    # --- on the worker's threads

    def _read_reply(self, reply: object) -> None:
        self._reply_read.emit((self._life, reply))

    def _read_death(self, reason: str) -> None:
        self._death_read.emit((self._life, reason))

    # --- in the window's thread

    def _show_reply(self, read: tuple[int, object]) -> None:
        life, reply = read
        if life == self._life:
            self.replied.emit(reply)

    def _show_death(self, read: tuple[int, str]) -> None:
        life, reason = read
        if life == self._life:
            self._timer.stop()
            self.died.emit(reason)

    def _check_deadline(self) -> None:
        waited_ms = int(self._worker.waited_s * 1000)
        if self._deadline_ms is None or waited_ms == 0:
            return
        if waited_ms < self._deadline_ms:
            self._timer.start(self._deadline_ms - waited_ms + 1)
            return
        self.kill()
        self.overdue.emit()
