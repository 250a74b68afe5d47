"""The piece table: a file's text with the user's edits, and its bytes to save."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from editor_app.core.text.edits import Edit, first_difference, ordered
from editor_app.core.text.source import Source
from editor_app.core.text.spans import Span

_BY_CHARACTER = ("utf-8", "utf-16-le", "utf-16-be")
"""Encodings in which the bytes of a character do not depend on those before it."""
_STRETCH = 64 * 1024
"""Characters of the file that are encoded in one go."""


class Unencodable(ValueError):
    """The text holds a character that the file's encoding does not know.

    `offset` is its place in the text, in code points.
    """

    def __init__(self, character: str, offset: int, encoding: str) -> None:
        self.character, self.offset, self.encoding = character, offset, encoding
        super().__init__(f"U+{ord(character):04X} at {offset} is not in {encoding}")


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of the source (`start` counts there), or text that was added."""

    length: int
    start: int = -1
    added: str = ""

    def cut(self, start: int, end: int) -> _Piece:
        if self.start >= 0:
            return _Piece(end - start, self.start + start)
        return _Piece(end - start, added=self.added[start:end])


@dataclass(frozen=True)
class PieceTable:
    """One version of a text; editing gives another and shares what it can.

    What was not touched is a stretch of the source, so it is written back from
    there: mixed line endings, no-break spaces, a missing final newline stay.
    Nothing here depends on the size of the text but `text` and `to_bytes`;
    the rest depends on the number of pieces.
    """

    source: Source
    _pieces: tuple[_Piece, ...]

    @classmethod
    def of(cls, source: Source) -> PieceTable:
        length = len(source.text)
        return cls(source, (_Piece(length, 0),) if length else ())

    # --- reading

    @cached_property
    def _ends(self) -> list[int]:
        return list(accumulate(piece.length for piece in self._pieces))

    @property
    def length(self) -> int:
        """In code points."""
        return self._ends[-1] if self._pieces else 0

    @property
    def text(self) -> str:
        """The whole normalised text; costs its length each time.

        It is not kept: the history holds a table for each step.
        """
        return "".join(self._text_of(piece) for piece in self._pieces)

    def slice(self, span: Span) -> str:
        return "".join(self._text_of(piece) for piece in self._pieces_in(span.start, span.end))

    def _text_of(self, piece: _Piece) -> str:
        if piece.start < 0:
            return piece.added
        return self.source.text[piece.start : piece.start + piece.length]

    def _pieces_in(self, start: int, end: int) -> Iterator[_Piece]:
        """The pieces between two offsets, cut to fit."""
        if start == end:
            return
        index = bisect_right(self._ends, start)
        at = self._ends[index - 1] if index else 0
        while at < end:
            piece = self._pieces[index]
            yield piece.cut(max(start - at, 0), min(end - at, piece.length))
            at += piece.length
            index += 1

    # --- editing

    def edited(self, edits: Iterable[Edit]) -> PieceTable:
        """The text with the edits made; their spans count in the text as it is now.

        Raises IndexError for a span outside the text, OverlappingEdits.
        """
        in_order = ordered(edits)
        if len(in_order) == 1:
            return self._replaced(in_order[0])
        pieces: list[_Piece] = []
        at = 0
        for edit in in_order:
            if edit.span.end > self.length:
                raise IndexError(f"{edit.span} is outside a text of {self.length}")
            pieces += self._pieces_in(at, edit.span.start)
            if edit.text:
                pieces.append(_Piece(len(edit.text), added=edit.text))
            at = edit.span.end
        pieces += self._pieces_in(at, self.length)
        return PieceTable(self.source, tuple(_neighbours_joined(pieces)))

    def _replaced(self, edit: Edit) -> PieceTable:
        start, end = edit.span.start, edit.span.end
        if end > self.length:
            raise IndexError(f"{edit.span} is outside a text of {self.length}")
        first = bisect_left(self._ends, start)
        last = bisect_right(self._ends, end)
        before = self._ends[first - 1] if first else 0
        middle: list[_Piece] = list(self._pieces_in(before, start))
        if edit.text:
            middle.append(_Piece(len(edit.text), added=edit.text))
        after = self._ends[last] if last < len(self._ends) else self.length
        middle += self._pieces_in(end, after)
        pieces = _joined((*self._pieces[:first], *middle, *self._pieces[last + 1 :]), first)
        return PieceTable(self.source, pieces)

    # --- bytes

    @property
    def is_untouched(self) -> bool:
        """Whether this is the source's own text, piece by piece."""
        return self._pieces == PieceTable.of(self.source)._pieces

    def to_bytes(self) -> bytes:
        """The bytes to write: the source's own, and the edits in its encoding.

        New line breaks are the file's most frequent. Where an edit brings a
        lone CR and an LF together that were apart, the LF is written as CRLF,
        as the two would be read as one break otherwise.

        Raises Unencodable; PermissionError for a source that is read-only.
        """
        if self.is_untouched:
            return self.source.data
        if self.source.is_read_only:
            raise PermissionError("a file in an unknown encoding is read-only")
        if self.source.encoding in _BY_CHARACTER:
            return self._character_by_character()
        raw = self._raw()
        data = self._encoded(raw)
        # Shift_JIS writes the yen sign as a backslash: an answer, but not the text.
        again = data.decode(self.source.encoding, "replace")
        if again != raw:
            raise self._unencodable(raw, min(first_difference(raw, again), len(raw) - 1))
        return self.source.mark + data

    def _character_by_character(self) -> bytes:
        """The journal asks for this as long as somebody types: it takes no room for the text."""
        parts = (part.encode(self.source.encoding) for part in self._raw_parts())
        try:
            return b"".join((self.source.mark, *parts))
        except UnicodeEncodeError:
            return self.source.mark + self._encoded(self._raw())  # which finds the place

    def _encoded(self, raw: str) -> bytes:
        try:
            return raw.encode(self.source.encoding)
        except UnicodeEncodeError as error:
            raise self._unencodable(raw, error.start) from error

    def _unencodable(self, raw: str, at: int) -> Unencodable:
        head = raw[:at].replace("\r\n", "\n")
        return Unencodable(raw[at], len(head), self.source.encoding)

    def _raw(self) -> str:
        return "".join(self._raw_parts())

    def _raw_parts(self) -> Iterator[str]:
        """The raw text, a stretch at a time."""
        last = ""
        for piece in self._pieces:
            text, start, end = self._raw_of(piece)
            if text[start] == "\n" and last == "\r":
                yield "\r"
            for at in range(start, end, _STRETCH):
                yield text[at : min(at + _STRETCH, end)]
            last = text[end - 1]

    def _raw_of(self, piece: _Piece) -> tuple[str, int, int]:
        """A text, and from where to where in it the raw text of a piece stands."""
        source = self.source
        if piece.start < 0:
            added = piece.added.replace("\n", source.newline)
            return added, 0, len(added)
        end = source.raw_offset(piece.start + piece.length)
        return source.raw, source.raw_offset(piece.start), end

    # --- UTF-16, for the interface

    @cached_property
    def _astral_ends(self) -> list[int]:
        """Characters beyond the Basic Multilingual Plane up to each piece's end."""
        return list(accumulate(self._astral_in(piece) for piece in self._pieces))

    def _astral_in(self, piece: _Piece) -> int:
        if piece.start < 0:
            added = piece.added
            return (
                0
                if added.isascii()
                else len(added.encode("utf-16-le", "surrogatepass")) // 2 - len(added)
            )
        astral = self.source.astral
        if not astral:
            return 0
        return bisect_left(astral, piece.start + piece.length) - bisect_left(astral, piece.start)

    def units(self, offset: int) -> int:
        """UTF-16 code units before an offset."""
        index = bisect_left(self._ends, offset)
        if index == len(self._pieces):
            return offset + (self._astral_ends[-1] if self._pieces else 0)
        before = self._ends[index - 1] if index else 0
        astral = self._astral_ends[index - 1] if index else 0
        return offset + astral + self._astral_in(self._pieces[index].cut(0, offset - before))

    def offset(self, units: int) -> int:
        """The offset before which so many UTF-16 code units stand.

        The middle of a surrogate pair gives the offset of its character.
        """
        index = bisect_left(self._unit_ends, units)
        if index == len(self._pieces):
            return self.length
        piece = self._pieces[index]
        left = units - (self._unit_ends[index - 1] if index else 0)
        low, high = 0, min(left, piece.length)
        while low < high:
            middle = (low + high + 1) // 2
            if middle + self._astral_in(piece.cut(0, middle)) <= left:
                low = middle
            else:
                high = middle - 1
        return (self._ends[index - 1] if index else 0) + low

    @cached_property
    def _unit_ends(self) -> list[int]:
        return [sum(both) for both in zip(self._ends, self._astral_ends, strict=True)]


def _joined(pieces: tuple[_Piece, ...], around: int) -> tuple[_Piece, ...]:
    """Join neighbours near an edit that are one stretch, so that typing stays one piece."""
    start = max(around - 1, 0)
    near = start + 5
    return (*pieces[:start], *_neighbours_joined(pieces[start:near]), *pieces[near:])


def _neighbours_joined(pieces: Iterable[_Piece]) -> list[_Piece]:
    result: list[_Piece] = []
    for piece in pieces:
        previous = result[-1] if result else None
        if previous is None:
            result.append(piece)
        elif previous.start < 0 and piece.start < 0 and previous.length + piece.length < 4096:
            result[-1] = _Piece(previous.length + piece.length, added=previous.added + piece.added)
        elif previous.start >= 0 and previous.start + previous.length == piece.start:
            result[-1] = _Piece(previous.length + piece.length, previous.start)
        else:
            result.append(piece)
    return result
