"""Discarded texts are kept for a week: a wrong click must not lose an afternoon."""

from __future__ import annotations

import datetime
from pathlib import Path

from editor_app.core.storage.folders import Folders, make_private

KEPT_DAYS = 7


def folder_of(folders: Folders) -> Path:
    """Where discarded texts stand as ordinary files."""
    return folders.state / "discarded"


def keep(folder: Path, name: str, data: bytes, now: datetime.datetime) -> Path:
    """Write a text that the user gives up. Raises OSError."""
    make_private(folder)
    stamp = f"{now:%Y-%m-%d %H%M%S}"
    for number in range(1, 1000):
        tail = "" if number == 1 else f" ({number})"
        path = folder / f"{stamp}{tail} {name[-120:]}"
        try:
            with path.open("xb") as file:
                file.write(data)
        except FileExistsError:
            continue
        return path
    raise FileExistsError(folder)


def prune(folder: Path, now: datetime.datetime) -> None:
    """Remove what was discarded more than a week ago. Raises OSError."""
    if not folder.is_dir():
        return
    oldest = now.timestamp() - KEPT_DAYS * 86400
    for path in folder.iterdir():
        if path.is_file() and path.stat().st_mtime < oldest:
            path.unlink()
