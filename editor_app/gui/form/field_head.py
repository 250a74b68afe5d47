"""The line above an input: the key, its menu, and a hint at the right."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QToolButton,
    QWidget,
)

from editor_app.core.diagnostics import Severity
from editor_app.core.frontmatter.paths import dotted
from editor_app.core.schema.field import Field
from editor_app.gui.elided import ElidedLabel
from editor_app.gui.pane_header import set_property

HEIGHT = 18
_LABEL = 84
"""So wide a label stays; key and hint give way before."""


class KeyInput(QLineEdit):
    """Where a key is renamed: `given` carries the new one, `closed` comes in any case."""

    given = Signal(str)
    closed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.given.emit(self.text().strip())
            self.closed.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


class FieldHead(QWidget):
    """Signals say what was chosen in the menu; `moved` carries -1 or 1."""

    renamed = Signal(str)
    moved = Signal(int)
    removed = Signal()
    shown_in_text = Signal()

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self.label = ElidedLabel(field.label, self._about(), _LABEL)
        self.label.setProperty("role", "dim")
        key = "" if _is_alike(field.label, field.key) else field.key
        self.key = ElidedLabel(key, self._about())
        self.key.setProperty("role", "faint")
        self.badge = QLabel(self.tr("deprecated") if field.is_deprecated else "")
        self.badge.setProperty("part", "badge")
        self._key: KeyInput | None = None
        self.menu_button = QToolButton()
        self.menu_button.setText("⋯")
        self.menu_button.setProperty("part", "menu")
        self.menu_button.setFixedSize(20, 16)
        self.menu_button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.menu_button.setAccessibleName(self.tr("Menu of %1").replace("%1", field.label))
        self.menu_button.setToolTip(self.tr("Field menu  Shift+F10"))
        self.menu_button.clicked.connect(self.open_menu)
        keeps = self.menu_button.sizePolicy()
        keeps.setRetainSizeWhenHidden(True)
        self.menu_button.setSizePolicy(keeps)
        self.menu_button.hide()
        self.hint = ElidedLabel()
        self.hint.setProperty("part", "hint")
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.label)
        row.addWidget(self.key)
        row.addWidget(self.badge)
        row.addWidget(self.menu_button)
        row.addStretch(1)
        row.addWidget(self.hint)
        self.key.setVisible(bool(self.key.text()))
        self.badge.setVisible(field.is_deprecated)
        self.setMinimumHeight(HEIGHT)

    def _about(self) -> str:
        """What the site says of the field, and where."""
        about = self.field.about
        key = dotted(self.field.path)
        lines = [self.field.help, key if key != self.field.label else ""]
        if about is not None and about.said.file:
            lines.append(str(about.said))
        return "\n".join(line for line in lines if line)

    def show_hint(self, text: str, severity: Severity | None = None) -> None:
        if text != self.hint.text():
            self.hint.setText(text)
        set_property(self.hint, "severity", severity.word if severity else "")

    def show_whether_it_counts(self, counts: bool) -> None:
        set_property(self.label, "role", "dim" if counts else "faint")

    def show_menu_button(self, is_shown: bool) -> None:
        self.menu_button.setVisible(is_shown and self.field.is_present)

    def menu(self) -> QMenu:
        """A new menu of what can be done to the field's key."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Rename…"), self.open_key)
        if not self.field.is_placed:
            menu.addAction(self.tr("Move up\tAlt+Up"), self._move_up)
            menu.addAction(self.tr("Move down\tAlt+Down"), self._move_down)
        menu.addAction(self.tr("Show in text"), self.shown_in_text.emit)
        menu.addSeparator()
        menu.addAction(self.tr("Remove %1").replace("%1", self.field.label), self.removed.emit)
        return menu

    def open_menu(self) -> None:
        """Show the menu under its button; a key may ask for it twice."""
        if QApplication.activePopupWidget() is not None:
            return
        menu = self.menu()
        menu.popup(self.menu_button.mapToGlobal(self.menu_button.rect().bottomLeft()))
        menu.setActiveAction(menu.actions()[0])

    def open_key(self) -> None:
        """Let the key be renamed in its place."""
        key = KeyInput(self.field.key, self)
        key.setAccessibleName(self.tr("New name of %1").replace("%1", self.field.label))
        key.given.connect(self._rename)
        key.closed.connect(self._close_key)
        key.editingFinished.connect(self._close_key)
        self._key = key
        self._row.insertWidget(0, key)
        self.label.hide()
        self.key.hide()
        key.show()
        key.setFocus()
        key.selectAll()

    def _close_key(self) -> None:
        key, self._key = self._key, None
        if key is not None:
            key.hide()
            key.deleteLater()
        self.label.show()
        self.key.setVisible(bool(self.key.text()))

    def _rename(self, key: str) -> None:
        if key and key != self.field.key:
            self.renamed.emit(key)

    def _move_up(self) -> None:
        self.moved.emit(-1)

    def _move_down(self) -> None:
        self.moved.emit(1)


def _is_alike(label: str, key: str) -> bool:
    """Whether the label is no more than the key for people: "Reading time"."""
    return _bare(label) == _bare(key)


def _bare(name: str) -> str:
    return re.sub("[-_ ]", "", name).casefold()
