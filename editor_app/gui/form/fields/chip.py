"""A chip: one item of a list."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDrag,
    QEnterEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from editor_app.gui.form.look import Look

HEIGHT = 20
_PAD = 7
_CROSS = 16
DRAG_FORMAT = "application/x-galley-chip"


class Chip(QPushButton):
    """Shows an item; keys and clicks come as signals, the list does the rest.

    `stepped` and `moved` carry -1 or 1; `dropped_at` is the list's business.
    """

    removed = Signal()
    opened = Signal()
    stepped = Signal(int)
    moved = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._pressed_at: QPoint | None = None
        self._is_foreign = False
        self.index = 0
        self.setProperty("part", "chip")
        self.setFixedHeight(HEIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_item(self, text: str, index: int, count: int) -> None:
        self.index = index
        if text != self.text():
            self.setText(text)
            self.updateGeometry()
        place = self.tr("%1, item %2 of %3")
        name = place.replace("%2", str(index + 1)).replace("%3", str(count)).replace("%1", text)
        self.setAccessibleName(name)
        self.setToolTip(self._full_text() if self._is_cut() else "")

    def show_foreign(self, is_foreign: bool) -> None:
        """Whether the site does not know the value."""
        if is_foreign != self._is_foreign:
            self._is_foreign = is_foreign
            self.update()

    def sizeHint(self) -> QSize:
        width = self.fontMetrics().horizontalAdvance(self._full_text()) + 2 * _PAD
        return QSize(max(width, 22), HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(22, HEIGHT)

    def _full_text(self) -> str:
        return self.text().replace("\n", " ") or "∅"

    def _is_cut(self) -> bool:
        return self.width() < self.sizeHint().width()

    # --- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        has_alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            step = -1 if key == Qt.Key.Key_Left else 1
            (self.moved if has_alt else self.stepped).emit(step)
        elif key in {Qt.Key.Key_Backspace, Qt.Key.Key_Delete}:
            self.removed.emit()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2, Qt.Key.Key_Space}:
            self.opened.emit()
        else:
            event.ignore()

    # --- mouse

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed_at = event.position().toPoint()
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.update()
        if self._pressed_at is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        distance = (event.position().toPoint() - self._pressed_at).manhattanLength()
        if distance < QApplication.startDragDistance():
            return
        self._pressed_at = None
        data = QMimeData()
        data.setData(DRAG_FORMAT, str(self.index).encode())
        drag = QDrag(self.parentWidget() or self)
        drag.setMimeData(data)
        drag.setPixmap(self.grab())
        drag.exec(Qt.DropAction.MoveAction)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        is_click = self._pressed_at is not None
        self._pressed_at = None
        if is_click and self._cross().contains(event.position()):
            self.removed.emit()

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        self.opened.emit()

    def _cross(self) -> QRectF:
        return QRectF(self.width() - _CROSS, 0, _CROSS, self.height())

    # --- paint

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        is_enabled = self.isEnabled()
        painter.setPen(Qt.PenStyle.NoPen)
        tint = theme.warning_tint if self._is_foreign else theme.accent_tint
        painter.setBrush(QColor(tint if is_enabled else theme.panel))
        painter.drawRoundedRect(box, 4, 4)
        ink = theme.warning if self._is_foreign else theme.accent
        painter.setPen(QColor(ink if is_enabled else theme.faint))
        has_cross = is_enabled and (self.underMouse() or self.hasFocus())
        inner = box.adjusted(_PAD, 0, -_CROSS if has_cross else -_PAD + 1, 0)
        elide = Qt.TextElideMode.ElideRight
        words = self.fontMetrics().elidedText(self._full_text(), elide, int(inner.width()) + 1)
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, words)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.accent), 2))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 3, 3)
        if has_cross:
            self._paint_cross(painter)

    def _paint_cross(self, painter: QPainter) -> None:
        theme = self._look.theme
        box = self._cross().adjusted(0, 2, -2, -2)
        centre = box.center()
        painter.setPen(QPen(QColor(theme.accent), 1.3))
        for slope in (-1, 1):
            painter.drawLine(
                QPoint(int(centre.x()) - 3, int(centre.y()) - 3 * slope),
                QPoint(int(centre.x()) + 3, int(centre.y()) + 3 * slope),
            )
