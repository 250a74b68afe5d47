"""Questions with two or three answers, whose buttons say what happens."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from editor_app.gui.notices import Choice
from editor_app.gui.pane_header import label

CANCEL = "cancel"


class Question(QDialog):
    """Asks without blocking the program; `answered` carries the choice's id, or `CANCEL`.

    The first choice is the one that Enter takes.
    """

    answered = Signal(str)

    def __init__(
        self,
        title: str,
        sentence: str,
        choices: Sequence[Choice],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("question")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(title)
        self._answer = CANCEL
        heading = label(title, "title")
        words = label(sentence, "plain")
        words.setWordWrap(True)
        words.setMinimumWidth(360)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        cancel = Choice(CANCEL, self.tr("Cancel"))
        for at, choice in reversed(list(enumerate((*choices, cancel)))):
            button = QPushButton(choice.text)
            button.setObjectName(f"choice:{choice.id}")
            button.clicked.connect(self._press)
            if at == 0:
                button.setProperty("kind", "primary")
                button.setDefault(True)
                button.setFocus()
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(12)
        column.addWidget(heading)
        column.addWidget(words)
        column.addLayout(buttons)
        self.finished.connect(self._tell)

    def _press(self) -> None:
        button = self.sender()
        if isinstance(button, QPushButton):
            self._answer = button.objectName().removeprefix("choice:")
        self.accept()

    def _tell(self) -> None:
        self.answered.emit(self._answer)
