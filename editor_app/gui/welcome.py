"""What stands in the place of the text while no post is open."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from editor_app.gui.pane_header import label

_MOST = 6


class Welcome(QWidget):
    """One sentence on what to do, and the buttons to do it with."""

    new_requested = Signal()
    folder_requested = Signal()
    open_requested = Signal(object)  # Path

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("welcome")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._words = label("", "title")
        self._words.setWordWrap(True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.folder = QPushButton(self.tr("Open folder…") + "   Ctrl+Shift+O")
        self.folder.setAccessibleName(self.tr("Open folder"))
        self.folder.clicked.connect(self.folder_requested)
        self.new = QPushButton(self.tr("New post…") + "   Ctrl+N")
        self.new.setAccessibleName(self.tr("New post"))
        self.new.clicked.connect(self.new_requested)
        self._recent_title = label(self.tr("Open lately"), "dim")
        self._recent: list[QPushButton] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(8)
        column.addStretch(2)
        column.addWidget(self._words)
        column.addSpacing(8)
        for button in (self.folder, self.new):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(12)
        column.addWidget(self._recent_title, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column = column
        self._recent_at = column.count()
        column.addStretch(3)
        self.show_state(has_folder=False, recent=())

    def show_state(self, *, has_folder: bool, recent: Sequence[Path]) -> None:
        """Say what can be done: with a folder a post is chosen, without one a folder is."""
        words = (
            self.tr("Choose a post at the left, or begin a new one")
            if has_folder
            else self.tr("Open the folder of your site to see its posts")
        )
        self._words.setText(words)
        self.folder.setVisible(not has_folder)
        self.new.setVisible(has_folder)
        for button in self._recent:
            self._column.removeWidget(button)
            button.deleteLater()
        self._recent = []
        for at, path in enumerate(recent[:_MOST]):
            button = QPushButton(path.name or str(path))
            button.setProperty("kind", "link")
            button.setToolTip(str(path))
            button.clicked.connect(self._open)
            self._recent.append(button)
            place = self._recent_at + at
            self._column.insertWidget(place, button, 0, Qt.AlignmentFlag.AlignHCenter)
        self._recent_title.setVisible(bool(self._recent))

    def focus_first(self) -> None:
        """Bring the keyboard to what is to be done first."""
        (self.new if self.folder.isHidden() else self.folder).setFocus()

    def _open(self) -> None:
        button = self.sender()
        if isinstance(button, QPushButton):
            self.open_requested.emit(Path(button.toolTip()))
