"""After a crash: which texts were not saved, and whether their files have changed since."""

from __future__ import annotations

import os
import zlib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum, auto
from pathlib import Path

from editor_app.core.storage.frames import Frame, scan
from editor_app.core.storage.identity import Identity, LoadFailed, load
from editor_app.core.storage.locks import FileLock
from editor_app.core.storage.origin import Origin
from editor_app.core.storage.reasons import Reason
from editor_app.core.text.source import EncodingRefused, normalised, read, read_as

JOURNAL_SUFFIX = ".journal"
LOCK_SUFFIX = ".lock"


class OnDisk(Enum):
    """What stands in the post's file, beside what is in the journal."""

    AS_BASE = auto()
    """As it was when the text was begun: nothing is in the way."""
    AS_UNSAVED = auto()
    """The journal's very bytes: the save went well, the text may be discarded unasked."""
    CHANGED = auto()
    """Something else: show both."""
    MISSING = auto()
    """No file is there, or the post never had one."""
    UNREADABLE = auto()


@dataclass(frozen=True, slots=True)
class Unsaved:
    """A text that was typed and not saved, by a process that is gone.

    It is claimed: no other window is offered it until `discard` or `release`.
    To take it over, first record it in a journal of the new session, then
    discard it here. `content` is what `Journal.record` was given. `is_damaged`
    says that parts of the journal could not be read, so a newer text may be
    lost.
    """

    path: Path | None
    base: Identity | None
    encoding: str
    mark: bytes
    newline: str
    time: datetime
    content: bytes | str
    on_disk: OnDisk
    is_damaged: bool
    files: tuple[Path, ...]
    _claim: FileLock = field(repr=False, compare=False)

    @property
    def text(self) -> str:
        """The text with every line break as one `\\n`."""
        if isinstance(self.content, str):
            return normalised(self.content)
        try:
            return read_as(self.content, self.encoding).text
        except (EncodingRefused, LookupError):  # better a text with gaps than none
            return read(self.content).text

    def discard(self) -> None:
        """Remove it: the user decided so, or it is safe elsewhere. Raises OSError."""
        _discard(self.files, self._claim)

    def release(self) -> None:
        """Let it stand for the next start."""
        self._claim.release(remove=False)


@dataclass(frozen=True, slots=True)
class Damaged:
    """Journal files that no text can be read from. Nothing removes them but the user."""

    files: tuple[Path, ...]
    _claim: FileLock = field(repr=False, compare=False)

    def discard(self) -> None:
        """Remove them. Raises OSError."""
        _discard(self.files, self._claim)

    def release(self) -> None:
        """Let them stand."""
        self._claim.release(remove=False)


def recover(folder: Path) -> tuple[Unsaved, ...]:
    """The unsaved texts in a journal folder whose process is gone, the newest first.

    Raises OSError where the folder is there and can't be read.
    """
    found = (_examined(files, claim) for files, claim in _claimed(folder))
    unsaved = [_kept(each) for each in found]
    return tuple(
        sorted((each for each in unsaved if each is not None), key=lambda each: each.time)[::-1]
    )


def damaged(folder: Path) -> tuple[Damaged, ...]:
    """The journals of processes that are gone, from which nothing can be read."""
    result = []
    for files, claim in _claimed(folder):
        found = _examined(files, claim)
        if isinstance(found, Damaged):
            result.append(found)
        else:
            found.release()
    return tuple(result)


def _kept(found: Unsaved | Damaged) -> Unsaved | None:
    if isinstance(found, Damaged):
        found.release()
        return None
    return found


def _discard(files: tuple[Path, ...], claim: FileLock) -> None:
    for file in files:
        file.unlink(missing_ok=True)
    claim.release(remove=True)


def _claimed(folder: Path) -> Iterator[tuple[tuple[Path, ...], FileLock]]:
    """Each journal that no living process holds, with its files, the newest first."""
    names: defaultdict[str, list[str]] = defaultdict(list)
    try:
        entries = os.listdir(folder)
    except FileNotFoundError:
        return
    for entry in entries:
        if entry.endswith(JOURNAL_SUFFIX):
            names[entry.partition("-")[0]].append(entry)
    for name in sorted(names):
        claim = FileLock.take(folder / f"{name}{LOCK_SUFFIX}")
        if claim is None:
            continue
        # Its owner may have closed it between the listing and the lock.
        files = tuple(folder / each for each in sorted(names[name], reverse=True))
        there = tuple(file for file in files if file.exists())
        if any(file.stat().st_size for file in there):
            yield there, claim
        else:  # made, and the process was gone before it wrote
            _discard(there, claim)


def _examined(files: tuple[Path, ...], claim: FileLock) -> Unsaved | Damaged:
    is_damaged = False
    for file in files:  # the newest that can be read counts
        try:
            seen = scan(file.read_bytes())
            is_damaged = is_damaged or seen.is_damaged
            last = _last_content(seen.frames)
            if last is not None:
                return _unsaved(seen.frames, last, is_damaged, files, claim)
        except (OSError, KeyError, ValueError):
            is_damaged = True
    return Damaged(files, claim)


def _last_content(frames: tuple[Frame, ...]) -> tuple[Frame, bytes] | None:
    """The newest record that gives its content, and that content."""
    whole: bytes | None = None
    newest: tuple[Frame, bytes] | None = None
    for frame in frames:
        kind = frame.facts.get("kind")
        if kind == "whole":
            whole = frame.blob
            content = frame.blob
        elif kind == "change" and whole is not None:
            start, end = frame.facts["start"], frame.facts["end"]
            if not isinstance(start, int) or not isinstance(end, int):
                continue
            content = whole[:start] + frame.blob + whole[end:]
        else:
            continue
        if zlib.crc32(content) == frame.facts.get("checksum"):
            newest = frame, content
    return newest


def _unsaved(
    frames: tuple[Frame, ...],
    last: tuple[Frame, bytes],
    is_damaged: bool,
    files: tuple[Path, ...],
    claim: FileLock,
) -> Unsaved:
    frame, data = last
    post = next((each for each in frames if each.facts.get("kind") == "post"), None)
    # Without it the text is still somebody's text.
    origin = Origin(None, None, "utf-8") if post is None else Origin.from_facts(post.facts)
    content = data.decode("utf-8", "surrogatepass") if frame.facts["form"] == "text" else data
    return Unsaved(
        origin.path,
        origin.base,
        origin.encoding,
        origin.mark,
        origin.newline,
        datetime.fromisoformat(str(frame.facts["time"])).astimezone(),
        content,
        _on_disk(origin, content),
        is_damaged,
        files,
        claim,
    )


def _on_disk(origin: Origin, content: bytes | str) -> OnDisk:
    if origin.path is None:
        return OnDisk.MISSING
    try:
        loaded = load(origin.path)
    except LoadFailed as error:
        missing = (Reason.FILE_VANISHED, Reason.FOLDER_VANISHED)
        return OnDisk.MISSING if error.reason in missing else OnDisk.UNREADABLE
    if loaded.source_bytes == content:
        return OnDisk.AS_UNSAVED
    if origin.base is not None and loaded.identity.has_content_of(origin.base):
        return OnDisk.AS_BASE
    return OnDisk.CHANGED
