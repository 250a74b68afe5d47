"""What every field widget has: a field, an input, a way to show a value and to say an edit."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from editor_app.core.diagnostics import Severity
from editor_app.core.frontmatter.front_matter import FrontMatter
from editor_app.core.frontmatter.nodes import Node
from editor_app.core.frontmatter.paths import dotted
from editor_app.core.schema.field import Field
from editor_app.core.text.patterns import Clock
from editor_app.gui.form.fields.picks import written
from editor_app.gui.form.look import Frame, Look

_SHAPE_S = 0.02
"""So long a pattern of the site may take at a key; what takes longer is the analysis's."""


class FieldWidget(QWidget):
    """Shows one field's value and emits `edited` with a write when the user changes it.

    `noted` says that `hint` or `mark` may have changed; `entered` that Return
    was pressed where it means nothing else, `added` that an edit brought the
    field at a path. Subclasses set `input` to what
    takes the focus, and show values in `show_node`. `joins_edits` says that the
    edits of one stay in the field are typing, and so one undo step.
    """

    joins_edits = True

    edited = Signal(object)
    noted = Signal()
    entered = Signal()
    added = Signal(object)

    def __init__(self, field: Field, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self.look = look
        self.input: QWidget = self
        self.frame: Frame | None = None
        self.is_refused = False
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(4)

    def name_input(self, widget: QWidget) -> None:
        """Make `widget` the field's input: its name and its description."""
        self.input = widget
        widget.setObjectName(f"field:{dotted(self.field.path)}")
        required = self.tr("required")
        label = self.field.label
        widget.setAccessibleName(f"{label}, {required}" if self.field.required else label)
        widget.setAccessibleDescription(self.field.help)

    def placeholder(self) -> str:
        """What stands where nothing is typed: the site's own words, else the default."""
        about = self.field.about
        if about is not None and about.placeholder:
            return about.placeholder
        default = self.field.default
        if default is None or isinstance(default, list | dict):
            return ""
        return self.tr("default: %1").replace("%1", written(default))

    def shape_mark(self, text: str) -> str:
        """What the site says of a text that has not the shape that it asks for."""
        shape = self.field.about.shape if self.field.about else None
        if shape is None or not text:
            return ""
        if Clock(_SHAPE_S).is_in(shape.pattern, text) is not False:
            return ""
        return shape.message or self.tr("Has not the shape that is asked for")

    def part_count(self) -> int:
        """How many parts take the focus besides the input: chips, cards."""
        return 0

    def focus_target(self) -> QWidget:
        """What takes the focus. (Qt's focus proxies would lead Tab astray.)"""
        return self.input

    def show_node(self, node: Node | None, front_matter: FrontMatter) -> None:
        """Show the value as it stands in the text; leave alone what shows it already."""
        raise NotImplementedError

    def hint(self) -> str:
        """What stands at the right above the input: a zone, a count."""
        return ""

    def hint_severity(self) -> Severity | None:
        """Whether what the hint says is amiss, or nearly."""
        return None

    def mark(self) -> str:
        """What looks wrong about the value in this kind of field; empty if nothing does."""
        return ""

    def takes_return(self) -> bool:
        """Whether Return still means "mend it" here and not something of the input's own."""
        return False

    def show_severity(self, severity: Severity | None) -> None:
        if self.frame is not None:
            self.frame.show_severity(severity)

    def show_whether_it_counts(self, counts: bool) -> None:
        """A value that does not count now can be edited all the same."""
        if self.frame is not None:
            self.frame.show_still(not counts or not self.field.is_editable)

    def refuse(self) -> None:
        """The text did not take the last edit: keep what was typed, don't show it away."""

    def finish(self) -> None:
        """Write what was typed and not entered yet."""

    def forget(self) -> None:
        """Another post comes: what was typed and did not get into the one before goes."""
        self.is_refused = False
