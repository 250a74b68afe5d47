"""Which paths a list of patterns names, as in a .gitignore file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fnmatch import fnmatchcase
from pathlib import PurePath

_ANY = "**"


def is_named(path: PurePath | str, patterns: Iterable[str]) -> bool:
    """Whether a relative path is named; of several patterns the last that fits decides.

    A pattern with a slash counts from the root, one without fits at any depth;
    a folder names all that is in it; `*` stays inside a name, `**` does not,
    and `!` takes out again. Backslashes are slashes. Cheap for any pattern.
    """
    steps = _steps(str(path))
    named = False
    for pattern in patterns:
        takes_out = pattern.startswith("!")
        if takes_out == named and _fits(steps, _of_pattern(pattern.removeprefix("!"))):
            named = not takes_out
    return named


def _steps(path: str) -> tuple[str, ...]:
    return tuple(step for step in path.replace("\\", "/").split("/") if step not in {"", "."})


def _of_pattern(pattern: str) -> tuple[str, ...]:
    """The pattern's names, with `**` for any number of them; the last stands for what is below."""
    slashed = pattern.strip().replace("\\", "/")
    names = _steps(slashed)
    if not names:
        return ()
    head = () if "/" in slashed.rstrip("/") else (_ANY,)
    if names[-1] == _ANY:
        return (*head, *names[:-1], "*", _ANY)
    return (*head, *names, *(("*",) if slashed.endswith("/") else ()), _ANY)


def _fits(steps: Sequence[str], names: Sequence[str]) -> bool:
    """Match with the shortest stretch for each `**`; only the last one is ever tried again."""
    at = place = 0
    tried: tuple[int, int] | None = None
    while at < len(steps):
        if place < len(names) and names[place] == _ANY:
            tried = (at, place)
            place += 1
        elif place < len(names) and fnmatchcase(steps[at], names[place]):
            at, place = at + 1, place + 1
        elif tried is not None:
            tried = (tried[0] + 1, tried[1])
            at, place = tried[0], tried[1] + 1
        else:
            return False
    return bool(names) and all(name == _ANY for name in names[place:])
