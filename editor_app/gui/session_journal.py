"""Keeps the unsaved text of one open post in its journal, at most a second behind."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor, Future
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from editor_app.core.storage.identity import Identity
from editor_app.core.storage.journal import Journal, JournalFailed
from editor_app.core.text.piece_table import PieceTable, Unencodable

DELAY_MS = 600
"""Between the first change and its record; the disk gets the rest of the second."""


class JournalKeeper(QObject):
    """Writes versions of a text to a journal, off the window's thread: it waits for the disk.

    `table` gives the version to keep; `writer` runs one job at a time, in order.
    """

    failed = Signal(object)  # JournalFailed

    def __init__(
        self,
        folder: Path,
        table: Callable[[], PieceTable],
        writer: Executor,
        clock: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._folder, self._table, self._writer, self._clock = folder, table, writer, clock
        self._origin: tuple[Path, Identity | None] | None = None
        self._journal: Journal | None = None  # touched by the writer only
        self._pending: Future[None] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DELAY_MS)
        self._timer.timeout.connect(self.record)

    def begin(self, path: Path, identity: Identity | None) -> None:
        """The post is this file, as it stands on disk now."""
        self._origin = (path, identity)

    def note_change(self) -> None:
        """The text has changed: it is kept within the second."""
        if not self._timer.isActive():
            self._timer.start()

    def record_if_due(self) -> None:
        """Keep now what would be kept soon: for a while nothing may run."""
        if self._timer.isActive():
            self.record()

    def record(self) -> None:
        """Hand the present text to the writer."""
        self._timer.stop()
        if self._origin is None:
            return
        path, identity = self._origin
        self._pending = self._writer.submit(self._write, self._table(), path, identity)

    def move(self, path: Path, identity: Identity | None) -> None:
        """The unsaved text belongs to another file, or to another content of it, from now on."""
        self._timer.stop()
        self._origin = (path, identity)
        self._pending = self._writer.submit(self._change_journal, self._table(), path, identity)

    def flush(self) -> None:
        """Keep the present text and wait until it is on the disk."""
        self.record()
        self._wait()

    def end(self, *, is_clean: bool) -> None:
        """Stop; with `is_clean` nothing is left to offer, else the text stays for the next start.

        Emits `failed` where the journal can't be removed.
        """
        self._timer.stop()
        self._pending = self._writer.submit(self._close, is_clean)
        self._wait()

    def _wait(self) -> None:
        if self._pending is not None:
            self._pending.result()

    # --- in the writer's thread

    def _write(self, table: PieceTable, path: Path, identity: Identity | None) -> None:
        source = table.source
        content: bytes | str
        try:
            content = table.to_bytes()
        except Unencodable:
            content = table.text
        try:
            if self._journal is None:
                self._journal = Journal.start(
                    self._folder,
                    path,
                    identity,
                    source.encoding,
                    self._clock,
                    mark=source.mark,
                    newline=source.newline,
                )
            self._journal.record(content)
        except JournalFailed as failure:
            self.failed.emit(failure)

    def _change_journal(self, table: PieceTable, path: Path, identity: Identity | None) -> None:
        before, self._journal = self._journal, None
        self._write(table, path, identity)
        if before is not None:
            self._end(before, is_clean=self._journal is not None)

    def _close(self, is_clean: bool) -> None:
        journal, self._journal = self._journal, None
        if journal is not None:
            self._end(journal, is_clean=is_clean)

    def _end(self, journal: Journal, *, is_clean: bool) -> None:
        try:
            journal.close(clean=is_clean)
        except JournalFailed as failure:
            self.failed.emit(failure)
