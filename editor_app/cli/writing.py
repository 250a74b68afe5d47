"""Make edits in a post's file, or show what they would change."""

from __future__ import annotations

from collections.abc import Iterable

from editor_app.cli.diff import unified_diff
from editor_app.cli.reading import Files, PostFile
from editor_app.core.storage.leftovers import sweep
from editor_app.core.storage.save import SaveError, save
from editor_app.core.text.edits import Edit
from editor_app.core.text.piece_table import PieceTable, Unencodable
from editor_app.core.text.source import read_as


def write(file: PostFile, edits: Iterable[Edit], files: Files, *, is_dry: bool) -> bool:
    """Save the file with the edits made, or print the diff; False where that failed.

    The failure was told then. Nothing is written where the bytes stay the same.
    """
    console = files.console
    try:
        data = PieceTable.of(file.source).edited(edits).to_bytes()
    except Unencodable as error:
        files.has_failed = True
        console.complain(_unencodable(file, error, files))
        return False
    if data == file.source.data:
        return True
    if is_dry:
        after = read_as(data, file.source.encoding)
        console.verbatim(unified_diff(file.path, file.source, after))
        return True
    try:
        saved = save(file.path, data, file.identity)
    except SaveError as error:
        files.fail(error)
        return False
    sweep(file.path.resolve().parent, console.now.timestamp())
    for note in saved.notes:
        console.complain(f"{file.path}: {console.translate(note)}")
    return True


def _unencodable(file: PostFile, error: Unencodable, files: Files) -> str:
    return files.console.say(
        "{path}: the character {character} (U+{code}) is not in the file's encoding "
        "{encoding}, so the file is left as it is",
        path=file.path,
        character=error.character,
        code=f"{ord(error.character):04X}",
        encoding=error.encoding,
    )
