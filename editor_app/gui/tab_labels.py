"""What a tab is called: as short as can be, and never like another one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

_DATE = re.compile(r"\d{4}-\d\d?-\d\d?-(?=[^.])")


def tab_labels(paths: Sequence[Path]) -> tuple[str, ...]:
    """A label for each path, in order.

    The name without the date before it, which many tabs would share. Where two
    would be alike, what tells them apart stands behind it: the date, or as many
    folders as it takes. (A tab that is too narrow leaves out the middle.)
    """
    deepest = max((len(path.parts) for path in paths), default=0)
    forms: list[Callable[[Path], str]] = [_with_date]
    forms += [_with_folders(count) for count in range(1, deepest)]
    result = [_short(path) for path in paths]
    for form in forms:
        times = Counter(result)
        result = [
            form(path) if times[label] > 1 else label
            for path, label in zip(paths, result, strict=True)
        ]
    return tuple(result)


def _short(path: Path) -> str:
    found = _DATE.match(path.name)
    return path.name[found.end() :] if found else path.name


def _with_date(path: Path) -> str:
    found = _DATE.match(path.name)
    return f"{_short(path)} · {found[0].rstrip('-')}" if found else path.name


def _with_folders(count: int) -> Callable[[Path], str]:
    def label(path: Path) -> str:
        folders = path.parts[:-1][-count:]
        return f"{_short(path)} · {'/'.join(folders)}"

    return label
