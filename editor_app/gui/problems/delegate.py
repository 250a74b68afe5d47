"""How a row of the problems panel is painted: a shape, a place, the sentence, the fix."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from editor_app.core.diagnostics import Diagnostic
from editor_app.gui.problems.model import Column, Index
from editor_app.gui.severity_sign import paint_severity
from editor_app.gui.theme import Theme

ROW_HEIGHT = 27
_GAP = 8
_SLACK = 8
"""Pixels beyond the text's own width, for glyphs that another font gives."""


class ProblemDelegate(QStyledItemDelegate):
    """Paints cells itself: every colour depends on the column, the theme and the selection."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.ends_with_rule = True

    def show_theme(self, theme: Theme) -> None:
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._metrics(option).horizontalAdvance(self._shown(index))
        return QSize(width + 2 * _GAP + _SLACK, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        found = index.data(Qt.ItemDataRole.UserRole)
        if not isinstance(found, Diagnostic):
            return
        theme = self._theme
        place: QRect = option.rect
        state: QStyle.StateFlag = option.state
        is_selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        if is_selected:
            painter.fillRect(place, QColor(theme.selection))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(place, QColor(theme.panel))
        column = Column(index.column())
        if column is Column.SEVERITY:
            size = 14
            top = place.top() + (place.height() - size) / 2
            sign = QRectF(place.left() + 12, top, size, size)
            paint_severity(painter, sign, found.severity, theme)
        else:
            self._paint_words(painter, place, index, column, is_selected)
        view = self.parent()
        # Not State_HasFocus: only the current cell of the row has that.
        if is_selected and isinstance(view, QWidget) and view.hasFocus():
            self._paint_ring(painter, place, column)
        painter.restore()

    def _paint_words(
        self, painter: QPainter, place: QRect, index: Index, column: Column, is_selected: bool
    ) -> None:
        theme = self._theme
        colours = {Column.MESSAGE: theme.text, Column.FIX: theme.accent}
        painter.setPen(QColor(colours.get(column, theme.dim if is_selected else theme.faint)))
        right = column in (Column.FIX, Column.RULE)
        flags = Qt.AlignmentFlag.AlignVCenter | (
            Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        )
        inside = place.adjusted(_GAP, 0, -_GAP - (4 if column is Column.RULE else 0), 0)
        metrics = painter.fontMetrics()
        text = metrics.elidedText(self._shown(index), Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, int(flags), text)

    def _paint_ring(self, painter: QPainter, place: QRect, column: Column) -> None:
        """The focus ring goes around the row: each cell paints its part of it."""
        painter.setPen(QPen(QColor(self._theme.accent), 2))
        top, bottom = place.top() + 1, place.bottom()
        painter.drawLine(place.left(), top, place.right(), top)
        painter.drawLine(place.left(), bottom, place.right(), bottom)
        if column is Column.SEVERITY:
            painter.drawLine(place.left() + 1, top, place.left() + 1, bottom)
        if column is (Column.RULE if self.ends_with_rule else Column.FIX):
            painter.drawLine(place.right(), top, place.right(), bottom)

    @staticmethod
    def _shown(index: Index) -> str:
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        return f"{text} ⏎" if text and Column(index.column()) is Column.FIX else text

    @staticmethod
    def _metrics(option: QStyleOptionViewItem) -> QFontMetrics:
        metrics: QFontMetrics = option.fontMetrics
        return metrics
