"""One window per user: a second start hands its paths to the first and ends."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QLockFile, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from editor_app.gui.targets import Target

_ANSWER = b"ok\n"
_LARGEST = 1024 * 1024
_CONNECT_MS = 300
_PATIENCE_MS = 5_000


class SingleInstance(QObject):
    """Held by the program that owns the window; `asked` carries what others want opened.

    A lock tells whether another lives; the system frees it however that ended,
    so a socket that was left behind keeps nobody out.
    """

    asked = Signal(object)  # tuple[Target, ...]; empty: only come forward

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        folder.mkdir(parents=True, exist_ok=True)
        self._name = "galley-" + hashlib.sha256(str(folder).encode()).hexdigest()[:24]
        self._lock = QLockFile(str(folder / "window.lock"))
        self._lock.setStaleLockTime(0)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._welcome)
        self._heard: dict[QLocalSocket, bytes] = {}

    def claim(self) -> bool:
        """Whether this is the only one; from then on others are listened to."""
        if not self._lock.tryLock(0):
            return False
        QLocalServer.removeServer(self._name)
        self._server.listen(self._name)
        return True

    def ask(self, targets: Sequence[Target]) -> bool:
        """Hand targets to the one that is running; whether it has taken them."""
        deadline = QDeadlineTimer(_PATIENCE_MS)
        message = [[str(one.path), one.line, one.column, one.typed] for one in targets]
        while not deadline.hasExpired():
            socket = QLocalSocket()
            socket.connectToServer(self._name)
            if not socket.waitForConnected(_CONNECT_MS):
                continue  # it has the lock and will listen in a moment
            socket.write(json.dumps(message).encode() + b"\n")
            socket.flush()
            while socket.bytesAvailable() < len(_ANSWER) and not deadline.hasExpired():
                if not socket.waitForReadyRead(_CONNECT_MS) and not socket.isValid():
                    break
            if socket.readAll().data() == _ANSWER:
                return True
        return False

    def close(self) -> None:
        """Listen no more, and let another start have the window."""
        self._server.close()
        self._lock.unlock()

    def _welcome(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            self._heard[socket] = b""
            socket.readyRead.connect(self._hear)
            socket.disconnected.connect(self._forget)

    def _hear(self) -> None:
        socket = self.sender()
        if not isinstance(socket, QLocalSocket) or socket not in self._heard:
            return
        self._heard[socket] += socket.readAll().data()
        if len(self._heard[socket]) > _LARGEST:
            socket.abort()
            return
        line, end, _rest = self._heard[socket].partition(b"\n")
        if end:
            targets = _targets(line)
            if targets is not None:
                socket.write(_ANSWER)
                socket.flush()
                self.asked.emit(targets)
            socket.disconnectFromServer()

    def _forget(self) -> None:
        socket = self.sender()
        if isinstance(socket, QLocalSocket):
            self._heard.pop(socket, None)
            socket.deleteLater()


def _targets(line: bytes) -> tuple[Target, ...] | None:
    """What another start of the program sent; None for what no start of ours sends."""
    try:
        message = json.loads(line)
        return tuple(
            Target(
                Path(str(path)), None if number is None else int(number), int(column), str(typed)
            )
            for path, number, column, typed in message
        )
    except (ValueError, TypeError):
        return None
