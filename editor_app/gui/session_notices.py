"""The notices of an open post, in words: what happened, where, what to do."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from editor_app.core.diagnostics import Severity
from editor_app.core.text.piece_table import Unencodable
from editor_app.core.text.source import Source
from editor_app.gui.notices import Choice, Notice

KEEP_MINE = "keep-mine"
TAKE_THEIRS = "take-theirs"
SHOW_DIFFERENCE = "show-difference"
WRITE_ANEW = "write-anew"
SAVE_AGAIN = "save-again"

CHANGED = "changed-on-disk"
VANISHED = "vanished"
NOT_SAVED = "not-saved"
REFUSED = "refused"


def changed_on_disk(path: Path) -> Notice:
    translate = QCoreApplication.translate
    text = translate(
        "session",
        "“%1” was changed by another program while you were writing. Both texts are safe.",
    )
    return Notice(
        CHANGED,
        Severity.WARNING,
        text.replace("%1", path.name),
        (
            Choice(SHOW_DIFFERENCE, translate("session", "Show difference")),
            Choice(KEEP_MINE, translate("session", "Keep mine")),
            Choice(TAKE_THEIRS, translate("session", "Take theirs")),
        ),
        is_question=True,
    )


def vanished(path: Path) -> Notice:
    translate = QCoreApplication.translate
    text = translate("session", "“%1” is no longer there. Your text is safe in this window.")
    return Notice(
        VANISHED,
        Severity.WARNING,
        text.replace("%1", path.name),
        (Choice(WRITE_ANEW, translate("session", "Write it anew")),),
        is_question=True,
    )


def restored(path: Path, *, has_theirs: bool) -> Notice:
    translate = QCoreApplication.translate
    text = translate(
        "session", "The unsaved text of “%1” is back. Save it to write it to the file."
    )
    choices = (
        Choice(SHOW_DIFFERENCE, translate("session", "Show difference")),
        Choice(TAKE_THEIRS, translate("session", "Take the file's text")),
    )
    return Notice(
        "restored", Severity.INFO, text.replace("%1", path.name), choices if has_theirs else ()
    )


def not_saved(message: str) -> Notice:
    again = QCoreApplication.translate("session", "Save again")
    return Notice(NOT_SAVED, Severity.ERROR, message, (Choice(SAVE_AGAIN, again),))


def unencodable(error: Unencodable) -> Notice:
    text = QCoreApplication.translate(
        "session",
        "Not saved: the file is in %1, which does not know the character U+%2. "
        "Take the character out, then save again.",
    )
    code = f"{ord(error.character):04X}"
    text = text.replace("%1", error.encoding.upper()).replace("%2", code)
    again = QCoreApplication.translate("session", "Save again")
    return Notice(NOT_SAVED, Severity.ERROR, text, (Choice(SAVE_AGAIN, again),))


def read_only(source: Source) -> Notice:
    text = QCoreApplication.translate(
        "session",
        "This file is in an unknown encoding and can only be read: byte %1 is not %2.",
    )
    byte = str(source.undecodable_byte or 0)
    text = text.replace("%1", byte).replace("%2", source.encoding.upper())
    return Notice("read-only", Severity.WARNING, text)


def saved_with_notes(notes: Sequence[str]) -> Notice:
    text = QCoreApplication.translate("session", "Saved. %1")
    return Notice("saved", Severity.INFO, text.replace("%1", " ".join(notes)))


def not_kept(reason: str) -> Notice:
    text = QCoreApplication.translate(
        "session",
        "Your text could not be put aside (%1), so it was not given up. "
        "Save it under another name or free some space.",
    )
    return Notice("not-kept", Severity.ERROR, text.replace("%1", reason))


def journal_failed(message: str) -> Notice:
    again = QCoreApplication.translate("session", "Save")
    return Notice("journal", Severity.ERROR, message, (Choice(SAVE_AGAIN, again),))


def refused(message: str) -> Notice:
    return Notice(REFUSED, Severity.INFO, message)
