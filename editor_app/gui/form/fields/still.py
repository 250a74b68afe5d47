"""A value that is shown and not typed: inherited, made by a program, or closed by the site."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from editor_app.core.frontmatter.front_matter import FrontMatter
from editor_app.core.frontmatter.nodes import Node, Scalar, Value
from editor_app.core.schema.field import Field
from editor_app.core.schema.kinds import is_null, text_of
from editor_app.core.schema.schema import Said
from editor_app.gui.form.fields.base import FieldWidget
from editor_app.gui.form.fields.growing_text import GrowingText
from editor_app.gui.form.fields.picks import written
from editor_app.gui.form.look import Frame, Look
from editor_app.gui.form.writes import AddKey

_LONGEST = 2_000


def is_still(field: Field) -> bool:
    """Whether a field is shown and not typed."""
    return not field.is_editable or (field.inherited is not None and not field.is_present)


class StillField(FieldWidget):
    """In grey, with where it comes from; what is inherited can be overridden in the post."""

    joins_edits = False

    def __init__(self, field: Field, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(field, look, parent)
        self.text = GrowingText()
        self.text.setReadOnly(True)
        self.text.setProperty("part", "still")
        self.frame = Frame(look)
        self.frame.hold(self.text)
        self.column.addWidget(self.frame)
        self._template = QLabel(self._template_words())
        self._template.setTextFormat(Qt.TextFormat.PlainText)
        self._template.setWordWrap(True)
        self._template.setProperty("part", "help")
        self._template.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.column.addWidget(self._template)
        self._template.setVisible(bool(self._template.text()))
        self.name_input(self.text)
        self.button = QPushButton(self.tr("Override here"))
        self.button.setProperty("part", "override")
        self.button.setCursor(Qt.CursorShape.PointingHandCursor)
        self.button.setAccessibleName(self.tr("Override %1 here").replace("%1", field.label))
        self.button.clicked.connect(self._override)
        beside = QVBoxLayout()
        beside.setContentsMargins(0, 2, 0, 2)
        beside.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        self.frame.row.addLayout(beside)
        self.frame.row.setContentsMargins(9, 0, 4, 0)
        self.frame.watch(self.button)
        self.button.setVisible(self._can_be_overridden())

    def _can_be_overridden(self) -> bool:
        return self.field.inherited is not None and self.field.is_editable

    def _template_words(self) -> str:
        about = self.field.about
        if about is None or not about.computed or not self.field.is_present:
            return ""
        return self.tr("made of %1").replace("%1", about.computed)

    def show_node(self, node: Node | None, front_matter: FrontMatter) -> None:
        self.text.show_value(self._shown(node, front_matter)[:_LONGEST])
        self.text.setReadOnly(True)
        self.noted.emit()

    def _shown(self, node: Node | None, front_matter: FrontMatter) -> str:
        about = self.field.about
        if node is not None:
            is_nothing = is_null(node) and isinstance(node, Scalar) and not node.raw
            return "" if is_nothing else _as_text(node, front_matter)
        if self.field.inherited is not None:
            return shown(self.field.inherited.value)
        return about.computed if about is not None else ""

    def show_whether_it_counts(self, _counts: bool) -> None:
        if self.frame is not None:
            self.frame.show_still(True)

    def hint(self) -> str:
        inherited, about = self.field.inherited, self.field.about
        if inherited is not None and not self.field.is_present:
            return self.tr("from %1").replace("%1", _place(inherited.said))
        if self.field.is_computed or about is None:
            return self.tr("computed")
        return self.tr("read-only by %1").replace("%1", _place(about.said))

    def _override(self) -> None:
        if self.field.inherited is not None:
            self.edited.emit(AddKey(self.field.path, (self.field.inherited.value,)))
            self.added.emit(self.field.path)


def _place(said: Said) -> str:
    """Where it is said, as people look it up; who says it where no file does."""
    return f"{said.file}:{said.line}" if said.line else said.file or said.source


def _as_text(node: Node, front_matter: FrontMatter) -> str:
    return text_of(node) if isinstance(node, Scalar) else node.span.of(front_matter.text)


def shown(value: Value) -> str:
    """A value as people read it: the items of a list beside each other, keys with their values."""
    if isinstance(value, list):
        return ", ".join(shown(item) for item in value)
    if isinstance(value, dict):
        return ", ".join(f"{key}: {shown(of)}" for key, of in value.items())
    return written(value)
