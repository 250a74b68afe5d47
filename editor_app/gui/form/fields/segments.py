"""One of a few values, all of them in sight."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from editor_app.core.diagnostics import Severity
from editor_app.core.frontmatter.front_matter import FrontMatter
from editor_app.core.frontmatter.nodes import Node, Scalar
from editor_app.core.schema.field import Field
from editor_app.core.schema.kinds import columns, is_null, text_of
from editor_app.core.schema.schema import Choice, SchemaField
from editor_app.gui.form.fields.base import FieldWidget
from editor_app.gui.form.fields.picks import chosen, label_of, written
from editor_app.gui.form.look import RADIUS, ROW, Look, severity_colour
from editor_app.gui.form.writes import SetValue

MOST = 4
_MOST_COLUMNS = 30
_PAD = 10


def fits(about: SchemaField | None) -> bool:
    """Whether the choices of a field are few and short enough to stand side by side."""
    if about is None or not about.is_limit or not 2 <= len(about.choices) <= MOST:
        return False
    width = sum(columns(label_of(choice)) + 2 for choice in about.choices)
    return width <= _MOST_COLUMNS


class Segments(QComboBox):
    """A combo box painted as a row of segments, for screen readers what it is.

    Left and Right choose; Backspace and Delete are `cleared`; `chosen` carries the
    number of what the user chose.
    """

    chosen = Signal(int)
    cleared = Signal()
    entered = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.severity: Severity | None = None
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)

    def sizeHint(self) -> QSize:
        return QSize(120, ROW)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, ROW)

    def showPopup(self) -> None:
        """All of them are in sight."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the form is scrolled, no value is changed

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, index = event.key(), self.currentIndex()
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()
        elif key == Qt.Key.Key_Left:
            self._choose(max(index - 1, 0))
        elif key == Qt.Key.Key_Right:
            self._choose(min(index + 1, self.count() - 1))
        elif key == Qt.Key.Key_Home:
            self._choose(0)
        elif key == Qt.Key.Key_End:
            self._choose(self.count() - 1)
        elif key in {Qt.Key.Key_Backspace, Qt.Key.Key_Delete}:
            self.cleared.emit()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered.emit()
        elif event.text().strip():
            self._choose_by_letter(event.text())
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        for index in range(self.count()):
            if self._box(index).contains(event.position()):
                if index == self.currentIndex():
                    self.cleared.emit()
                else:
                    self._choose(index)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """The press has done it; Qt's own would open a list."""

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            self.setToolTip(self._cut_text(self.mapFromGlobal(self.cursor().pos()).x()))
        return super().event(event)

    def _choose_by_letter(self, letter: str) -> None:
        start = self.currentIndex() + 1
        order = [*range(start, self.count()), *range(start)]
        for index in order:
            if self.itemText(index).casefold().startswith(letter.casefold()):
                self._choose(index)
                return

    def _choose(self, index: int) -> None:
        if index != self.currentIndex() and 0 <= index < self.count():
            self.setCurrentIndex(index)
            self.chosen.emit(index)

    def _cut_text(self, x: int) -> str:
        """The text of the segment under the pointer, where it has no room."""
        for index in range(self.count()):
            box, text = self._box(index), self.itemText(index)
            if box.left() <= x <= box.right():
                help_text = self.itemData(index)
                is_cut = self.fontMetrics().horizontalAdvance(text) > box.width() - 6
                return str(help_text or (text if is_cut else ""))
        return ""

    def _box(self, index: int) -> QRectF:
        """Each as wide as its text wants, the rest shared."""
        metrics = self.fontMetrics()
        wanted = [
            metrics.horizontalAdvance(self.itemText(i)) + 2 * _PAD for i in range(self.count())
        ]
        share = (self.width() - sum(wanted)) / max(len(wanted), 1)
        left = sum(wanted[:index]) + share * index
        return QRectF(left, 0, wanted[index] + share, self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        has_focus, is_enabled = self.hasFocus(), self.isEnabled()
        bar = severity_colour(theme, self.severity)
        painter.setPen(QPen(QColor(bar or theme.edge), 1))
        painter.setBrush(QColor(theme.raised if is_enabled else theme.panel))
        whole = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(whole, RADIUS - 0.5, RADIUS - 0.5)
        for index in range(self.count()):
            box = self._box(index)
            if index == self.currentIndex():
                self._paint_chosen(painter, box, bar)
            elif index and index != self.currentIndex() + 1:
                painter.setPen(QPen(QColor(theme.line), 1))
                x = round(box.left())
                painter.drawLine(x, 7, x, self.height() - 7)
            is_chosen = index == self.currentIndex()
            colour = theme.accent if is_chosen and bar is None else bar if is_chosen else theme.text
            painter.setPen(QColor(colour or theme.text if is_enabled else theme.faint))
            text = self.fontMetrics().elidedText(
                self.itemText(index), Qt.TextElideMode.ElideRight, int(box.width()) - 6
            )
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
        if has_focus:
            painter.setPen(QPen(QColor(theme.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ring = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(ring, RADIUS - 1, RADIUS - 1)

    def _paint_chosen(self, painter: QPainter, box: QRectF, bar: str | None) -> None:
        theme = self._look.theme
        painter.setPen(Qt.PenStyle.NoPen)
        tint = theme.warning_tint if bar == theme.warning else theme.accent_tint
        painter.setBrush(QColor(theme.error_tint if bar == theme.error else tint))
        painter.drawRoundedRect(box.adjusted(3, 3, -3, -3), RADIUS - 2, RADIUS - 2)


class SegmentsField(FieldWidget):
    """A value that is none of the choices has a segment of its own, and a mark."""

    joins_edits = False

    def __init__(self, field: Field, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(field, look, parent)
        self._choices = field.about.choices if field.about else ()
        self._node: Scalar | None = None
        self._foreign = ""
        self.segments = Segments(look)
        for choice in self._choices:
            self.segments.addItem(label_of(choice), choice.help)
        self.segments.setCurrentIndex(-1)
        self.column.addWidget(self.segments)
        self.name_input(self.segments)
        self.segments.chosen.connect(self._choose)
        self.segments.cleared.connect(self._clear)
        self.segments.entered.connect(self.entered)

    @property
    def chosen(self) -> Choice | None:
        return chosen(self._choices, self._node)

    def show_node(self, node: Node | None, _front_matter: FrontMatter) -> None:
        self._node = node if isinstance(node, Scalar) else None
        choice = self.chosen
        is_nothing = self._node is None or (is_null(self._node) and not self._node.raw)
        text = "" if choice is not None or is_nothing or self._node is None else text_of(self._node)
        self._show_foreign(text)
        self._show_chosen()
        self.segments.update()
        self.noted.emit()

    def _show_chosen(self) -> None:
        choice = self.chosen
        index = self._choices.index(choice) if choice is not None else -1
        self.segments.setCurrentIndex(len(self._choices) if self._foreign else index)

    def _show_foreign(self, text: str) -> None:
        self._foreign = text
        while self.segments.count() > len(self._choices):
            self.segments.removeItem(self.segments.count() - 1)
        if text:
            self.segments.addItem(text)

    def hint(self) -> str:
        choice = self.chosen
        value = written(choice.value) if choice is not None else ""
        return value if choice is not None and value != label_of(choice) else ""

    def mark(self) -> str:
        return self.tr("Not one of the choices") if self._foreign else ""

    def takes_return(self) -> bool:
        return True

    def show_severity(self, severity: Severity | None) -> None:
        self.segments.severity = severity
        self.segments.update()

    def refuse(self) -> None:
        """Go back to what the text says: nothing was typed that could be lost."""
        self._show_chosen()

    def _choose(self, index: int) -> None:
        if index < len(self._choices):
            self.edited.emit(SetValue(self.field.path, (self._choices[index].value,)))

    def _clear(self) -> None:
        if not self.field.required and self._node is not None and not is_null(self._node):
            self.segments.setCurrentIndex(-1)
            self.edited.emit(SetValue(self.field.path, (None, "")))
