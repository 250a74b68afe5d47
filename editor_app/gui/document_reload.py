"""What changed in a file that is read again, line by line, so that carets stay."""

from __future__ import annotations

from difflib import SequenceMatcher
from itertools import accumulate

from editor_app.core.text.edits import Edit, difference

_MOST_LINES = 2000
"""In longer stretches the search for equal lines takes longer than the user waits."""


def line_differences(before: str, after: str) -> tuple[Edit, ...]:
    """Edits from `before` to `after`, one for each stretch of lines that differs."""
    whole = difference(before, after)
    if not whole:
        return ()
    edit = whole[0]
    start = before.rfind("\n", 0, edit.span.start) + 1
    old = _lines(before[start : edit.span.end])
    new = _lines(before[start : edit.span.start] + edit.text)
    if max(len(old), len(new)) > _MOST_LINES:
        return whole
    places = _places(old, start)
    edits: list[Edit] = []
    for kind, first, last, new_first, new_last in SequenceMatcher(None, old, new).get_opcodes():
        if kind != "equal":
            replaced = "".join(old[first:last])
            for part in difference(replaced, "".join(new[new_first:new_last])):
                edits.append(Edit(part.span.shifted(places[first]), part.text))
    return tuple(edits)


def _lines(text: str) -> list[str]:
    """With their breaks; only a line feed ends a line."""
    return [line + "\n" for line in text.split("\n")[:-1]] + [text.rpartition("\n")[2]]


def _places(lines: list[str], start: int) -> list[int]:
    return list(accumulate(map(len, lines), initial=start))
