"""What the window was started with: folders, clock, language, the thread that writes journals."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from editor_app.core.storage.folders import Folders
from editor_app.gui import discarded


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Made once by `app` and handed down; nothing below it asks the system itself."""

    folders: Folders
    clock: Callable[[], datetime]
    translate: Callable[[str], str]
    writer: Executor
    language: str

    def discard(self, name: str, data: bytes) -> Path:
        """Put a text aside that is given up. Raises OSError."""
        return discarded.keep(discarded.folder_of(self.folders), name, data, self.clock())
