"""An independent model of a file in units of bytes, to hold the piece table against.

It is a list with one entry for each code point of the normalised text: what
that code point is in the file. Editing is list slicing; nothing is shared with
the code under test.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from editor_app.core.text.edits import Edit


class ByteModel:
    """The file as it should be after each edit."""

    def __init__(self, mark: bytes, encoding: str, raw: str) -> None:
        self.mark, self.encoding = mark, encoding
        self.units = re.findall(r"\r\n|[\s\S]", raw)
        breaks = [unit for unit in self.units if unit in {"\r\n", "\r", "\n"}]
        self.newline = Counter(breaks).most_common(1)[0][0] if breaks else "\n"

    def edit(self, edits: Iterable[Edit]) -> None:
        """Make edits whose spans count in the text as it is now."""
        for edit in sorted(edits, key=lambda e: (e.span.start, e.span.end))[::-1]:
            new = [self.newline if character == "\n" else character for character in edit.text]
            self.units[edit.span.start : edit.span.end] = new

    @property
    def text(self) -> str:
        return "".join("\n" if unit in {"\r\n", "\r"} else unit for unit in self.units)

    @property
    def data(self) -> bytes:
        """The file; two breaks that would read as one are kept apart."""
        parts: list[str] = []
        for unit in self.units:
            joins = unit == "\n" and parts and parts[-1] == "\r"
            parts.append("\r\n" if joins else unit)
        return self.mark + "".join(parts).encode(self.encoding)
