"""The problems of a field, under it, each with the fix that mends it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from editor_app.core.diagnostics import Diagnostic, Fix, Refusal, Severity
from editor_app.gui.form.problem_line import ProblemLine

MOST = 4


class ProblemLines(QWidget):
    """One line for each problem, the gravest first; the first fix may be Return's."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: list[ProblemLine] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 4, 0, 0)
        self._column.setSpacing(3)
        self.hide()

    @property
    def count(self) -> int:
        return len(self._lines)

    @property
    def first_fix(self) -> Fix | None:
        """What Return does."""
        return next((line.fix for line in self._lines if line.fix is not None), None)

    def show_problems(
        self,
        diagnostics: Sequence[Diagnostic],
        mark: str,
        refusal: Refusal | None,
        takes_return: bool,
    ) -> Severity | None:
        """Show them and give the gravest severity; a refusal stands first, a mark alone."""
        rows: list[tuple[str, Severity, Fix | None]] = []
        if refusal is not None:
            rows.append(
                (self.tr("Not written: %1").replace("%1", refusal.message), Severity.ERROR, None)
            )
        ordered = sorted(diagnostics, key=lambda diagnostic: -diagnostic.severity)
        for diagnostic in ordered[:MOST]:
            fix = diagnostic.safe_fix or next(iter(diagnostic.fixes), None)
            rows.append((diagnostic.message, diagnostic.severity, fix))
        if len(ordered) > MOST:
            more = self.tr("and %1 more").replace("%1", str(len(ordered) - MOST))
            rows.append((more, Severity.INFO, None))
        if mark and not rows:
            rows.append((mark, Severity.WARNING, None))
        self._fit(len(rows))
        for line, (text, severity, fix) in zip(self._lines, rows, strict=True):
            is_first = takes_return and fix is not None
            takes_return = takes_return and not is_first
            line.show_line(text, severity, fix, is_first)
        self.setVisible(bool(rows))
        return max((severity for _, severity, _ in rows), default=None)

    def _fit(self, count: int) -> None:
        while len(self._lines) > count:
            line = self._lines.pop()
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        while len(self._lines) < count:
            line = ProblemLine(self)
            line.chosen.connect(self.chosen)
            self._lines.append(line)
            self._column.addWidget(line)
