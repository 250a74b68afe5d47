"""The rows of the problems panel: the diagnostics of one analysis, the gravest first."""

from __future__ import annotations

from enum import IntEnum
from typing import TypeAlias

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from editor_app.core.diagnostics import Diagnostic, Fix, Severity
from editor_app.core.text.lines import LineIndex

Index: TypeAlias = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """From left to right."""

    SEVERITY = 0
    PLACE = 1
    MESSAGE = 2
    FIX = 3
    RULE = 4


class ProblemsModel(QAbstractTableModel):
    """Diagnostics as table rows, with texts for the eye and for a screen reader."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._diagnostics: tuple[Diagnostic, ...] = ()
        self._places: tuple[str, ...] = ()

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """In the order of the rows."""
        return self._diagnostics

    def show(self, diagnostics: tuple[Diagnostic, ...], text: str) -> None:
        """Replace the rows; `text` is the one that the spans count in."""
        lines = LineIndex(text)
        self.beginResetModel()
        self._diagnostics = tuple(
            sorted(diagnostics, key=lambda found: (-found.severity, found.span))
        )
        self._places = tuple(self._place(found, lines) for found in self._diagnostics)
        self.endResetModel()

    def _place(self, found: Diagnostic, lines: LineIndex) -> str:
        if found.field:
            return found.field
        first = lines.line_of(found.span.start) + 1
        last = lines.line_of(max(found.span.start, found.span.end - 1)) + 1
        if first == last:
            return self.tr("line %1").replace("%1", str(first))
        words = self.tr("lines %1–%2")
        return words.replace("%1", str(first)).replace("%2", str(last))

    def severity_word(self, severity: Severity) -> str:
        """As a screen reader says it."""
        return {
            Severity.ERROR: self.tr("Error"),
            Severity.WARNING: self.tr("Warning"),
            Severity.INFO: self.tr("Note"),
            Severity.HINT: self.tr("Hint"),
        }[severity]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own default)
        return 0 if parent.isValid() else len(self._diagnostics)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        found = self._diagnostics[index.row()]
        column = Column(index.column())
        if role == Qt.ItemDataRole.UserRole:
            return found
        if role == Qt.ItemDataRole.AccessibleTextRole and column is Column.SEVERITY:
            return self.severity_word(found.severity)
        if role == Qt.ItemDataRole.ToolTipRole:
            return {
                Column.MESSAGE: found.message,
                Column.FIX: fix.title if (fix := first_fix(found)) else None,
                Column.RULE: found.rule,
            }.get(column)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return {
            Column.SEVERITY: "",
            Column.PLACE: self._places[index.row()],
            Column.MESSAGE: found.message,
            Column.FIX: fix.title if (fix := first_fix(found)) else "",
            Column.RULE: found.rule,
        }[column]


def first_fix(found: Diagnostic) -> Fix | None:
    """The fix that Enter applies: a safe one, else the first."""
    return found.safe_fix or (found.fixes[0] if found.fixes else None)
