"""How a post is painted in the list: two lines, and how many problems it has."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from editor_app.gui.posts.model import Index, Role
from editor_app.gui.theme import Theme

ROW_HEIGHT = 50
_EDGE = 12


class PostDelegate(QStyledItemDelegate):
    """Title, then date and status in a smaller hand; a count at the right."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def show_theme(self, theme: Theme) -> None:
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(160, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = self._theme
        place: QRect = option.rect
        state: QStyle.StateFlag = option.state
        is_selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        if is_selected:
            painter.fillRect(place, QColor(theme.selection))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(place, QColor(theme.hover))
        painter.setPen(QColor(theme.line))
        painter.drawLine(place.bottomLeft(), place.bottomRight())
        inside = place.adjusted(_EDGE, 6, -_EDGE, -6)
        title = QRect(inside.left(), inside.top(), inside.width(), 19)
        second = QRect(inside.left(), inside.top() + 20, inside.width(), 18)
        painter.setPen(QColor(theme.text))
        _draw(painter, title, str(index.data(Qt.ItemDataRole.DisplayRole)))
        small = QFont(painter.font())
        small.setPixelSize(12)
        painter.setFont(small)
        second.setRight(second.right() - self._paint_count(painter, second, index))
        painter.setPen(QColor(theme.dim))
        _draw(painter, second, str(index.data(Role.SECOND_LINE)))
        if state & QStyle.StateFlag.State_HasFocus and is_selected:
            painter.setPen(QPen(QColor(theme.accent), 2))
            painter.drawRect(place.adjusted(1, 1, -1, -2))
        painter.restore()

    def _paint_count(self, painter: QPainter, place: QRect, index: Index) -> int:
        """Paint the number of problems at the right; gives the width that it takes."""
        counts = index.data(Role.COUNTS)
        if not isinstance(counts, tuple) or counts == (0, 0):
            return 0
        errors, warnings = counts
        theme = self._theme
        colour = theme.error if errors else theme.warning
        tint = theme.error_tint if errors else theme.warning_tint
        text = str(errors or warnings)
        width = max(18, painter.fontMetrics().horizontalAdvance(text) + 10)
        pill = QRectF(place.right() - width + 1, place.top(), width, 18)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tint))
        radius = 9 if errors else 4  # a disc or a square: colour is not the only sign
        painter.drawRoundedRect(pill, radius, radius)
        painter.setPen(QColor(colour))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, text)
        painter.restore()
        return width + 6


def _draw(painter: QPainter, place: QRect, text: str) -> None:
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, place.width())
    painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
