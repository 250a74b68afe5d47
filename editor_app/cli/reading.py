"""Read a post's file, and tell where that fails."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from editor_app.cli.console import Console
from editor_app.core.storage.identity import Identity, LoadFailed, load
from editor_app.core.storage.reasons import Reason, StorageError
from editor_app.core.text.source import Source, read

_ABSENT = (Reason.FILE_VANISHED, Reason.FOLDER_VANISHED)


@dataclass(frozen=True, slots=True)
class PostFile:
    """A file as it was read."""

    path: Path
    source: Source
    identity: Identity

    def place(self, offset: int) -> str:
        """`path:line:column`."""
        position = self.source.lines.position(offset)
        return f"{self.path}:{position.line}:{position.column}"


@dataclass(slots=True)
class Files:
    """Reads files; `has_failed` is set once one could not be read or written."""

    console: Console
    has_failed: bool = False

    def load(self, path: Path) -> PostFile | None:
        """The file, None where it can't be read; then that was told."""
        try:
            loaded = load(path)
        except LoadFailed as error:
            self.unread(error, path)
            return None
        return PostFile(path, read(loaded.source_bytes), loaded.identity)

    def load_decoded(self, path: Path) -> PostFile | None:
        """The same, and None for a file in an encoding that nobody named."""
        file = self.load(path)
        if file is None or file.source.undecodable_byte is None:
            return file
        self.has_failed = True
        template = "{path}: byte {byte} can't be read as {encoding}, so the file is left as it is"
        if file.source.is_iso_2022_jp:
            template = "{path}: the file is in ISO-2022-JP, so it is left as it is"
        self.console.complain(
            self.console.say(
                template,
                path=path,
                byte=file.source.undecodable_byte,
                encoding=file.source.encoding,
            )
        )
        return None

    def unread(self, error: LoadFailed, path: Path) -> None:
        """Tell of a file that could not be read; `path` is what the user calls it."""
        if error.reason in _ABSENT:
            self.has_failed = True
            self.console.complain(self.console.say("{path}: there is no such file", path=path))
        else:
            self.fail(LoadFailed(path, error.reason, error.detail))

    def fail(self, error: StorageError) -> None:
        """Tell of a path that could not be read or written."""
        self.has_failed = True
        self.console.complain(error.message(self.console.translate, str(error.path)))
