"""Search the texts of an index, and show where in them the words stand."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

from editor_app.core.site.index.extract import unpack
from editor_app.core.site.index.marks import marks
from editor_app.core.site.index.query import Asked, Row, posts
from editor_app.core.site.index.words import phrases
from editor_app.core.text.spans import Span
from editor_app.core.text.value import value

MOST_HITS = 50
_BEFORE, _LENGTH = 30, 160


@value
class Hit:
    """A post with what was searched for.

    `marks` are places in the post's text as it was indexed, `title_marks` in its title. `snippet`
    is what stands around the first place, in one line, and `snippet_marks` are places in it.
    """

    row: Row
    title_marks: tuple[Span, ...] = ()
    marks: tuple[Span, ...] = ()
    snippet: str = ""
    snippet_marks: tuple[Span, ...] = ()


def search(connection: sqlite3.Connection, asked: Asked) -> tuple[Hit, ...]:
    """The posts with all phrases of `asked.search`, at most MOST_HITS. Raises TookTooLong."""
    limit = MOST_HITS if asked.limit < 0 else min(asked.limit, MOST_HITS)
    found = posts(connection, replace(asked, limit=limit))
    return tuple(_hit(connection, row, asked.search) for row in found)


def _hit(connection: sqlite3.Connection, row: Row, query: str) -> Hit:
    wanted = phrases(query)
    stored = connection.execute("SELECT body FROM texts WHERE post = ?", (row.post,)).fetchone()
    text, start = unpack(stored[0]) if stored is not None and stored[0] else ("", 0)
    found = tuple(each.shifted(start) for each in marks(text[start:], wanted))
    first = found[0].start if found else start
    begin = max(start, first - _BEFORE)
    end = min(len(text), begin + _LENGTH)
    inside = (Span(each.start, min(each.end, end)) for each in found if each.start < end)
    return Hit(
        row,
        marks(row.title, wanted),
        found,
        text[begin:end].replace("\n", " "),
        tuple(each.shifted(-begin) for each in inside),
    )
