"""Why a file could not be read or written, in the user's words."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path


class Reason(StrEnum):
    """What stood in the way; the value is an English template for `messages`."""

    DISK_FULL = "the disk is full"
    QUOTA = "your share of the disk is used up"
    NO_PERMISSION = "you have no permission"
    WRITE_PROTECTED = "the file is write-protected"
    READ_ONLY_DISK = "the disk can only be read"
    FILE_VANISHED = "the file is no longer there"
    FOLDER_VANISHED = "its folder is no longer there"
    NAME_TOO_LONG = "the name is too long for this disk"
    NAME_NOT_ALLOWED = "the name is not allowed on this disk"
    FOLDER = "it is a folder"
    NOT_A_FILE = "it is a pipe or a device, not a file"
    NOT_A_FOLDER = "a part of its path is a file, not a folder"
    LINK_CIRCLE = "its links lead in a circle"
    TOO_LARGE = "it is larger than 64 MiB"
    SETTINGS_TOO_LARGE = "it is larger than 1 MiB, which is too much for settings"
    BUSY = "another program holds the file"
    BEING_WRITTEN = "another program is writing to it"
    DISK_ERROR = "the disk reports an error"
    NOT_AS_WRITTEN = "what stands on the disk is not what was written"
    TOO_MANY_FILES = "too many files are open"
    CHANGED = "another program has changed it"
    NAME_TAKEN = "there is a file of that name"
    SYSTEM = "the system refused"

    @property
    def advice(self) -> str:
        """What the user can do, as a sentence; an English template as well."""
        return _ADVICE.get(self, "Try again, or save under another name.")


_ADVICE = {
    Reason.DISK_FULL: "Free some space, then save again.",
    Reason.QUOTA: "Free some space, then save again.",
    Reason.NO_PERMISSION: "Allow yourself to write there, or save under another name.",
    Reason.WRITE_PROTECTED: "Take the write protection off, or save under another name.",
    Reason.READ_ONLY_DISK: "Save on another disk.",
    Reason.FILE_VANISHED: "Save again to write it anew.",
    Reason.FOLDER_VANISHED: "Save under another name.",
    Reason.NAME_TOO_LONG: "Choose a shorter name.",
    Reason.NAME_NOT_ALLOWED: "Choose another name.",
    Reason.FOLDER: "Choose a file.",
    Reason.NOT_A_FILE: "Choose a file.",
    Reason.NOT_A_FOLDER: "Choose another path.",
    Reason.LINK_CIRCLE: "Choose the file itself, not the link.",
    Reason.TOO_LARGE: "Choose a smaller file.",
    Reason.SETTINGS_TOO_LARGE: "Choose a smaller file.",
    Reason.BUSY: "Close the other program, then try again.",
    Reason.BEING_WRITTEN: "Wait until it is done, then try again.",
    Reason.DISK_ERROR: "Save on another disk, and check this one.",
    Reason.TOO_MANY_FILES: "Close some windows, then try again.",
    Reason.CHANGED: "Compare the two, then decide which to keep.",
    Reason.NAME_TAKEN: "Choose another name.",
}

# By name: not every system has all of them.
_BY_NAME = {
    "ENOSPC": Reason.DISK_FULL,
    "EDQUOT": Reason.QUOTA,
    "EFBIG": Reason.DISK_FULL,
    "EACCES": Reason.NO_PERMISSION,
    "EPERM": Reason.NO_PERMISSION,
    "EROFS": Reason.READ_ONLY_DISK,
    "ENOENT": Reason.FILE_VANISHED,
    "ENAMETOOLONG": Reason.NAME_TOO_LONG,
    "EILSEQ": Reason.NAME_NOT_ALLOWED,
    "EISDIR": Reason.FOLDER,
    "ENOTDIR": Reason.NOT_A_FOLDER,
    "ELOOP": Reason.LINK_CIRCLE,
    "EBUSY": Reason.BUSY,
    "ETXTBSY": Reason.BUSY,
    "EIO": Reason.DISK_ERROR,
    "EMFILE": Reason.TOO_MANY_FILES,
    "ENFILE": Reason.TOO_MANY_FILES,
}
_BY_WINDOWS_CODE = {32: Reason.BUSY, 33: Reason.BUSY, 123: Reason.NAME_NOT_ALLOWED}


def reason_of(error: OSError, path: Path) -> Reason:
    """The reason for an error that came up at `path`; looks whether its folder exists."""
    code = getattr(error, "winerror", None)
    if code in _BY_WINDOWS_CODE:
        return _BY_WINDOWS_CODE[code]
    name = errno.errorcode.get(error.errno or 0, "")
    if name == "ENOENT" and not os.path.isdir(path.parent):
        return Reason.FOLDER_VANISHED
    return _BY_NAME.get(name, Reason.SYSTEM)


def untranslated(template: str) -> str:
    return template


class StorageError(Exception):
    """A file could not be read or written; `str()` is the English for the user.

    `detail` is the system's own words. A `TEMPLATE` may hold name, reason,
    advice and step.
    """

    TEMPLATE = "“{name}” can't be opened: {reason}."

    def __init__(self, path: Path, reason: Reason, detail: str = "") -> None:
        self.path, self.reason, self.detail = path, reason, detail
        super().__init__(path, reason, detail)

    def message(
        self, translate: Callable[[str], str] = untranslated, name: str | None = None
    ) -> str:
        """What happened, where, and what to do; `translate` gets each template.

        The file is called by its own name where no other is given.
        """
        return translate(self._template()).format(
            name=name or self.path.name or str(self.path),
            reason=self.why(translate),
            advice=translate(self.reason.advice),
            step=translate(self._step()),
        )

    def why(self, translate: Callable[[str], str] = untranslated) -> str:
        """The reason alone, for where the file is named beside it and no advice helps."""
        reason = translate(self.reason)
        if self.reason is Reason.SYSTEM and self.detail:
            reason = f"{reason} ({self.detail})"
        return reason

    def _template(self) -> str:
        return self.TEMPLATE

    def _step(self) -> str:
        """During what it happened; an English template."""
        return ""

    def __str__(self) -> str:
        return self.message()
