"""A small button inside an input's frame: a drawing that lights up."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolButton, QWidget

from editor_app.gui.form.look import Look
from editor_app.gui.icons import pixmap

_SIDE = 20


class GlyphButton(QToolButton):
    """The drawing `icons/NAME.svg`, faint until it is pointed at or has the focus."""

    def __init__(
        self, glyph: str, name: str, keys: str, look: Look, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._glyph = glyph
        self._look = look
        self.setFixedSize(_SIDE, _SIDE)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(name)
        self.setToolTip(f"{name}  {keys}")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def sizeHint(self) -> QSize:
        return QSize(_SIDE, _SIDE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._look.theme
        is_lit = (self.underMouse() or self.hasFocus()) and self.isEnabled()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        drawing = pixmap(
            self._glyph, theme.accent if is_lit else theme.faint, 14, self.devicePixelRatioF()
        )
        painter.drawPixmap(3, 3, drawing)
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.accent), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 4, 4)
