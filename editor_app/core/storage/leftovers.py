"""The new file of a save until it is put in place, and what a killed save leaves of it.

Only a file that is certainly ours, old and nobody's is removed: its whole name
is of our form, it is an ordinary file of this user, nothing has touched it for
an hour, and no process holds it. Whatever is in doubt stays.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import stat
import sys
from pathlib import Path

from editor_app.core.storage.locks import try_lock
from editor_app.core.text.expressions import expression

OLD_SECONDS = 3600
_NAME = expression(r"\.galley-[0-9a-f]{12}\.tmp")


def new_name() -> str:
    """A name that no site takes for a post's: a dot in front, and no suffix of one.

    Short, so that it fits where the target's own name does.
    """
    return f".galley-{secrets.token_hex(6)}.tmp"


def hold(descriptor: int) -> None:
    """Keep others from removing the file as long as it is open here."""
    if sys.platform != "win32":  # there an open file can't be removed anyway
        with contextlib.suppress(OSError):  # a disk without locks; the file's age protects it too
            try_lock(descriptor)


def sweep(folder: Path, now_s: float) -> tuple[Path, ...]:
    """Remove what killed saves have left in a folder; gives what is gone. Never raises OSError.

    `now_s` is in seconds since the epoch.
    """
    found: list[Path] = []
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        found += (folder / entry.name for entry in entries if _NAME.fullmatch(entry.name))
    return tuple(path for path in found if _is_removed(path, now_s))


def _is_removed(path: Path, now_s: float) -> bool:
    try:
        if not _is_old_and_ours(os.lstat(path), now_s):
            return False
        if sys.platform == "win32":
            os.unlink(path)
            return True
        flags = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
        descriptor = os.open(path, flags)
        try:
            is_same = os.path.samestat(os.fstat(descriptor), os.lstat(path))
            if not is_same or not try_lock(descriptor):
                return False
            os.unlink(path)
        finally:
            os.close(descriptor)
    except OSError:
        return False
    return True


def _is_old_and_ours(status: os.stat_result, now_s: float) -> bool:
    # The later of both: `ctime` can't be set back by whoever copies a file with its dates.
    touched_s = max(status.st_mtime, status.st_ctime)
    is_ours = sys.platform == "win32" or status.st_uid == os.geteuid()
    return stat.S_ISREG(status.st_mode) and is_ours and now_s - touched_s > OLD_SECONDS
