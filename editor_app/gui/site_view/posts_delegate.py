"""How a row of the site view's table is painted."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from editor_app.core.diagnostics import Severity
from editor_app.gui.site_view.choices import PostRow
from editor_app.gui.site_view.posts_model import Column, Index, PostsModel
from editor_app.gui.theme import Theme

ROW_HEIGHT = 28
_BOX = 14
_CHIP = 20


class PostRowDelegate(QStyledItemDelegate):
    """A box to tick, the title, date, tags in frames, and how many problems."""

    def __init__(self, theme: Theme, posts: PostsModel, parent: QTableView) -> None:
        super().__init__(parent)
        self.theme = theme
        self._posts = posts
        self._view = parent

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(80, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(Qt.ItemDataRole.UserRole)
        if not isinstance(row, PostRow):
            return
        theme = self.theme
        place: QRect = option.rect
        state: QStyle.StateFlag = option.state
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        if is_chosen:
            painter.fillRect(place, QColor(theme.selection))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(place, QColor(theme.panel))
        painter.setPen(QColor(theme.line))
        painter.drawLine(place.bottomLeft(), place.bottomRight())
        column = Column(index.column())
        match column:
            case Column.SELECTED:
                self._paint_box(painter, place, row)
            case Column.PLACE if self._posts.chips(row):
                self._paint_chips(painter, place, row)
            case Column.PROBLEMS:
                self._paint_count(painter, place, row)
            case _:
                colour = theme.text if column is Column.TITLE else theme.dim
                painter.setPen(QColor(colour))
                self._draw(painter, place.adjusted(8, 0, -8, -1), str(index.data()))
        if is_chosen and self._view.hasFocus():
            self._paint_ring(painter, place, column)
        painter.restore()

    def _paint_box(self, painter: QPainter, place: QRect, row: PostRow) -> None:
        """A filled box with a tick, an empty one, or none where nothing can be mended."""
        if not row.is_fixable:
            return
        theme = self.theme
        box = QRectF(place.left() + 12, place.top() + (place.height() - 1 - _BOX) / 2, _BOX, _BOX)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self._posts.is_selected(row):
            painter.setPen(QPen(QColor(theme.faint), 1.2))
            painter.setBrush(QColor(theme.raised))
            painter.drawRoundedRect(box.adjusted(0.6, 0.6, -0.6, -0.6), 3, 3)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.accent))
        painter.drawRoundedRect(box, 3, 3)
        pen = QPen(QColor(theme.on_accent), 1.8)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        points = ((3.4, 7.2), (6.0, 9.8), (10.6, 4.6))
        painter.drawPolyline(QPolygonF([QPointF(box.left() + x, box.top() + y) for x, y in points]))

    def _paint_chips(self, painter: QPainter, place: QRect, row: PostRow) -> None:
        theme = self.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        small = QFont(painter.font())
        small.setPixelSize(12)
        painter.setFont(small)
        metrics = painter.fontMetrics()
        left, end = place.left() + 8, place.right() - 4
        chips = self._posts.chips(row)
        for at, text in enumerate(chips):
            width = metrics.horizontalAdvance(text) + 12
            rest = "" if at == len(chips) - 1 else f"+{len(chips) - at}"
            if left + width > end - (metrics.horizontalAdvance(rest) if rest else 0) and at:
                painter.setPen(QColor(theme.dim))
                painter.drawText(
                    QRect(left, place.top(), end - left, place.height() - 1),
                    Qt.AlignmentFlag.AlignVCenter,
                    f"+{len(chips) - at}",
                )
                return
            width = min(width, end - left)
            top = place.top() + (place.height() - 1 - _CHIP) / 2
            frame = QRectF(left, top, width, _CHIP)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.accent_tint))
            painter.drawRoundedRect(frame, 4, 4)
            painter.setPen(QColor(theme.accent))
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(width) - 10)
            painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, shown)
            left += width + 4

    def _paint_count(self, painter: QPainter, place: QRect, row: PostRow) -> None:
        theme = self.theme
        ink, tint = {
            Severity.ERROR: (theme.error, theme.error_tint),
            Severity.WARNING: (theme.warning, theme.warning_tint),
        }.get(row.severity, (theme.dim, theme.hover))
        small = QFont(painter.font())
        small.setPixelSize(12)
        painter.setFont(small)
        text = str(len(row.post.findings))
        width = max(20, painter.fontMetrics().horizontalAdvance(text) + 12)
        pill = QRectF(place.left() + 8, place.top() + (place.height() - 1 - 18) / 2, width, 18)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tint))
        radius = 9 if row.severity is Severity.ERROR else 4  # colour is not the only sign
        painter.drawRoundedRect(pill, radius, radius)
        painter.setPen(QColor(ink))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, text)

    @staticmethod
    def _draw(painter: QPainter, place: QRect, text: str) -> None:
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        metrics = painter.fontMetrics()
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, flags, shown)

    def _paint_ring(self, painter: QPainter, place: QRect, column: Column) -> None:
        """The focus ring goes around the row: each cell paints its part of it."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(QPen(QColor(self.theme.accent), 2))
        top, bottom = place.top() + 1, place.bottom()
        painter.drawLine(place.left(), top, place.right(), top)
        painter.drawLine(place.left(), bottom, place.right(), bottom)
        if column is Column.SELECTED:
            painter.drawLine(place.left() + 1, top, place.left() + 1, bottom)
        if column is Column.PROBLEMS:
            painter.drawLine(place.right(), top, place.right(), bottom)
