"""The sign of a severity: its shape and colour, the same wherever problems are listed."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from editor_app.core.diagnostics import Severity
from editor_app.gui.theme import Theme


def paint_severity(painter: QPainter, place: QRectF, severity: Severity, theme: Theme) -> None:
    """Paint the sign of a severity: a disc, a square or a ring, so colour is not the only sign."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colour = QColor(severity_colour(severity, theme))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    mark = "!"
    if severity is Severity.ERROR:
        painter.drawEllipse(place)
    elif severity is Severity.WARNING:
        painter.drawRoundedRect(place, 2.5, 2.5)
    else:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour, 1.2))
        painter.drawEllipse(place.adjusted(0.6, 0.6, -0.6, -0.6))
        mark = "i"
    is_filled = severity >= Severity.WARNING
    painter.setPen(QColor(theme.on_accent) if is_filled else colour)
    font = QFont(painter.font())
    font.setPixelSize(max(6, round(place.height() * 0.72)))
    font.setBold(True)
    painter.setFont(font)
    if place.height() >= 12:
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, mark)
    painter.restore()


def severity_colour(severity: Severity, theme: Theme) -> str:
    """The colour of a severity's sign and words."""
    return {
        Severity.ERROR: theme.error,
        Severity.WARNING: theme.warning,
        Severity.INFO: theme.dim,
        Severity.HINT: theme.dim,
    }[severity]
