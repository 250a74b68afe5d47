"""Which paths a list of patterns names, as in a .gitignore file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from fnmatch import fnmatchcase
from functools import lru_cache
from pathlib import PurePath

from editor_app.core.text.expressions import expression

_ANY = "**"
_MOST_ALTERNATIVES = 64
_GROUP = expression(r"(?P<sign>[@?*+!]?)\((?P<round>[^()]*)\)|\{(?P<brace>[^{}]*)\}")


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


@lru_cache(1024)
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


def without_groups(pattern: str) -> tuple[str, ...]:
    """The patterns that one with `{a,b}` and `@(a|b)` means, as Node's programs write them.

    `?(…)`, `*(…)`, `+(…)` and `!(…)` become a star, which is wider; so does a
    group where there are too many. `[^…]` is the same as `[!…]`.
    """
    found: list[str] = []
    waiting = [pattern.replace("[^", "[!")]
    while waiting:
        each = waiting.pop()
        group = _GROUP.search(each)
        if group is None:
            found.append(each)
            continue
        is_short = len(waiting) + len(found) < _MOST_ALTERNATIVES
        middles = _alternatives(group) if is_short else ["*"]
        waiting += [each[: group.start()] + one + each[group.end() :] for one in reversed(middles)]
    return tuple(dict.fromkeys(found))


def _alternatives(group: re.Match[str]) -> list[str]:
    if group["brace"] is not None:
        return group["brace"].split(",")[:_MOST_ALTERNATIVES]
    return ["*"] if group["sign"] in "?*+!" and group["sign"] else group["round"].split("|")
