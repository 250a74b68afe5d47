"""A lock that ends with the process that holds it, however that ends."""

from __future__ import annotations

import os
import sys
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


class FileLock:
    """A file that one process at a time holds; the system frees it after `kill -9` too.

    No process number is stored, so a number that is given out again can't
    keep anything locked. The descriptor is not inherited by programs that are
    started.
    """

    __slots__ = ("_descriptor", "path")

    def __init__(self, path: Path, descriptor: int) -> None:
        self.path = path
        self._descriptor: int | None = descriptor

    @classmethod
    def take(cls, path: Path) -> FileLock | None:
        """Hold the lock; None where another holds it. Raises OSError."""
        while True:
            flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0)
            descriptor = os.open(path, flags, 0o600)
            try:
                if not try_lock(descriptor):
                    os.close(descriptor)
                    return None
                if _is_at(descriptor, path):
                    return cls(path, descriptor)
            except BaseException:
                os.close(descriptor)
                raise
            os.close(descriptor)  # the one who held it has removed it meanwhile

    def release(self, *, remove: bool) -> None:
        """Give the lock back, and remove its file where nothing is left to guard."""
        if self._descriptor is None:
            return
        descriptor, self._descriptor = self._descriptor, None
        if sys.platform == "win32":  # there an open file can't be removed
            os.close(descriptor)
            if remove:
                self.path.unlink(missing_ok=True)
            return
        try:
            if remove:
                self.path.unlink(missing_ok=True)
        finally:
            os.close(descriptor)


def try_lock(descriptor: int) -> bool:
    """Whether the lock was free and is ours now."""
    try:
        if sys.platform == "win32":
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True


def _is_at(descriptor: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(descriptor), os.stat(path))
    except FileNotFoundError:
        return False
