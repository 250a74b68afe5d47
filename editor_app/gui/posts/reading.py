"""Reads the titles of a site's posts a few at a time, so that the window never waits."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from editor_app.gui.posts.summary import Summary, summarised, unread

_SLICE_SECONDS = 0.006
_REST_MS = 12


class PostsReading(QObject):
    """Lists the files first, then opens them one after another.

    Starting again forgets what was under way; summaries that were read before
    are kept as long as the file is unchanged.
    """

    listed = Signal(object)  # tuple[Summary, ...]: every post, read or not
    summarised = Signal(object)  # Summary
    finished = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._walk: Iterator[Path] | None = None
        self._found: list[Path] = []
        self._to_read: deque[Path] = deque()
        self._known: dict[Path, tuple[int, Summary]] = {}
        self._timer = QTimer(self)
        self._timer.setInterval(_REST_MS)
        self._timer.timeout.connect(self._work)

    @property
    def is_running(self) -> bool:
        return self._timer.isActive()

    def start(self, walk: Iterator[Path]) -> None:
        """Read the posts that `walk` gives, in its order."""
        self._walk = walk
        self._found = []
        self._to_read.clear()
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()
        self._walk = None
        self._to_read.clear()

    def _work(self) -> None:
        end = time.monotonic() + _SLICE_SECONDS
        work: Callable[[], None] = self._list_one if self._walk is not None else self._read_one
        while self._timer.isActive() and time.monotonic() < end:
            work()
            work = self._list_one if self._walk is not None else self._read_one

    def _list_one(self) -> None:
        path = next(self._walk, None) if self._walk is not None else None
        if path is not None:
            self._found.append(path)
            return
        self._walk = None
        self._known = {path: self._known[path] for path in self._found if path in self._known}
        newest_first = sorted(self._found, key=lambda path: path.name, reverse=True)
        self._to_read.extend(newest_first)
        self.listed.emit(tuple(self._known_or_unread(path) for path in self._found))

    def _known_or_unread(self, path: Path) -> Summary:
        known = self._known.get(path)
        return known[1] if known else unread(path)

    def _read_one(self) -> None:
        if not self._to_read:
            self._timer.stop()
            self.finished.emit()
            return
        path = self._to_read.popleft()
        try:
            stamp = path.stat().st_mtime_ns
        except OSError:
            return  # it went away since it was listed; the next listing leaves it out
        known = self._known.get(path)
        if known is None or known[0] != stamp:
            summary = summarised(path)
            self._known[path] = (stamp, summary)
            self.summarised.emit(summary)
