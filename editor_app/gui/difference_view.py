"""Two texts as one: lines that are gone or new have a sign and a tint.

Inside a line that became another the words that are gone are struck and red,
the new ones underlined and green.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QColor, QFontDatabase, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from editor_app.core.text.edits import difference
from editor_app.core.text.spans import Span
from editor_app.gui.changed_words import pairs
from editor_app.gui.document_display import shown, units_in
from editor_app.gui.theme import Theme

_AROUND = 3
SAME, GONE, NEW, SKIPPED = " ", "−", "+", "…"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a difference; `sign` says what became of it.

    `words` are the stretches of it that changed; None where the whole line did.
    """

    sign: str
    text: str
    words: tuple[Span, ...] | None = None


def lines_of(before: str, after: str) -> tuple[Line, ...]:
    """The lines that differ, with three around them; empty where the texts are equal."""
    change = difference(before, after)
    if not change:
        return ()
    old, new = before.split("\n"), after.split("\n")
    # Only what lies between the first and the last difference is compared line by line.
    first = before.count("\n", 0, change[0].span.start)
    tail = before.count("\n", change[0].span.end)
    head = max(first - _AROUND, 0)
    keep = max(tail - _AROUND, 0)
    old_part = old[head : len(old) - keep]
    new_part = new[head : len(new) - keep]
    result: list[Line] = []
    matcher = difflib.SequenceMatcher(None, old_part, new_part, autojunk=len(old_part) > 2000)
    for at, group in enumerate(matcher.get_grouped_opcodes(_AROUND)):
        if at or head or group[0][1]:
            result.append(Line(SKIPPED, ""))
        for tag, old_from, old_to, new_from, new_to in group:
            if tag == "equal":
                result += (Line(SAME, line) for line in old_part[old_from:old_to])
            else:
                result += _changed(old_part[old_from:old_to], new_part[new_from:new_to])
    return tuple(result)


def _changed(gone: Sequence[str], new: Sequence[str]) -> Iterator[Line]:
    found = pairs(gone, new)
    of_gone = {pair.gone: pair.of_gone for pair in found}
    of_new = {pair.new: pair.of_new for pair in found}
    yield from (Line(GONE, line, of_gone.get(at)) for at, line in enumerate(gone))
    yield from (Line(NEW, line, of_new.get(at)) for at, line in enumerate(new))


class DifferenceView(QPlainTextEdit):
    """Read-only; the keyboard scrolls it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setReadOnly(True)
        self.setAccessibleName(self.tr("Difference"))
        self.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.setUndoRedoEnabled(False)

    def show_difference(self, before: str, after: str) -> None:
        """Show the way from one text to the other."""
        lines = lines_of(before, after)
        if not lines:
            self.setPlainText(self.tr("The two texts are equal"))
            return
        self.setPlainText("\n".join(f"{line.sign} {shown(line.text)}" for line in lines))
        theme = self._theme
        tints = {GONE: (theme.error, theme.error_tint), NEW: (theme.good, theme.good_tint)}
        paint = QTextCursor(self.document())
        paint.beginEditBlock()
        for at, line in enumerate(lines):
            if line.sign in tints:
                self._paint(paint, at, line, *tints[line.sign])
        paint.endEditBlock()

    def _paint(self, cursor: QTextCursor, at: int, line: Line, colour: str, tint: str) -> None:
        """Tint a line; colour, and strike or underline, what changed in it."""
        block = self.document().findBlockByNumber(at)
        ground = QTextBlockFormat()
        ground.setBackground(QColor(tint))
        cursor.setPosition(block.position())
        cursor.mergeBlockFormat(ground)
        looks = QTextCharFormat()
        looks.setForeground(QColor(colour))
        if line.words is not None:
            looks.setFontStrikeOut(line.sign == GONE)
            looks.setFontUnderline(line.sign == NEW)
        text = block.position() + len(f"{line.sign} ")
        whole = Span(0, len(line.text))
        for span in (whole,) if line.words is None else line.words:
            cursor.setPosition(text + units_in(line.text[: span.start]))
            end = text + units_in(line.text[: span.end])
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(looks)
