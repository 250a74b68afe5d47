"""Choices as rows of a list, and how they are painted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from editor_app.core.schema.schema import Choice
from editor_app.gui.form.fields.picks import label_of
from editor_app.gui.form.look import Look

ROW_HEIGHT = 26
_PAD = 8
_SIGN = 18
_CHOSEN = Qt.ItemDataRole.UserRole + 1
_HELP = Qt.ItemDataRole.UserRole + 2

Index: TypeAlias = QModelIndex | QPersistentModelIndex


class PickModel(QAbstractListModel):
    """Labels, with what helps to tell them apart; some of them are chosen already."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.choices: tuple[Choice, ...] = ()
        self._chosen: frozenset[int] = frozenset()

    def show_choices(self, choices: Sequence[Choice], chosen: Sequence[Choice]) -> None:
        self.beginResetModel()
        self.choices = tuple(choices)
        self._chosen = frozenset(
            number for number, choice in enumerate(self.choices) if choice in chosen
        )
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.choices)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self.choices):
            return None
        choice = self.choices[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return label_of(choice) or "—"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (label_of(choice), choice.help) if part)
        if role == _CHOSEN:
            return index.row() in self._chosen
        return choice.help if role == _HELP else None


class PickPainter(QStyledItemDelegate):
    """Label at the left, help in faint at the right, a tick before what is chosen."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(80, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = self._look.theme
        box = QRectF(option.rect)
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.selection))
            painter.drawRoundedRect(box, 4, 4)
        if index.data(_CHOSEN):
            self._paint_tick(painter, box)
        inner = box.adjusted(_SIGN + 4, 0, -_PAD, 0)
        metrics = painter.fontMetrics()
        label, said = str(index.data()), str(index.data(_HELP) or "")
        elide, middle = Qt.TextElideMode.ElideRight, Qt.AlignmentFlag.AlignVCenter
        wanted = min(metrics.horizontalAdvance(label) + 1, int(inner.width()))
        painter.setPen(QColor(theme.text))
        painter.drawText(inner, middle, metrics.elidedText(label, elide, int(inner.width())))
        rest = inner.adjusted(wanted + 12, 0, 0, 0)
        if said and rest.width() > 30:
            painter.setPen(QColor(theme.faint))
            words = metrics.elidedText(said, Qt.TextElideMode.ElideMiddle, int(rest.width()))
            painter.drawText(rest, middle | Qt.AlignmentFlag.AlignRight, words)
        painter.restore()

    def _paint_tick(self, painter: QPainter, box: QRectF) -> None:
        painter.setPen(QPen(QColor(self._look.theme.accent), 1.6))
        x, y = box.left() + 7, box.center().y()
        painter.drawPolyline([QPointF(x, y), QPointF(x + 3, y + 3.5), QPointF(x + 9, y - 4)])
