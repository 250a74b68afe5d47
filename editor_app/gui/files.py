"""Files and folders: opening, making, renaming, removing; nothing is ever overwritten."""

from __future__ import annotations

import contextlib
import os
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QFile

from editor_app.core.generator import Generator
from editor_app.core.site.new_post import new_post
from editor_app.core.storage.identity import Identity, load
from editor_app.core.storage.save import save


def make_post(path: Path, generator: Generator, title: str, now: datetime) -> None:
    """Write a new post. Raises SaveError, also where a file of that name is there; ValueError."""
    save(path, new_post(generator, title, now).encode(), None)


def rename(before: Path, after: Path) -> Identity:
    """Give a file another name in one step. Raises FileExistsError, OSError, LoadFailed."""
    if after.exists() and not after.samefile(before):
        raise FileExistsError(after)
    try:
        os.link(before, after, follow_symlinks=False)  # unlike a rename, this never replaces a file
    except FileExistsError:
        if not after.samefile(before):
            raise
        os.rename(before, after)  # another spelling of the same name
    except OSError:
        os.rename(before, after)  # a disk without links; it was looked for a moment ago
    else:
        try:
            os.unlink(before)
        except OSError:
            with contextlib.suppress(OSError):
                os.unlink(after)
            raise
    return load(after).identity


def move_to_trash(path: Path) -> bool:
    """Whether the file is in the system's trash now, from where the user can take it back."""
    # On the object: the static form says other things than its stub does.
    return QFile(str(path)).moveToTrash()
