"""Give a new file the mode, owner and attributes of the one it replaces."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import sys
from enum import StrEnum
from pathlib import Path

_ACCESS_LIST = "system.posix_acl_access"
_GROUP_BITS = 0o070
_NOT_ALLOWED = {errno.EPERM, errno.EACCES, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EINVAL}


class Note(StrEnum):
    """What a successful save could not keep; the value is an English template."""

    OWNER = "the file belongs to you now, as only its owner could keep its former owner"
    GROUP = "the file's group could not be kept"
    ATTRIBUTES = "some extended attributes of the file could not be kept"
    LINKS = "the file had further names (hard links); under those the former text stays"
    LEFTOVER = "a temporary file could not be removed"


def keep(descriptor: int, original: Path) -> tuple[Note, ...]:
    """Make the open file like `original`; says what the system did not allow.

    Text counts more than its owner: where the owner can't be kept the file is
    still written, as a refusal would leave the user with no way to save. The
    group is never given rights that only the former group had.

    Raises OSError for every other failure.
    """
    wanted = os.stat(original)
    mode = stat.S_IMODE(wanted.st_mode)
    notes: list[Note] = []
    if sys.platform != "win32":  # first, as a change of owner takes mode bits away
        notes += _keep_owner(descriptor, wanted)
        if Note.GROUP in notes:
            others = mode & 0o007
            mode = (mode & ~_GROUP_BITS) | (mode & (others << 3))
        if stat.S_IMODE(os.fstat(descriptor).st_mode) != mode:
            os.fchmod(descriptor, mode)
    if sys.platform == "linux":
        notes += _keep_extended(descriptor, original, with_access_list=Note.GROUP not in notes)
    return tuple(notes)


def _keep_owner(descriptor: int, wanted: os.stat_result) -> list[Note]:
    if sys.platform == "win32":
        return []
    actual = os.fstat(descriptor)
    if (actual.st_uid, actual.st_gid) == (wanted.st_uid, wanted.st_gid):
        return []
    if _changed_owner(descriptor, wanted.st_uid, wanted.st_gid):
        return []
    notes = [Note.OWNER] if actual.st_uid != wanted.st_uid else []
    if actual.st_gid != wanted.st_gid and not _changed_owner(descriptor, -1, wanted.st_gid):
        notes.append(Note.GROUP)
    return notes


def _changed_owner(descriptor: int, user: int, group: int) -> bool:
    if sys.platform == "win32":
        return False
    try:
        os.fchown(descriptor, user, group)
    except OSError as error:
        if error.errno not in _NOT_ALLOWED:
            raise
        return False
    return True


def _keep_extended(descriptor: int, original: Path, *, with_access_list: bool) -> list[Note]:
    if sys.platform != "linux":
        return []
    wanted = _extended(original)
    if not with_access_list:
        wanted.pop(_ACCESS_LIST, None)
    actual = _extended(descriptor)
    is_kept = True
    # An access list that the new file has from its folder and the old had not.
    if _ACCESS_LIST in actual and _ACCESS_LIST not in wanted:
        os.removexattr(descriptor, _ACCESS_LIST)
    for name, value in wanted.items():
        if actual.get(name) == value:
            continue
        try:
            os.setxattr(descriptor, name, value)
        except OSError as error:
            if error.errno not in _NOT_ALLOWED:
                raise
            is_kept = False
    return [] if is_kept else [Note.ATTRIBUTES]


def _extended(file: Path | int) -> dict[str, bytes]:
    """The extended attributes that may be read; none where the disk has none."""
    if sys.platform != "linux":
        return {}
    try:
        names = os.listxattr(file)
    except OSError as error:
        if error.errno not in _NOT_ALLOWED:
            raise
        return {}
    result: dict[str, bytes] = {}
    for name in names:
        # One that goes while we look, or that is not for us, is not ours to keep.
        with contextlib.suppress(OSError):
            result[name] = os.getxattr(file, name)
    return result
