"""Commands: each once, with keys that no other has, a text in every language, and an icon."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from editor_app.core.resources import resource
from editor_app.gui.commands import COMMANDS, Menu, actions
from editor_app.gui.theme import LIGHT
from editor_app.gui.tool_bar import menus, tint


def test_no_two_commands_share_an_id_or_a_key() -> None:
    assert max(Counter(command.id for command in COMMANDS).values()) == 1
    keys = [QKeySequence(key).toString() for command in COMMANDS for key in command.keys]
    assert [key for key, times in Counter(keys).items() if times > 1] == []


def test_every_key_is_one_that_qt_knows() -> None:
    unknown = [
        key for command in COMMANDS for key in command.keys if not QKeySequence(key).toString()
    ]
    assert unknown == []


def test_every_icon_is_there() -> None:
    for command in COMMANDS:
        if command.icon is not None:
            assert resource(f"icons/{command.icon}.svg").is_file()


def test_every_command_stands_in_a_menu(qapp: QApplication) -> None:
    parent = QWidget()
    made = actions(parent)
    tint(made, LIGHT)
    shown = menus(made, parent)
    in_menus = [action for menu in shown.values() for action in menu.actions()]
    assert {action for action in in_menus if not action.isSeparator()} == set(made.values())
    assert list(shown) == list(Menu)


def test_the_key_stands_beside_the_words(qapp: QApplication) -> None:
    parent = QObject()
    assert actions(parent)["save"].toolTip() == "Save  Ctrl+S"
