"""What the user named on the command line: a file or folder, and a line in it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

_WITH_LINE = re.compile(r"(?P<path>.+?):(?P<line>[0-9]{1,9})(?::(?P<column>[0-9]{1,9}))?:?")


@dataclass(frozen=True, slots=True)
class Target:
    """A path to open; line and column count from 1; `typed` is the path in the user's words."""

    path: Path
    line: int | None = None
    column: int = 1
    typed: str = field(default="", compare=False)


def target_of(argument: str, folder: Path) -> Target:
    """Read `PATH`, `PATH:LINE` or `PATH:LINE:COLUMN`, relative to `folder`.

    A file that is really named like that wins.
    """
    whole = (folder / argument).absolute()
    found = _WITH_LINE.fullmatch(argument)
    if found is None or whole.exists():
        return Target(whole, typed=argument)
    column = int(found["column"] or 1)
    path = (folder / found["path"]).absolute()
    return Target(path, max(int(found["line"]), 1), max(column, 1), found["path"])
