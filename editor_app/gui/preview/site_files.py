"""Images of the site, and nothing else of the disk, for the page."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

LARGEST = 32 * 1024 * 1024
"""Bytes up to which an image is shown."""

_TYPES = {
    ".avif": "image/avif",
    ".bmp": "image/bmp",
    ".gif": "image/gif",
    ".ico": "image/x-icon",
    ".jfif": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".webp": "image/webp",
}


@dataclass(frozen=True, slots=True)
class Image:
    """An image's bytes and their MIME type, after the file's name."""

    data: bytes
    mime: str


def image_at(root: Path, address: str) -> Image | None:
    """The image at a path of the site (`/assets/x.png`); None where there is none to show.

    That is also where a link leads out of the site, where it is no plain file,
    and where it is too large.
    """
    mime = _TYPES.get(PurePosixPath(address).suffix.lower())
    if mime is None or "\0" in address:
        return None
    try:
        real_root = root.resolve(strict=True)
        real = (real_root / address.lstrip("/")).resolve(strict=True)
        if not real.is_relative_to(real_root):
            return None
        data = _read(real)
    except (OSError, RuntimeError, ValueError):
        return None
    return Image(data, mime) if data is not None else None


def _read(path: Path) -> bytes | None:
    """The bytes of a plain file; looked at once it is open, so that it can't be another."""
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0)
    descriptor = os.open(path, flags | getattr(os, "O_BINARY", 0))
    with os.fdopen(descriptor, "rb") as file:
        found = os.fstat(descriptor)
        if not stat.S_ISREG(found.st_mode) or found.st_size > LARGEST:
            return None
        data = file.read(LARGEST + 1)
    return data if len(data) <= LARGEST else None
