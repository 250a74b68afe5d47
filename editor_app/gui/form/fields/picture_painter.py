"""How a picture stands among others: small, with its name under it."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from editor_app.gui.form.fields.file_model import PICTURE
from editor_app.gui.form.fields.pick_model import Index
from editor_app.gui.form.look import Look

_PAD = 4
_NAME_HEIGHT = 18


class PicturePainter(QStyledItemDelegate):
    """The picture whole in its box, never larger than it is."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(PICTURE.width() + 2 * _PAD, PICTURE.height() + _NAME_HEIGHT + 2 * _PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = self._look.theme
        whole = QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        is_pointed_at = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if is_selected or is_pointed_at:
            painter.setPen(QPen(QColor(theme.accent), 1.5) if is_selected else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.selection if is_selected else theme.hover))
            painter.drawRoundedRect(whole.adjusted(1, 1, -1, -1), 5, 5)
        box = whole.adjusted(_PAD, _PAD, -_PAD, -_PAD - _NAME_HEIGHT)
        icon = index.data(Qt.ItemDataRole.DecorationRole)
        if isinstance(icon, QIcon):
            icon.paint(painter, box, Qt.AlignmentFlag.AlignCenter)
        name = QRect(box.left(), box.bottom() + 1, box.width(), _NAME_HEIGHT)
        font = painter.font()
        font.setPixelSize(11)
        painter.setFont(font)
        painter.setPen(QColor(theme.text if is_selected else theme.dim))
        text = painter.fontMetrics().elidedText(
            str(index.data()), Qt.TextElideMode.ElideMiddle, name.width()
        )
        painter.drawText(name, Qt.AlignmentFlag.AlignCenter, text)
        painter.restore()
