"""What the form says where there is nothing to edit, and what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from editor_app.core.diagnostics import Severity
from editor_app.gui.form.look import EDGE
from editor_app.gui.pane_header import set_property


class Notice(QFrame):
    """A headline, a sentence, and buttons where something can be done.

    `mend_pressed` comes from the first, which changes the text, `pressed` from the other.
    """

    pressed = Signal()
    mend_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "notice")
        self.headline = self._label("headline")
        self.sentence = self._label("sentence")
        self.button = QPushButton()
        self.button.setObjectName("formNoticeButton")
        self.button.clicked.connect(self.pressed)
        self.mend = QPushButton()
        self.mend.setObjectName("formNoticeMend")
        self.mend.clicked.connect(self.mend_pressed)
        column = QVBoxLayout(self)
        column.setContentsMargins(EDGE, 10, EDGE, 12)
        column.setSpacing(6)
        column.addWidget(self.headline)
        column.addWidget(self.sentence)
        column.addSpacing(2)
        column.addWidget(self.mend, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def _label(self, part: str) -> QLabel:
        label = QLabel()
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setProperty("part", part)
        label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        return label

    def say(
        self,
        headline: str,
        sentence: str = "",
        button: str = "",
        severity: Severity | None = None,
        mend: str = "",
    ) -> None:
        """Show the words; what has no words can't be pressed."""
        self.headline.setText(headline)
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))
        for each, words in ((self.button, button), (self.mend, mend)):
            each.setText(words)
            each.setVisible(bool(words))
        set_property(self, "severity", severity.word if severity else "")
        self.show()
