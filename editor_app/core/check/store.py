"""What was found out before: bytes by their key, in one file of the user's cache folder.

The file is a head and a row of records, each with its checksum. New records are
appended, so two processes do not take from each other, and nothing in a file that
is broken, old or foreign is used. A cache is no reason to complain: where it can't
be read or written, it is empty, or stays as it was.
"""

from __future__ import annotations

import contextlib
import os
import struct
import tempfile
import zlib
from pathlib import Path

from editor_app.core.storage.folders import make_private

KEY_SIZE = 16
_MAGIC = b"galley 1"
_RECORD = struct.Struct(f"<{KEY_SIZE}sII")  # key, length, checksum of key and content
_LARGEST = 512 * 1024 * 1024
_SLACK = 16 * 1024 * 1024
"""A file may be this much larger than three times what a run has used of it."""

_OLDEST_S = 60 * 24 * 3600
_MOST_IN_FOLDER = 1024 * 1024 * 1024


class Store:
    """One file, read whole at first, written by `save`. `version` is that of what it holds."""

    def __init__(self, path: Path | None, version: bytes) -> None:
        self.version = version
        self._path = path
        self._head = _MAGIC + version
        self._found: dict[bytes, memoryview] = {}
        self._used: set[bytes] = set()
        self._new: dict[bytes, bytes] = {}
        self._is_sound = False
        self._size = 0
        if path is not None:
            self._read(path)

    def get(self, key: bytes) -> bytes | None:
        if key in self._new:
            return self._new[key]
        found = self._found.get(key)
        if found is None:
            return None
        self._used.add(key)
        return bytes(found)

    def put(self, key: bytes, value: bytes) -> None:
        self._new[key] = value

    def save(self) -> None:
        """Write what is new."""
        if self._path is None or not self._new:
            return
        used = sum(len(self._found[key]) for key in self._used)
        used += sum(map(len, self._new.values()))
        added = b"".join(_record(key, value) for key, value in self._new.items())
        with contextlib.suppress(OSError):
            if self._is_sound and self._size + len(added) <= 3 * used + _SLACK:
                _append(self._path, added)
            else:
                self._rewrite(self._path, added, 2 * used + _SLACK // 2)

    def _read(self, path: Path) -> None:
        try:
            with path.open("rb") as file:
                if os.fstat(file.fileno()).st_size > _LARGEST:
                    return
                data = file.read(_LARGEST)
        except OSError:
            return
        if not data.startswith(self._head):
            return
        self._size = len(data)
        view = memoryview(data)
        at = len(self._head)
        while at + _RECORD.size <= len(data):
            key, length, checksum = _RECORD.unpack_from(data, at)
            start, at = at + _RECORD.size, at + _RECORD.size + length
            if at > len(data) or zlib.crc32(view[start:at], zlib.crc32(key)) != checksum:
                return
            self._found.pop(key, None)  # so that the order is that of their age
            self._found[key] = view[start:at]
        self._is_sound = at == len(data)

    def _rewrite(self, path: Path, added: bytes, most: int) -> None:
        """A new file: what was used in this run, and of the rest the newest."""
        room = most - len(added)
        kept: list[bytes] = []
        for key, value in reversed(self._found.items()):
            is_used = key in self._used
            if key not in self._new and (is_used or len(value) <= room):
                kept.append(_record(key, value))
                room -= 0 if is_used else len(value)
        make_private(path.parent)
        _tidy(path.parent)
        descriptor, name = tempfile.mkstemp(".new", path.name, path.parent)
        try:
            with open(descriptor, "wb") as file:
                file.write(self._head)
                file.writelines(reversed(kept))
                file.write(added)
            os.replace(name, path)
        except BaseException:
            with contextlib.suppress(OSError):
                os.unlink(name)
            raise


def _record(key: bytes, value: bytes | memoryview) -> bytes:
    return _RECORD.pack(key, len(value), zlib.crc32(value, zlib.crc32(key))) + value


def _append(path: Path, added: bytes) -> None:
    """In one write, which does not mix with that of another process."""
    descriptor = os.open(path, os.O_WRONLY | os.O_APPEND | getattr(os, "O_BINARY", 0))
    try:
        os.write(descriptor, added)
    finally:
        os.close(descriptor)


def _tidy(folder: Path) -> None:
    """Remove what nobody has written for long, and the oldest where all is too much."""
    with os.scandir(folder) as entries:
        files = sorted(
            ((entry.stat().st_mtime, entry.stat().st_size, entry.path) for entry in entries),
            reverse=True,
        )
    newest, room = (files[0][0] if files else 0.0), _MOST_IN_FOLDER
    for changed, size, path in files:
        room -= size
        if room < 0 or changed < newest - _OLDEST_S:
            with contextlib.suppress(OSError):
                os.unlink(path)
