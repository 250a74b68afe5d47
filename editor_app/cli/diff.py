"""A unified diff that `patch` and `git apply` turn into the very bytes."""

from __future__ import annotations

import difflib
import os
from collections.abc import Iterator
from pathlib import Path

from editor_app.cli.escape import escaped_part
from editor_app.core.text.source import Source

_NO_BREAK = "\n\\ No newline at end of file\n"
_QUOTED = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def unified_diff(path: Path, before: Source, after: Source) -> str:
    """The changes of a file, empty where there are none.

    Byte order mark and carriage returns belong to the lines. A file in another
    encoding than UTF-8 is shown in UTF-8, for reading only.
    """
    old, new = (_lines(_with_mark(source)) for source in (before, after))
    return "".join(_whole(difflib.unified_diff(old, new, *_names(path))))


def _with_mark(source: Source) -> str:
    return ("\ufeff" if source.mark else "") + source.raw


def _lines(text: str) -> list[str]:
    """Lines as `patch` sees them: ended by a line feed and by nothing else."""
    lines = text.split("\n")
    last = lines.pop()
    return [line + "\n" for line in lines] + ([last] if last else [])


def _whole(lines: Iterator[str]) -> Iterator[str]:
    for line in lines:
        yield line if line.endswith("\n") else line + _NO_BREAK


def _names(path: Path) -> tuple[str, str]:
    name = path.as_posix()
    if path.is_absolute():
        return _quoted(name), _quoted(name)
    return _quoted(f"a/{name}"), _quoted(f"b/{name}")


def _quoted(name: str) -> str:
    """A name with odd characters as Git writes it: their bytes in octal, in quotes."""
    shown = "".join(map(_piece, name))
    return name if shown == name else f'"{shown}"'


def _piece(character: str) -> str:
    if character in _QUOTED:
        return _QUOTED[character]
    if escaped_part(character) == character:
        return character
    return "".join(f"\\{octet:03o}" for octet in os.fsencode(character))
