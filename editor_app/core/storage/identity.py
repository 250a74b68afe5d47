"""Which file on disk a text came from, and whether it still is that file."""

from __future__ import annotations

import hashlib
import os
import stat
import sys
from dataclasses import dataclass
from pathlib import Path

from editor_app.core.storage.reasons import Reason, StorageError, reason_of

LIMIT = 64 * 1024 * 1024
"""Bytes; a larger file is no post and is not read."""

_OPEN_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_CLOEXEC", 0)
    # A pipe that takes a file's place after it was looked at must not hang us.
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_NOCTTY", 0)
)
_CHUNK = 1024 * 1024
_SMALLEST_CHUNK = 1024
_TRIES = 3


class LoadFailed(StorageError):
    """A file could not be read."""


@dataclass(frozen=True, slots=True)
class Identity:
    """A file as it was read: its content by SHA-256, its place by device and inode.

    Content decides whether a file was changed by another program: a version
    control system may write the same bytes to a new inode, and then nothing
    that the user could lose has happened.
    """

    sha256: str
    device: int
    inode: int
    size: int
    mtime_ns: int

    def has_content_of(self, other: Identity) -> bool:
        return (self.sha256, self.size) == (other.sha256, other.size)

    def looks_like(self, status: os.stat_result) -> bool:
        """Whether a `stat` shows nothing that speaks for a change; no bytes are read."""
        return (self.device, self.inode, self.size, self.mtime_ns) == (
            status.st_dev,
            status.st_ino,
            status.st_size,
            status.st_mtime_ns,
        )


@dataclass(frozen=True, slots=True)
class Loaded:
    """The bytes of a file, and which file it was."""

    source_bytes: bytes
    identity: Identity


def load(path: Path, limit: int | None = LIMIT) -> Loaded:
    """Read a file whole, links followed.

    Raises LoadFailed for anything but a regular file of at most `limit` bytes,
    and where another program is writing to it all the time.
    """
    try:
        return _load(path, sys.maxsize if limit is None else limit)
    except OSError as error:
        raise LoadFailed(path, reason_of(error, path), error.strerror or "") from error
    except ValueError as error:  # a NUL in the name
        raise LoadFailed(path, Reason.NAME_NOT_ALLOWED, str(error)) from error


def _load(path: Path, limit: int) -> Loaded:
    # Before opening: to open a device can do something.
    _refuse_unless_file(path, os.stat(path), limit)
    descriptor = os.open(path, _OPEN_FLAGS)
    try:
        for _ in range(_TRIES):
            before = os.fstat(descriptor)
            _refuse_unless_file(path, before, limit)
            data = _read(path, descriptor, limit, before.st_size)
            after = os.fstat(descriptor)
            if len(data) == after.st_size and before.st_mtime_ns == after.st_mtime_ns:
                return Loaded(data, identity_of(data, after))
            os.lseek(descriptor, 0, os.SEEK_SET)
    finally:
        os.close(descriptor)
    raise LoadFailed(path, Reason.BEING_WRITTEN)


def identity_of(data: bytes, status: os.stat_result) -> Identity:
    return Identity(
        hashlib.sha256(data).hexdigest(),
        status.st_dev,
        status.st_ino,
        len(data),
        status.st_mtime_ns,
    )


def _refuse_unless_file(path: Path, status: os.stat_result, limit: int) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise LoadFailed(path, Reason.FOLDER)
    if not stat.S_ISREG(status.st_mode):
        raise LoadFailed(path, Reason.NOT_A_FILE)
    if status.st_size > limit:
        raise LoadFailed(path, Reason.TOO_LARGE)


def _read(path: Path, descriptor: int, limit: int, expected: int) -> bytes:
    chunks: list[bytes] = []
    size = 0
    # Of a post a megabyte at a time would be reserved and given back, which costs more
    # than to read it.
    while chunk := os.read(descriptor, max(min(expected + 1 - size, _CHUNK), _SMALLEST_CHUNK)):
        size += len(chunk)
        if size > limit:
            raise LoadFailed(path, Reason.TOO_LARGE)
        chunks.append(chunk)
    return b"".join(chunks)
