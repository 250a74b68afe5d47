"""Source: the bytes of a file and the text that they mean, without loss."""

from __future__ import annotations

import codecs
import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from editor_app.core.text.expressions import expression
from editor_app.core.text.lines import LineIndex

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SHIFTS = re.compile(rb"\x1b\$[@B]")
"""What begins Japanese in ISO-2022-JP, whose bytes are all ASCII."""
_UTF_32_MARKS = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
_BREAK = expression(r"\r\n|\r|\n")
_ASTRAL = expression("[\U00010000-\U0010ffff]")


class EncodingRefused(ValueError):
    """A file can't be read, or would not be written back equal, in an encoding.

    `byte` is the offset in the file of the first byte that can't be read, or
    None where the bytes can be read but not written back as they are.
    """

    def __init__(self, encoding: str, byte: int | None) -> None:
        self.encoding = encoding
        self.byte = byte
        where = "does not give the same bytes back" if byte is None else f"fails at byte {byte}"
        super().__init__(f"{encoding} {where}")


@dataclass(frozen=True)
class Source:
    """A file's bytes with encoding, byte order mark, text and line endings.

    `raw` is the decoded text after the byte order mark with its own line
    endings; `text` is the same with every break (CRLF, CR, LF) as one `\\n`.
    Where `undecodable_byte` is set, the bytes are in no encoding that we may
    assume: the text is for reading only, with U+FFFD in the bad places.
    """

    data: bytes
    encoding: str
    mark: bytes
    raw: str
    text: str
    undecodable_byte: int | None = None

    @property
    def is_read_only(self) -> bool:
        return self.undecodable_byte is not None

    @property
    def is_iso_2022_jp(self) -> bool:
        """Whether that is why it is read-only."""
        return self.is_read_only and _first_shift(self.data) is not None

    @cached_property
    def breaks(self) -> tuple[str, ...]:
        """The line ending of each line that has one, in order."""
        if "\r" not in self.raw:
            return ("\n",) * self.raw.count("\n")
        return tuple(_BREAK.findall(self.raw))

    @cached_property
    def newline(self) -> str:
        """The line ending that new lines get: the most frequent, the first of equals."""
        if not self.breaks:
            return "\n"
        return Counter(self.breaks).most_common(1)[0][0]

    @cached_property
    def _double_breaks(self) -> tuple[int, ...]:
        """Offsets in `text` of the breaks that are two characters in `raw`."""
        if "\r\n" not in self.raw:
            return ()
        return tuple(found.start() - i for i, found in enumerate(re.finditer("\r\n", self.raw)))

    @cached_property
    def astral(self) -> tuple[int, ...]:
        """Offsets of the characters that take two UTF-16 code units."""
        if self.text.isascii() or max(self.text) <= "\uffff":
            return ()
        return tuple(found.start() for found in _ASTRAL.finditer(self.text))

    @cached_property
    def lines(self) -> LineIndex:
        return LineIndex(self.text)

    @cached_property
    def _line_bytes(self) -> tuple[int, ...]:
        """Byte offset in the file at which each line begins."""
        starts = [len(self.mark)]
        ends = self.breaks
        for line, ending in enumerate(ends):
            content = self.lines.span_of(line).of(self.text) + ending
            starts.append(starts[-1] + len(content.encode(self.encoding)))
        return tuple(starts)

    def raw_offset(self, offset: int) -> int:
        """Where a code point of `text` stands in `raw`."""
        return offset + bisect_left(self._double_breaks, offset)

    def byte_offset(self, offset: int) -> int:
        """Where a code point of `text` stands in the file, byte order mark included.

        For a source that is read-only the answer is the best guess: bytes that
        could not be read count as the three of U+FFFD.
        """
        line = self.lines.line_of(offset)
        head = self.text[self.lines.start_of(line) : offset]
        # Not `encode`: it would end a Japanese stretch of ISO-2022-JP, which goes on.
        encoder = codecs.getincrementalencoder(self.encoding)()
        return self._line_bytes[line] + len(encoder.encode(head))


def read(data: bytes) -> Source:
    """Decode strictly: UTF-16 by its mark, else UTF-8 with or without mark.

    Anything else is given as a read-only source whose `undecodable_byte`
    names the first byte that is not UTF-8 (or not the encoding of its mark).
    UTF-32 is never assumed, though its mark begins like that of UTF-16. ISO-2022-JP
    is named by its first escape character, as every byte of it is UTF-8 too.
    """
    if data.startswith(_UTF_32_MARKS):
        raw = data.decode("utf-8", "replace")
        return Source(data, "utf-8", b"", raw, normalised(raw), 0)
    mark, encoding = next(
        ((mark, name) for mark, name in _MARKS if data.startswith(mark)), (b"", "utf-8")
    )
    shift = _first_shift(data)
    if shift is not None:
        raw = data.decode("ascii")
        return Source(data, "utf-8", b"", raw, normalised(raw), shift)
    try:
        return read_as(data, encoding)
    except EncodingRefused as refused:
        raw = data[len(mark) :].decode(encoding, "replace")
        return Source(data, encoding, mark, raw, normalised(raw), refused.byte or 0)


def _first_shift(data: bytes) -> int | None:
    """Where a file in ISO-2022-JP first turns to Japanese; None for any other file."""
    found = _SHIFTS.search(data) if b"\x1b" in data and data.isascii() else None
    if found is None:
        return None
    try:
        return None if data.decode("iso2022_jp").isascii() else found.start()
    except UnicodeDecodeError:
        return None


def read_as(data: bytes, encoding: str) -> Source:
    """Decode in the encoding that the user picked.

    Raises EncodingRefused unless encoding the decoded text again gives the same
    bytes; LookupError for an encoding that does not exist.
    """
    name = codecs.lookup(encoding).name
    family = name.removesuffix("-sig")  # "utf-16" and "utf-8-sig" leave the rest to the mark
    mark, name = next(
        ((mark, of) for mark, of in _MARKS if of.startswith(family) and data.startswith(mark)),
        (b"", name),
    )
    content = data[len(mark) :]
    try:
        raw = content.decode(name)
    except UnicodeDecodeError as error:
        raise EncodingRefused(name, len(mark) + error.start) from error
    try:
        same = raw.encode(name) == content
    except UnicodeEncodeError:
        same = False
    if not same:
        raise EncodingRefused(name, None)
    return Source(data, name, mark, raw, normalised(raw))


def normalised(raw: str) -> str:
    """Every line break (CRLF, CR, LF, and nothing else) as one `\\n`."""
    return raw.replace("\r\n", "\n").replace("\r", "\n") if "\r" in raw else raw
