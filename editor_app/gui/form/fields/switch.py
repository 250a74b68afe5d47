"""A switch: true or false."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QWidget

from editor_app.core.diagnostics import Severity
from editor_app.core.frontmatter.front_matter import FrontMatter
from editor_app.core.frontmatter.nodes import Node, Scalar
from editor_app.core.frontmatter.splice import Verbatim
from editor_app.core.schema.field import Field
from editor_app.gui.form.fields.base import FieldWidget
from editor_app.gui.form.look import ROW, Look, severity_colour
from editor_app.gui.form.writes import SetValue

_WIDTH, _HEIGHT = 30, 16


class Switch(QCheckBox):
    """A check box painted as a switch, with the word that stands in the text."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.word = ""
        self.severity: Severity | None = None

    def sizeHint(self) -> QSize:
        words = self.fontMetrics().horizontalAdvance("false  ")
        return QSize(_WIDTH + 16 + words, ROW)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, _at: object) -> bool:
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = (self.height() - _HEIGHT) / 2
        track = QRectF(2, top, _WIDTH, _HEIGHT)
        is_on, is_enabled = self.isChecked(), self.isEnabled()
        ground = theme.accent if is_on and is_enabled else theme.raised
        edge = severity_colour(theme, self.severity) or (theme.accent if is_on else theme.faint)
        painter.setPen(QPen(QColor(edge if is_enabled else theme.edge), 1))
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(track.adjusted(0.5, 0.5, -0.5, -0.5), 7.5, 7.5)
        knob = theme.ground if is_on and is_enabled else theme.faint
        x = track.right() - _HEIGHT / 2 if is_on else track.left() + _HEIGHT / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(knob))
        painter.drawEllipse(QPointF(x, track.center().y()), 5, 5)
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(track.adjusted(-2, -3, 2, 3).adjusted(1, 1, -1, -1), 9, 9)
        painter.setPen(QColor(theme.text if is_enabled else theme.faint))
        words = QRectF(_WIDTH + 12, 0, self.width() - _WIDTH - 12, self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.word)


class SwitchField(FieldWidget):
    """Writes true or false, in capitals where the post does so."""

    joins_edits = False

    def __init__(self, field: Field, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(field, look, parent)
        self._raw = ""
        self.switch = Switch(look)
        self.column.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignLeft)
        self.name_input(self.switch)
        self.switch.clicked.connect(self._toggle)
        self.switch.installEventFilter(self)

    def show_node(self, node: Node | None, _front_matter: FrontMatter) -> None:
        is_on = isinstance(node, Scalar) and node.yaml12 is True
        self._raw = node.raw if isinstance(node, Scalar) else ""
        self.switch.word = self._raw
        if self.switch.isChecked() is not is_on:
            self.switch.setChecked(is_on)
        self.switch.update()

    def show_severity(self, severity: Severity | None) -> None:
        self.switch.severity = severity
        self.switch.update()

    def takes_return(self) -> bool:
        return True

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        returns = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in returns
        ):
            self.entered.emit()
            return True
        return False

    def refuse(self) -> None:
        """Go back to what the text says: nothing was typed that could be lost."""
        self.switch.word = self._raw
        self.switch.setChecked(not self.switch.isChecked())

    def _toggle(self, is_on: bool) -> None:
        word = "true" if is_on else "false"
        if self._raw.isupper():
            word = word.upper()
        elif self._raw[:1].isupper():
            word = word.title()
        self.switch.word = word
        values = (is_on,) if word.islower() else (Verbatim(word), is_on)
        self.edited.emit(SetValue(self.field.path, values))
