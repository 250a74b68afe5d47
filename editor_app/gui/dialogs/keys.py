"""The page of keyboard shortcuts, made of the list of commands."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from editor_app.gui.commands import COMMANDS, Menu, text_of


class KeysDialog(QDialog):
    """Every command that has a key, under the menu in which it stands."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.resize(520, 560)
        tree = QTreeWidget()
        tree.setAccessibleName(self.tr("Keyboard shortcuts"))
        tree.setColumnCount(2)
        tree.setHeaderHidden(True)
        tree.setRootIsDecorated(False)
        for menu in Menu:
            title = QTreeWidgetItem([menu.title.replace("&", ""), ""])
            tree.addTopLevelItem(title)
            for command in COMMANDS:
                if command.menu is menu and command.keys:
                    keys = "   ".join(
                        QKeySequence(one).toString(QKeySequence.SequenceFormat.NativeText)
                        for one in command.keys
                    )
                    title.addChild(QTreeWidgetItem([text_of(command).rstrip("…"), keys]))
            title.setExpanded(True)
        tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        close = QPushButton(self.tr("Close"))
        close.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addWidget(tree, 1)
        column.addLayout(buttons)
