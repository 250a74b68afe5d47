"""One save, or one journal record, in a process of its own for faults to strike.

Usage: driver.py save|create|record|forever TARGET OLD NEW. It says `saved` or
`recorded`, or `failed` with whether the file was replaced; exit status 0 or 3.
A read of a link that does not exist marks where the part under test begins and
ends in the log of system calls.
"""

from __future__ import annotations

import contextlib
import os
import sys
from datetime import UTC, datetime
from pathlib import Path

from editor_app.core.storage.identity import load
from editor_app.core.storage.journal import Journal, JournalFailed
from editor_app.core.storage.save import SaveError, SaveFailed, save


def mark(name: str) -> None:
    with contextlib.suppress(OSError):
        os.readlink(f"/galley-{name}")


def say(words: str) -> None:
    os.write(1, words.encode() + b"\n")


def main(what: str, target: Path, old: bytes, new: bytes) -> int:
    if what == "record":
        journal = Journal.start(target, None, None, "utf-8", lambda: datetime.now(UTC))
        journal.record(old)
        mark("begin")
        try:
            journal.record(new)
        except JournalFailed as failure:
            say(f"failed {failure}")
            return 3
        mark("end")
        say("recorded")
        return 0
    if what == "forever":
        identity = load(target).identity
        number = 0
        while True:
            number += 1
            identity = save(target, b"%d " % number * 5000, identity).identity
            say(str(number))
    expected = None if what == "create" else load(target).identity
    mark("begin")
    try:
        saved = save(target, new, expected)
    except SaveError as failure:
        is_replaced = isinstance(failure, SaveFailed) and failure.is_replaced
        is_left = isinstance(failure, SaveFailed) and failure.leftover is not None
        say(f"failed{' replaced' * is_replaced}{' leftover' * is_left} {failure}")
        return 3
    mark("end")
    say("saved " + " ".join(note.name for note in saved.notes))
    return 0


if __name__ == "__main__":
    sys.exit(
        main(sys.argv[1], Path(sys.argv[2]), os.fsencode(sys.argv[3]), os.fsencode(sys.argv[4]))
    )
