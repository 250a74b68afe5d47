"""Texts that break editors, for property tests: hypothesis strategies."""

from __future__ import annotations

import codecs

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from editor_app.core.text.edits import Edit
from editor_app.core.text.spans import Span

# Each is one unit that must never be torn: a character or a line break as in the file.
UNITS = (
    "a", "b", " ", "\t", "-", "#", "*", "日", "。", "\u3000",  # ordinary
    "\n", "\r\n", "\r",  # all three breaks
    "\u00a0", "\u2028", "\u2029", "\u0085", "\x0b", "\x0c", "\x1e",  # break or vanish elsewhere
    "😀", "👩\u200d👧", "🇯🇵", "e\u0301", "が", "か\u3099", "\u0301",  # beyond one code unit
    "\ufeff", "\ufffd", "\u200b", "\u202e", "\x00", "\x1b", "\ufdd0", "\U0010ffff",
)  # fmt: skip
ENCODINGS = (
    (b"", "utf-8"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def raw_texts(max_size: int = 40) -> SearchStrategy[str]:
    """Texts with their own line breaks, as they stand in a file."""
    return st.lists(st.sampled_from(UNITS), max_size=max_size).map("".join)


def texts(max_size: int = 40) -> SearchStrategy[str]:
    """Normalised texts: every break is one `\\n`."""
    return raw_texts(max_size).map(lambda raw: raw.replace("\r\n", "\n").replace("\r", "\n"))


@st.composite
def files(draw: st.DrawFn, max_size: int = 40) -> bytes:
    """Bytes of files that can be edited, in each encoding that is recognised."""
    mark, encoding = draw(st.sampled_from(ENCODINGS))
    raw = draw(raw_texts(max_size))
    if not mark and raw.startswith("\ufeff"):
        raw = "x" + raw  # else its first character is a byte order mark
    if encoding == "utf-16-le" and raw.startswith("\0"):
        raw = "x" + raw  # else it begins as UTF-32 does
    return mark + raw.encode(encoding)


@st.composite
def edits(draw: st.DrawFn, length: int, max_size: int = 4) -> tuple[Edit, ...]:
    """Edits of a text of `length` code points that do not overlap, in order."""
    count = draw(st.integers(1, max_size))
    places = sorted(draw(st.lists(st.integers(0, length), min_size=2 * count, max_size=2 * count)))
    pairs = zip(places[::2], places[1::2], strict=True)
    return tuple(Edit(Span(start, end), draw(texts(5))) for start, end in pairs)
