"""What is painted behind and under the text: tint, current line, matches, squiggles."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from editor_app.core.diagnostics import Severity
from editor_app.core.text.spans import Span
from editor_app.gui.editor.marks import Marks
from editor_app.gui.editor.moving_spans import MovingSpans
from editor_app.gui.editor.viewport import Row, stretches
from editor_app.gui.theme import Theme

_WAVE_PX = 6.0
_WAVE_HEIGHT_PX = 1.4
_MOST_PER_ROW = 60


def severity_colour(theme: Theme, severity: Severity) -> str:
    """Red and amber for problems; the rest stays as quiet as the text's own marks."""
    if severity is Severity.ERROR:
        return theme.error
    return theme.warning if severity is Severity.WARNING else theme.dim


class Backdrop:
    """Paints for the rows that are seen, and for nothing else."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme

    def tint(self, painter: QPainter, rows: Sequence[Row], end: int, width: int) -> None:
        """The front matter's ground, over the whole width, up to where the body begins."""
        for row in rows:
            if row.span.start < end:
                area = QRectF(0, row.area.top(), width, row.area.height())
                painter.fillRect(area, QColor(self.theme.panel))

    def current_line(self, painter: QPainter, row: Row, width: int) -> None:
        """A hint of the accent behind the line with the caret."""
        colour = QColor(self.theme.accent)
        colour.setAlphaF(0.07 if self.theme.is_dark else 0.045)
        painter.fillRect(QRectF(0, row.area.top(), width, row.area.height()), colour)

    def matches(
        self,
        painter: QPainter,
        rows: Sequence[Row],
        matches: MovingSpans,
        current: Span | None,
    ) -> None:
        """What the search found; the current match has a frame as well."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for row in rows:
            for index in matches.touching(row.span):
                span = matches[index]
                painter.setBrush(QColor(self.theme.warning_tint))
                is_current = span == current
                painter.setPen(QColor(self.theme.warning) if is_current else Qt.PenStyle.NoPen)
                for area, _ in stretches(row, span):
                    painter.drawRoundedRect(area.adjusted(-0.5, 0.5, 0.5, -0.5), 3, 3)

    def squiggles(
        self,
        painter: QPainter,
        rows: Sequence[Row],
        marks: Marks,
        caret: int,
    ) -> None:
        """Waves under diagnostics, at the caret those that do not disturb who types."""
        least = marks.least_at_caret()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for row in rows:
            found = marks.touching(row.span)[:_MOST_PER_ROW]
            for diagnostic, span in reversed(found):  # the gravest is painted last, on top
                is_shown = least is not None and diagnostic.severity >= least
                if not is_shown and span.start <= caret <= span.end and len(span) < 400:
                    continue
                painter.setPen(QPen(QColor(severity_colour(self.theme, diagnostic.severity)), 1.1))
                for area, baseline in stretches(row, span):
                    if diagnostic.severity >= Severity.WARNING:
                        painter.drawPath(_wave(area.left(), area.right(), baseline + 3))
                    else:
                        _dots(painter, area.left(), area.right(), baseline + 3)


def _wave(left: float, right: float, y: float) -> QPainterPath:
    path = QPainterPath(QPointF(left, y))
    x, up = left, True
    while x < right:
        width = min(_WAVE_PX / 2, right - x)
        path.quadTo(
            x + width / 2, y + (-_WAVE_HEIGHT_PX if up else _WAVE_HEIGHT_PX) * 1.6, x + width, y
        )
        x, up = x + width, not up
    return path


def _dots(painter: QPainter, left: float, right: float, y: float) -> None:
    pen = painter.pen()
    pen.setStyle(Qt.PenStyle.DotLine)
    painter.setPen(pen)
    painter.drawLine(QLineF(left, y, right, y))
