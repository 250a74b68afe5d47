"""The tool bar: the few commands that are always at hand, and the menus behind one button."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton, QWidget

from editor_app.gui.commands import COMMANDS, Menu
from editor_app.gui.icons import icon
from editor_app.gui.theme import Theme

HEIGHT = 40
_LEFT = (("toggle-posts", "new", "save"), ("undo", "redo"))
_RIGHT = ("site-problems", "find")


class ToolBar(QFrame):
    """Buttons for actions; F10 opens the menus."""

    def __init__(self, actions: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("toolBar")
        self.setFixedHeight(HEIGHT)
        self._actions = actions
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 8, 0)
        row.setSpacing(4)
        for at, group in enumerate(_LEFT):
            if at:
                row.addWidget(_divider())
            for name in group:
                row.addWidget(_button(actions[name]))
        row.addStretch(1)
        for name in _RIGHT:
            row.addWidget(_button(actions[name]))
        self.menu_button = _button(None)
        self.menu_button.setObjectName("menuButton")
        self.menu_button.setAccessibleName(self.tr("Menu"))
        self.menu_button.setToolTip(self.tr("Menu  F10"))
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        row.addWidget(self.menu_button)

    def set_menus(self, menus: Sequence[QMenu]) -> None:
        """Put the menus behind the button at the right end."""
        whole = QMenu(self)
        for menu in menus:
            whole.addMenu(menu)
        self.menu_button.setMenu(whole)

    def show_theme(self, theme: Theme) -> None:
        """Give the button and all actions their icons in the theme's colour."""
        self.menu_button.setIcon(icon("ellipsis", theme))
        tint(self._actions, theme)


def menus(actions: Mapping[str, QAction], parent: QWidget) -> dict[Menu, QMenu]:
    """The menus of the command list, in its order."""
    result = {menu: QMenu(menu.title, parent) for menu in Menu}
    for command in COMMANDS:
        if command.starts_group:
            result[command.menu].addSeparator()
        result[command.menu].addAction(actions[command.id])
    return result


def tint(actions: Mapping[str, QAction], theme: Theme) -> None:
    """Give the actions their icons in the theme's colour."""
    for command in COMMANDS:
        if command.icon is not None:
            actions[command.id].setIcon(icon(command.icon, theme))
            actions[command.id].setIconVisibleInMenu(False)


def _button(action: QAction | None) -> QToolButton:
    button = QToolButton()
    button.setIconSize(QSize(18, 18))
    button.setFixedSize(32, 30)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    if action is not None:
        button.setDefaultAction(action)
        button.setObjectName(f"button:{action.objectName().removeprefix('command:')}")
        button.setAccessibleName(action.text().replace("&", ""))
    return button


def _divider() -> QFrame:
    line = QFrame()
    line.setProperty("kind", "divider")
    line.setFixedSize(1, 18)
    return line
