"""Failures of the program itself: told in a bar, written to a log, and never the end of a text."""

from __future__ import annotations

import faulthandler
import logging
import sys
import threading
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import IO

from PySide6.QtCore import QObject, QtMsgType, Signal, qInstallMessageHandler

_LARGEST = 512 * 1024
LOG = "galley.log"
CRASHES = "crash.log"


class Failures(QObject):
    """Hears every exception that nothing has caught; the program goes on.

    `happened` comes in the window's thread, with the exception in one line.
    """

    happened = Signal(str)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        folder.mkdir(parents=True, exist_ok=True)
        self._path = folder / LOG
        self._log = logging.getLogger("galley.window")
        self._log.setLevel(logging.INFO)
        self._log.propagate = False
        self._handler = RotatingFileHandler(
            self._path, maxBytes=_LARGEST, backupCount=1, encoding="utf-8", delay=True
        )
        self._handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        self._log.addHandler(self._handler)
        self._crashes: IO[str] | None = (folder / CRASHES).open("a", encoding="utf-8")

    def install(self) -> None:
        """Take over the hooks of the interpreter and Qt's messages."""
        sys.excepthook = self._hear
        threading.excepthook = self._hear_thread
        sys.unraisablehook = self._hear_unraisable
        qInstallMessageHandler(self._hear_qt)
        if self._crashes is not None:
            faulthandler.enable(self._crashes)

    def uninstall(self) -> None:
        """Give the hooks back."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        sys.unraisablehook = sys.__unraisablehook__
        qInstallMessageHandler(None)
        faulthandler.disable()
        self._log.removeHandler(self._handler)
        self._handler.close()
        if self._crashes is not None:
            self._crashes.close()
            self._crashes = None

    def _hear(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            return
        lines = "".join(traceback.format_exception(kind, error, trace))
        self._log.error("%s", lines)
        sys.__stderr__ and sys.__stderr__.write(lines)
        self.happened.emit(f"{kind.__name__}: {error}")

    def _hear_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self._hear(args.exc_type, args.exc_value, args.exc_traceback)

    def _hear_unraisable(self, args: sys.UnraisableHookArgs) -> None:
        if args.exc_value is not None:
            self._hear(args.exc_type, args.exc_value, args.exc_traceback)

    def _hear_qt(self, kind: QtMsgType, _context: object, message: str) -> None:
        level = {
            QtMsgType.QtDebugMsg: logging.DEBUG,
            QtMsgType.QtInfoMsg: logging.INFO,
            QtMsgType.QtWarningMsg: logging.WARNING,
        }.get(kind, logging.ERROR)
        self._log.log(level, "Qt: %s", message)
        if level >= logging.WARNING and sys.__stderr__ is not None:
            sys.__stderr__.write(f"{message}\n")
