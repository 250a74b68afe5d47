"""Where a verb writes to, in which language, and what time it is."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TextIO, TypeAlias, Union

from editor_app.cli.escape import escaped, escaped_json, escaped_lines, escaped_part

Json: TypeAlias = Union[str, int, float, bool, list["Json"], dict[str, "Json"], None]


@dataclass(frozen=True, slots=True)
class Console:
    """Made once, in `main`. `verb` begins each complaint, `language` is that of the messages."""

    verb: str
    out: TextIO
    err: TextIO
    now: datetime
    language: str
    translate: Callable[[str], str]

    def say(self, template: str, **values: object) -> str:
        """A template in the user's language with its places filled."""
        return self.translate(template).format(**values)

    def line(self, text: str = "") -> None:
        """One line on stdout, escaped."""
        self.out.write(escaped(text) + "\n")

    def command(self, text: str) -> None:
        """One line on stdout that a workflow obeys; its parts went through `escaped`."""
        self.out.write(escaped_part(text) + "\n")

    def complain(self, text: str) -> None:
        """One line on stderr, escaped."""
        self.err.write(f"galley {self.verb}: {escaped(text)}\n")

    def json(self, value: Json) -> None:
        """One JSON value on stdout."""
        text = json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False)
        self.out.write(escaped_json(text) + "\n")

    def verbatim(self, text: str) -> None:
        """Text for another program, as it is; escaped where a terminal would read it."""
        self.out.write(escaped_lines(text) if self.out.isatty() else text)


def language_of(wanted: str | None, environment: Mapping[str, str]) -> str:
    """The language after `--lang`, else after the locale; empty for English."""
    names = (environment.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    chosen = wanted or next((name for name in names if name), "")
    language = chosen.partition(".")[0].replace("_", "-").partition("-")[0].lower()
    return "" if language in {"c", "posix", "en"} else language


def as_utf8(stream: TextIO) -> TextIO:
    """A standard stream that takes every text, whatever the locale says."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    return stream
