"""What the user named on the command line: a file or folder, and a line in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

_WITH_LINE = re.compile(r"(?P<path>.+?):(?P<line>[0-9]{1,9})(?::(?P<column>[0-9]{1,9}))?:?")


@dataclass(frozen=True, slots=True)
class Target:
    """A path to open; line and column count from 1."""

    path: Path
    line: int | None = None
    column: int = 1


def target_of(argument: str, folder: Path) -> Target:
    """Read `PATH`, `PATH:LINE` or `PATH:LINE:COLUMN`, relative to `folder`.

    A file that is really named like that wins.
    """
    whole = (folder / argument).absolute()
    found = _WITH_LINE.fullmatch(argument)
    if found is None or whole.exists():
        return Target(whole)
    column = int(found["column"] or 1)
    return Target((folder / found["path"]).absolute(), max(int(found["line"]), 1), max(column, 1))
