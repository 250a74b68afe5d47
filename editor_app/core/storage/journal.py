"""The journal: what was typed and not saved outlives the program.

Each post with unsaved text has a journal file outside the site. It begins with
the facts of its post (path, identity of the file on disk, encoding) and the
whole content, and goes on with one short record for each `record`: the stretch
that differs from that whole content. So any single record that can be read
gives the text, and records behind a damaged one still count.

The content is the bytes that a save would write. Where the text holds
characters that the file's encoding does not know there are no such bytes; then
it is the text itself, in UTF-8 with lone surrogates kept, beside the encoding,
byte order mark and line ending that the post has.

A file that has grown long is followed by a new one, and goes only when the new
one is on the disk. A lock beside it says that its window lives.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import zlib
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from editor_app.core.storage import durable
from editor_app.core.storage.folders import make_private
from editor_app.core.storage.frames import Fact, Frame, pack
from editor_app.core.storage.identity import Identity
from editor_app.core.storage.locks import FileLock
from editor_app.core.storage.origin import Origin
from editor_app.core.storage.reasons import Reason, StorageError, reason_of
from editor_app.core.storage.recovery import (
    JOURNAL_SUFFIX,
    LOCK_SUFFIX,
    Damaged,
    OnDisk,
    Unsaved,
    damaged,
    recover,
)
from editor_app.core.text.edits import common_ends

__all__ = ["Damaged", "Journal", "JournalFailed", "OnDisk", "Unsaved", "damaged", "recover"]

_SMALLEST_LIMIT = 1024 * 1024
_TIMES_CONTENT = 4
_Changed = tuple[int, int, bytes]


class JournalFailed(StorageError):
    """What was typed is at the moment not safe from a crash; a save still is."""

    TEMPLATE = (
        "The unsaved text of “{name}” can't be kept safe from a crash: {reason}. Save it soon."
    )


class Journal:
    """The journal of one open post, from its first unsaved change to its save.

    The caller decides when to `record` (at most a second after a change), from
    one thread at a time: each call waits for the disk.
    """

    def __init__(
        self, folder: Path, lock: FileLock, origin: Origin, now: Callable[[], datetime]
    ) -> None:
        """Use `start`."""
        self._folder, self._lock, self._origin, self._now = folder, lock, origin, now
        self._file: Path | None = None
        self._descriptor: int | None = None
        self._generation = 0
        self._size = 0
        self._whole = b""
        self._last: tuple[str, _Changed] | None = None  # what the last record says

    @classmethod
    def start(
        cls,
        folder: Path,
        path: Path | None,
        identity: Identity | None,
        encoding: str,
        now: Callable[[], datetime],
        *,
        mark: bytes = b"",
        newline: str = "\n",
    ) -> Journal:
        """A journal in `folder` that holds nothing yet; the first `record` writes it.

        `now` gives the time, local where it names no zone. Raises JournalFailed.
        """
        origin = Origin(path, identity, encoding, mark, newline)
        try:
            make_private(folder)
            lock = FileLock.take(folder / f"{secrets.token_hex(8)}{LOCK_SUFFIX}")
        except OSError as error:
            raise _failed(origin, error, folder) from error
        if lock is None:  # a name of 64 random bits that another holds
            raise JournalFailed(path or Path(), Reason.BUSY)
        return cls(folder, lock, origin, now)

    @property
    def file(self) -> Path | None:
        """Where the text is kept; None before the first `record`."""
        return self._file

    def record(self, content: bytes | str) -> None:
        """Keep this content; when the call returns, it is on the disk.

        Bytes as a save would write them, or the text where it can't be
        encoded. Raises JournalFailed; the next `record` then begins anew.
        """
        try:
            self._record(content)
        except OSError as error:
            self._let_go()
            raise _failed(self._origin, error, self._folder) from error

    def close(self, clean: bool = True) -> None:
        """End the journal; with `clean` it goes, else it stays for the next start.

        Clean is for one of two cases: a save was verified, or the user has
        decided against the text. Raises JournalFailed where the file can't be
        removed, as it would be offered again.
        """
        self._let_go()
        try:
            try:
                if clean:
                    for file in self._folder.glob(f"{self._lock.path.stem}-*{JOURNAL_SUFFIX}"):
                        file.unlink(missing_ok=True)
            finally:
                self._lock.release(remove=clean or self._file is None)
        except OSError as error:
            raise _failed(self._origin, error, self._folder) from error

    # --- writing

    def _record(self, content: bytes | str) -> None:
        data, form = _encoded(content)
        facts: dict[str, Fact] = {
            "time": self._now().astimezone().isoformat(),
            "form": form,
            "checksum": zlib.crc32(data),
        }
        if self._descriptor is not None:
            change = form, _changed(self._whole, data)
            if change == self._last:
                return
            start, end, changed = change[1]
            frame = pack(Frame({**facts, "kind": "change", "start": start, "end": end}, changed))
            limit = max(_SMALLEST_LIMIT, _TIMES_CONTENT * len(data))
            if self._size + len(frame) <= limit:
                durable.write_all(self._descriptor, frame)
                durable.sync_file(self._descriptor)
                self._size += len(frame)
                self._last = change
                return
        self._begin(pack(Frame({**facts, "kind": "whole"}, data)), data)
        self._last = form, _changed(data, data)

    def _begin(self, whole: bytes, data: bytes) -> None:
        """A new file with the facts and the whole content; then the one before goes."""
        before = self._file
        self._let_go()
        self._generation += 1
        name = f"{self._lock.path.stem}-{self._generation:06d}{JOURNAL_SUFFIX}"
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_APPEND
        flags |= getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
        head = pack(Frame({"kind": "post", **self._origin.to_facts()}))
        file = self._folder / name
        with durable.open_folder(self._folder) as folder:
            self._descriptor = os.open(file, flags, 0o600)
            try:
                durable.write_all(self._descriptor, head + whole)
                durable.sync_file(self._descriptor)
                durable.sync_folder(folder)
            except OSError:
                with contextlib.suppress(OSError):  # the one before it still counts
                    file.unlink()
                raise
        self._file, self._whole, self._size = file, data, len(head) + len(whole)
        if before is not None:
            # Where it stays, the newer one is the one that is offered.
            with contextlib.suppress(OSError):
                before.unlink()

    def _let_go(self) -> None:
        """Close the file; what is in it stays, and the next record begins a new one."""
        descriptor, self._descriptor = self._descriptor, None
        self._last = None
        if descriptor is not None:
            with contextlib.suppress(OSError):  # every record was synced before
                os.close(descriptor)


def _failed(origin: Origin, error: OSError, folder: Path) -> JournalFailed:
    reason = reason_of(error, folder)
    return JournalFailed(origin.path or Path("new post"), reason, error.strerror or str(error))


def _encoded(content: bytes | str) -> tuple[bytes, str]:
    if isinstance(content, str):
        return content.encode("utf-8", "surrogatepass"), "text"
    return content, "bytes"


def _changed(before: bytes, after: bytes) -> _Changed:
    """Start and end of the one stretch of `before` that differs, and what stands there."""
    start, tail = common_ends(before, after)
    return start, len(before) - tail, after[start : len(after) - tail]
