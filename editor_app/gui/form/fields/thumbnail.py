"""Small pictures of the site's own images; nothing is loaded from anywhere else."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImageReader, QPixmap

_LARGEST_FILE = 32 * 1024 * 1024
_MOST_PIXELS = 60_000_000
"""What is larger takes too long to be scaled down."""


@dataclass(frozen=True, slots=True)
class Thumbnail:
    """`size` is that of the image itself, in pixels; `length` that of the file, in bytes."""

    pixmap: QPixmap
    size: QSize
    length: int


def thumbnail(path: Path, box: QSize, ratio: float) -> Thumbnail | None:
    """An image scaled down to a box of logical pixels; None where it can't be shown."""
    try:
        length = os.stat(path).st_size
    except OSError:
        return None
    if length > _LARGEST_FILE:
        return None
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    reader.setDecideFormatFromContent(True)
    size = reader.size()
    if not size.isValid() or size.width() * size.height() > _MOST_PIXELS:
        return None
    room = QSize(round(box.width() * ratio), round(box.height() * ratio))
    is_vector = path.suffix.lower() == ".svg"
    if is_vector or size.width() > room.width() or size.height() > room.height():
        reader.setScaledSize(size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        return None
    pixmap = QPixmap.fromImage(image)
    pixmap.setDevicePixelRatio(ratio)
    return Thumbnail(pixmap, size, length)
