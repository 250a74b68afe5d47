"""The gutter: line numbers, and a sign where a diagnostic begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from editor_app.core.diagnostics import Severity
from editor_app.gui.editor.backdrop import severity_colour
from editor_app.gui.theme import Theme

if TYPE_CHECKING:
    from editor_app.gui.editor.text_edit import Editor

_SIGN_PX = 14
_RIGHT_PX = 12


class Gutter(QWidget):
    """Stands left of the editor's viewport and goes with it."""

    def __init__(self, editor: Editor, theme: Theme) -> None:
        super().__init__(editor)
        self._editor = editor
        self._theme = theme
        self.setAccessibleName(self.tr("Line numbers"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def wanted_width(self) -> int:
        digits = max(3, len(str(self._editor.blockCount())))
        advance = QFontMetricsF(self._number_font()).horizontalAdvance("0")
        return int(_SIGN_PX + digits * advance + _RIGHT_PX)

    def sizeHint(self) -> QSize:
        return QSize(self.wanted_width(), 0)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on a number selects its line."""
        self._editor.select_line_at(event.position().toPoint().y())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(self._theme.ground))
        font = self._number_font()
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        current = self._editor.textCursor().blockNumber()
        for row in self._editor.rows():
            if not row.area.intersects(QRectF(event.rect())):
                continue
            number = row.block.blockNumber()
            line = row.block.layout().lineAt(0)
            ascent = line.ascent() if line.isValid() else metrics.ascent()
            baseline = row.area.top() + ascent
            painter.setPen(QColor(self._theme.dim if number == current else self._theme.faint))
            text = str(number + 1)
            right = self.width() - _RIGHT_PX
            painter.drawText(QPointF(right - metrics.horizontalAdvance(text), baseline), text)
            self._sign(
                painter, self._editor.marks.gravest(row.span), baseline - metrics.xHeight() / 2
            )

    def _sign(self, painter: QPainter, severity: Severity | None, y: float) -> None:
        """A disc for an error, a square for a warning, a small ring for the rest."""
        if severity is None:
            return
        colour = QColor(severity_colour(self._theme, severity))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        centre = QPointF(_SIGN_PX / 2 + 1, y)
        if severity is Severity.ERROR:
            painter.drawEllipse(centre, 3.5, 3.5)
        elif severity is Severity.WARNING:
            painter.drawRect(QRectF(centre.x() - 3, y - 3, 6, 6))
        else:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(colour)
            painter.drawEllipse(centre, 2.5, 2.5)
        painter.restore()

    def _number_font(self) -> QFont:
        font = QFont(self._editor.font())
        font.setPixelSize(max(font.pixelSize() - 2, 7))
        return font
