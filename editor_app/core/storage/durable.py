"""Make sure that what was written outlives a power cut."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from collections.abc import Iterator
from pathlib import Path

if sys.platform != "win32":
    import fcntl

_NOT_OFFERED = {errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS}


def write_all(descriptor: int, data: bytes) -> None:
    """Write every byte; the system may take fewer at a time than it was given."""
    rest = memoryview(data)
    while rest:
        count = os.write(descriptor, rest)
        if not 0 < count <= len(rest):
            raise OSError(errno.EIO, f"{count} of {len(rest)} bytes written")
        rest = rest[count:]


def sync_file(descriptor: int) -> None:
    """Wait until the bytes are on the disk itself."""
    if sys.platform == "darwin":
        try:  # fsync alone leaves them in the drive's own memory there
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
        except OSError as error:
            if error.errno not in _NOT_OFFERED:
                raise
        else:
            return
    os.fsync(descriptor)


@contextlib.contextmanager
def open_folder(path: Path) -> Iterator[int | None]:
    """A folder held open, for `sync_folder`; None on Windows, which has no such thing."""
    if sys.platform == "win32":
        yield None
        return
    descriptor = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        yield descriptor
    finally:
        with contextlib.suppress(OSError):  # nothing was written through it
            os.close(descriptor)


def sync_folder(descriptor: int | None) -> None:
    """Wait until the folder's names are on the disk.

    A file system that has nothing to wait for says so, and that is no failure.
    """
    if descriptor is None:
        return
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _NOT_OFFERED:
            raise
