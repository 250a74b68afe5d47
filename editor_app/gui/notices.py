"""Notices: what the window has to say in a bar over the text, and what can be done about it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from editor_app.core.diagnostics import Severity
from editor_app.gui.pane_header import set_property


@dataclass(frozen=True, slots=True)
class Choice:
    """A button of a notice: its id, and words that say what happens."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Notice:
    """What happened, where and what to do; `kind` tells notices apart in code.

    `is_question` stays until it is answered; another can be put away.
    """

    kind: str
    severity: Severity
    text: str
    choices: tuple[Choice, ...] = ()
    is_question: bool = False


class NoticeBar(QFrame):
    """Shows one notice, never in the way of typing; hidden where there is none."""

    chosen = Signal(object, str)  # Notice, Choice.id
    dismissed = Signal(object)  # Notice

    def __init__(self, name: str = "messageBar", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("kind", "notice")
        self._notice: Notice | None = None
        self._sign = QLabel()
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._words.setMinimumWidth(160)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._buttons: list[QPushButton] = []
        self._close = QToolButton()
        self._close.setText("✕")
        self._close.setAccessibleName(self.tr("Put this message away"))
        self._close.setToolTip(self.tr("Put this message away"))
        self._close.clicked.connect(self._dismiss)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 4, 8, 4)
        self._row.setSpacing(8)
        self._row.addWidget(self._sign)
        self._row.addWidget(self._words, 1)
        self._row.addWidget(self._close)
        self.hide()

    @property
    def notice(self) -> Notice | None:
        return self._notice

    def show_notice(self, notice: Notice | None) -> None:
        """Show a notice in place of the one before, or none."""
        if notice == self._notice:
            return
        self._notice = notice
        for button in self._buttons:
            self._row.removeWidget(button)
            button.deleteLater()
        self._buttons = []
        if notice is None:
            self.hide()
            return
        severity = notice.severity
        set_property(self, "severity", severity.word)
        self._sign.setText("●" if severity is Severity.ERROR else "■")
        self._sign.setVisible(severity >= Severity.WARNING)
        role = severity.word if severity >= Severity.WARNING else "dim"
        set_property(self._sign, "role", role)
        self._words.setText(notice.text)
        self._words.setAccessibleName(notice.text)
        for at, choice in enumerate(notice.choices):
            self._add_button(choice, is_first=at == 0)
        self._close.setVisible(not notice.is_question)
        self.show()

    def _add_button(self, choice: Choice, *, is_first: bool) -> None:
        button = QPushButton(choice.text)
        button.setObjectName(f"choice:{choice.id}")
        button.setAccessibleName(choice.text)
        if is_first:
            button.setProperty("kind", "primary")
        button.clicked.connect(self._press)
        button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._buttons.append(button)
        self._row.insertWidget(self._row.count() - 1, button)

    def _press(self) -> None:
        button = self.sender()
        if self._notice is not None and isinstance(button, QPushButton):
            self.chosen.emit(self._notice, button.objectName().removeprefix("choice:"))

    def _dismiss(self) -> None:
        if self._notice is not None:
            self.dismissed.emit(self._notice)
