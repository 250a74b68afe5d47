"""A colour: its text, a swatch, and a dialog to choose another."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QColorDialog, QToolButton, QWidget

from editor_app.core.diagnostics import Severity
from editor_app.core.frontmatter.front_matter import FrontMatter
from editor_app.core.frontmatter.nodes import Node
from editor_app.core.schema.field import Field
from editor_app.gui.form.fields.colour_text import like, read_colour
from editor_app.gui.form.fields.line import LineField
from editor_app.gui.form.look import Look

_SIDE = 20


class Swatch(QToolButton):
    """Shows the colour; a stroke through it where there is none."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.colour: QColor | None = None
        self.setFixedSize(_SIDE, _SIDE)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        return QSize(_SIDE, _SIDE)

    def show_colour(self, colour: QColor | None) -> None:
        if colour != self.colour:
            self.colour = colour
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(2.5, 2.5, -2.5, -2.5)
        if self.colour is not None and self.colour.alpha() < 255:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.ground))
            painter.drawRoundedRect(box, 4, 4)
            painter.setBrush(QColor(theme.edge))
            painter.drawRect(QRectF(box.left() + 1, box.top() + 1, 6.5, 6.5))
            painter.drawRect(QRectF(box.left() + 7.5, box.top() + 7.5, 6.5, 6.5))
        edge = theme.accent if self.underMouse() else theme.edge
        painter.setPen(QPen(QColor(edge), 1))
        painter.setBrush(self.colour or Qt.GlobalColor.transparent)
        painter.drawRoundedRect(box, 4, 4)
        if self.colour is None:
            slack = QPointF(1, -1)
            painter.drawLine(box.bottomLeft() + slack, box.topRight() - slack)


class ColourField(LineField):
    """Typed as CSS writes colours; the dialog writes in the notation that stands there."""

    def __init__(self, field: Field, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(field, look, parent)
        self.swatch = Swatch(look)
        name = self.tr("Choose a colour for %1").replace("%1", field.label)
        self.swatch.setAccessibleName(name)
        self.swatch.setToolTip(f"{name}  Alt+Enter")
        self.swatch.clicked.connect(self.open_dialog)
        self.line.opened.connect(self.open_dialog)
        if self.frame is not None:
            self.frame.row.insertWidget(0, self.swatch)
            self.frame.row.setContentsMargins(4, 0, 9, 0)
            self.frame.row.setSpacing(5)

    def show_node(self, node: Node | None, front_matter: FrontMatter) -> None:
        super().show_node(node, front_matter)
        self.swatch.show_colour(read_colour(self.line.text()))

    def mark(self) -> str:
        text = self.line.text().strip()
        if not text or read_colour(text) is not None:
            return super().mark()
        return self.tr("Not a colour that is sure to be read")

    def hint_severity(self) -> Severity | None:
        return None

    def _type(self, text: str) -> None:
        self.swatch.show_colour(read_colour(text))
        super()._type(text)

    def open_dialog(self) -> None:
        """Ask for a colour; what stands there is where it begins."""
        dialog = QColorDialog(self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setOption(QColorDialog.ColorDialogOption.DontUseNativeDialog)
        dialog.setOption(QColorDialog.ColorDialogOption.ShowAlphaChannel)
        dialog.setWindowTitle(self.field.label)
        dialog.setCurrentColor(read_colour(self.line.text()) or QColor(self.look.theme.accent))
        dialog.colorSelected.connect(self._choose)
        dialog.finished.connect(self.line.setFocus)
        dialog.open()

    def _choose(self, colour: QColor) -> None:
        before = read_colour(self.line.text())
        if before is None or before.rgba() != colour.rgba():
            self.line.type_text(like(self.line.text(), colour))
