"""Two texts as one: what is gone, struck and red; what is new, green; signs before both."""

from __future__ import annotations

import difflib
from dataclasses import dataclass

from PySide6.QtGui import QColor, QFontDatabase, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from editor_app.core.text.edits import difference
from editor_app.gui.theme import Theme

_AROUND = 3
SAME, GONE, NEW, SKIPPED = " ", "−", "+", "…"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a difference; `sign` says what became of it."""

    sign: str
    text: str


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
                result += (Line(GONE, line) for line in old_part[old_from:old_to])
                result += (Line(NEW, line) for line in new_part[new_from:new_to])
    return tuple(result)


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
        self.setPlainText("\n".join(f"{line.sign} {line.text}".rstrip() for line in lines))
        theme = self._theme
        tints = {GONE: (theme.error, theme.error_tint), NEW: (theme.good, theme.good_tint)}
        marks = []
        for at, line in enumerate(lines):
            if line.sign not in tints:
                continue
            colour, tint = tints[line.sign]
            mark = QTextEdit.ExtraSelection()
            selection_format = QTextCharFormat()
            selection_format.setBackground(QColor(tint))
            selection_format.setForeground(QColor(colour))
            selection_format.setProperty(QTextCharFormat.Property.FullWidthSelection, True)
            cursor = QTextCursor(self.document().findBlockByNumber(at))
            cursor.select(QTextCursor.SelectionType.LineUnderCursor)
            mark.cursor = cursor
            mark.format = selection_format
            marks.append(mark)
        self.setExtraSelections(marks)
