"""Every command of the window once: its id, text, keys and icon.

Menus, the tool bar, tooltips and the page of shortcuts are made of this list.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

_CONTEXT = "commands"


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:
    """Mark a text for the catalogue under the name that lupdate knows.

    Qt's own function of this name is typed as taking and giving any object.
    """
    return text


class Menu(Enum):
    """The menus in their order; the value is the title, `&` before its mnemonic."""

    FILE = QT_TRANSLATE_NOOP("commands", "&File")
    EDIT = QT_TRANSLATE_NOOP("commands", "&Edit")
    VIEW = QT_TRANSLATE_NOOP("commands", "&View")
    GO = QT_TRANSLATE_NOOP("commands", "&Go")
    HELP = QT_TRANSLATE_NOOP("commands", "&Help")

    @property
    def title(self) -> str:
        """In the language of the window."""
        return QCoreApplication.translate(_CONTEXT, self.value)


@dataclass(frozen=True, slots=True)
class Command:
    """A named thing the user can do; `keys` are portable key sequences, the first is shown.

    `starts_group` draws a line above it in its menu.
    """

    id: str
    text: str
    menu: Menu
    keys: tuple[str, ...] = ()
    icon: str | None = None
    is_switch: bool = False
    starts_group: bool = False


COMMANDS: tuple[Command, ...] = (
    Command("new", QT_TRANSLATE_NOOP("commands", "New post…"), Menu.FILE, ("Ctrl+N",), "plus"),
    Command(
        "open", QT_TRANSLATE_NOOP("commands", "Open post…"), Menu.FILE, ("Ctrl+O",), "file-text"
    ),
    Command(
        "open-folder",
        QT_TRANSLATE_NOOP("commands", "Open folder…"),
        Menu.FILE,
        ("Ctrl+Shift+O",),
        "folder-open",
    ),
    Command("open-recent", QT_TRANSLATE_NOOP("commands", "Open recent"), Menu.FILE, ("Ctrl+R",)),
    Command(
        "save",
        QT_TRANSLATE_NOOP("commands", "Save"),
        Menu.FILE,
        ("Ctrl+S",),
        "save",
        starts_group=True,
    ),
    Command("rename", QT_TRANSLATE_NOOP("commands", "Rename…"), Menu.FILE, ("F2",), "pencil"),
    Command("trash", QT_TRANSLATE_NOOP("commands", "Move to trash…"), Menu.FILE, (), "trash-2"),
    Command("reveal", QT_TRANSLATE_NOOP("commands", "Show in its folder"), Menu.FILE),
    Command(
        "close",
        QT_TRANSLATE_NOOP("commands", "Close post"),
        Menu.FILE,
        ("Ctrl+W",),
        starts_group=True,
    ),
    Command("quit", QT_TRANSLATE_NOOP("commands", "Quit"), Menu.FILE, ("Ctrl+Q",)),
    Command("undo", QT_TRANSLATE_NOOP("commands", "Undo"), Menu.EDIT, ("Ctrl+Z",), "undo-2"),
    Command(
        "redo",
        QT_TRANSLATE_NOOP("commands", "Redo"),
        Menu.EDIT,
        ("Ctrl+Shift+Z", "Ctrl+Y"),
        "redo-2",
    ),
    Command(
        "find",
        QT_TRANSLATE_NOOP("commands", "Find in the text…"),
        Menu.EDIT,
        ("Ctrl+F",),
        "search",
        starts_group=True,
    ),
    Command(
        "replace",
        QT_TRANSLATE_NOOP("commands", "Find and replace…"),
        Menu.EDIT,
        ("Ctrl+H",),
    ),
    Command(
        "fix",
        QT_TRANSLATE_NOOP("commands", "Fix the problem at the caret"),
        Menu.EDIT,
        ("Ctrl+.",),
        "wrench",
        starts_group=True,
    ),
    Command(
        "fix-all",
        QT_TRANSLATE_NOOP("commands", "Apply all safe fixes"),
        Menu.EDIT,
        ("Ctrl+Shift+.",),
    ),
    Command(
        "toggle-posts",
        QT_TRANSLATE_NOOP("commands", "Posts"),
        Menu.VIEW,
        ("Ctrl+B",),
        "panel-left",
        is_switch=True,
    ),
    Command(
        "toggle-form",
        QT_TRANSLATE_NOOP("commands", "Front matter"),
        Menu.VIEW,
        ("Ctrl+Shift+M",),
        is_switch=True,
    ),
    Command(
        "toggle-preview",
        QT_TRANSLATE_NOOP("commands", "Preview"),
        Menu.VIEW,
        ("Ctrl+Shift+V",),
        is_switch=True,
    ),
    Command(
        "toggle-problems",
        QT_TRANSLATE_NOOP("commands", "Problems"),
        Menu.VIEW,
        ("Ctrl+Shift+U",),
        is_switch=True,
    ),
    Command(
        "site-problems",
        QT_TRANSLATE_NOOP("commands", "Problems of the site"),
        Menu.VIEW,
        ("Ctrl+Shift+E",),
        "table",
        is_switch=True,
        starts_group=True,
    ),
    Command(
        "zoom-in",
        QT_TRANSLATE_NOOP("commands", "Larger text"),
        Menu.VIEW,
        ("Ctrl++", "Ctrl+="),
        starts_group=True,
    ),
    Command("zoom-out", QT_TRANSLATE_NOOP("commands", "Smaller text"), Menu.VIEW, ("Ctrl+-",)),
    Command("zoom-reset", QT_TRANSLATE_NOOP("commands", "Usual text size"), Menu.VIEW, ("Ctrl+0",)),
    Command(
        "full-screen",
        QT_TRANSLATE_NOOP("commands", "Full screen"),
        Menu.VIEW,
        ("F11",),
        is_switch=True,
        starts_group=True,
    ),
    Command("go-post", QT_TRANSLATE_NOOP("commands", "Search posts"), Menu.GO, ("Ctrl+P",)),
    Command(
        "next-tab",
        QT_TRANSLATE_NOOP("commands", "Next open post"),
        Menu.GO,
        ("Ctrl+Tab", "Ctrl+PgDown"),
        starts_group=True,
    ),
    Command(
        "previous-tab",
        QT_TRANSLATE_NOOP("commands", "Previous open post"),
        Menu.GO,
        ("Ctrl+Shift+Tab", "Ctrl+PgUp"),
    ),
    Command(
        "next-problem",
        QT_TRANSLATE_NOOP("commands", "Next problem"),
        Menu.GO,
        ("F8",),
        starts_group=True,
    ),
    Command(
        "previous-problem",
        QT_TRANSLATE_NOOP("commands", "Previous problem"),
        Menu.GO,
        ("Shift+F8",),
    ),
    Command(
        "next-post",
        QT_TRANSLATE_NOOP("commands", "Next post with problems"),
        Menu.GO,
        ("F9",),
    ),
    Command(
        "previous-post",
        QT_TRANSLATE_NOOP("commands", "Previous post with problems"),
        Menu.GO,
        ("Shift+F9",),
    ),
    Command(
        "next-pane",
        QT_TRANSLATE_NOOP("commands", "Next pane"),
        Menu.GO,
        ("F6",),
        starts_group=True,
    ),
    Command(
        "previous-pane",
        QT_TRANSLATE_NOOP("commands", "Previous pane"),
        Menu.GO,
        ("Shift+F6",),
    ),
    Command("go-text", QT_TRANSLATE_NOOP("commands", "Back to the text"), Menu.GO, ("Ctrl+J",)),
    Command("keys", QT_TRANSLATE_NOOP("commands", "Keyboard shortcuts"), Menu.HELP, ("F1",)),
    Command("discarded", QT_TRANSLATE_NOOP("commands", "Discarded texts"), Menu.HELP),
    Command("log", QT_TRANSLATE_NOOP("commands", "Show the log"), Menu.HELP),
    Command("about", QT_TRANSLATE_NOOP("commands", "About Galley"), Menu.HELP),
)


def command_of(name: str) -> Command:
    """The command of an id. Raises StopIteration where there is none."""
    return next(one for one in COMMANDS if one.id == name)


def text_of(command: Command) -> str:
    """The command's text in the language of the window."""
    return QCoreApplication.translate(_CONTEXT, command.text)


def actions(parent: QObject) -> dict[str, QAction]:
    """An action for each command, by id, owned by `parent`; add them to a window for their keys."""
    return {command.id: _action(command, parent) for command in COMMANDS}


def _action(command: Command, parent: QObject) -> QAction:
    text = text_of(command)
    action = QAction(text, parent)
    action.setObjectName(f"command:{command.id}")
    action.setCheckable(command.is_switch)
    action.setShortcuts([QKeySequence(keys) for keys in command.keys])
    action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
    action.setMenuRole(_MAC_ROLES.get(command.id, QAction.MenuRole.NoRole))
    action.setToolTip(tool_tip(command))
    return action


def tool_tip(command: Command) -> str:
    """The text with its first key beside it."""
    text = text_of(command).rstrip("…")
    keys = keys_of(command)
    return f"{text}  {keys}" if keys else text


def keys_of(command: Command) -> str:
    """The first key sequence as the system writes it, or nothing."""
    if not command.keys:
        return ""
    return QKeySequence(command.keys[0]).toString(QKeySequence.SequenceFormat.NativeText)


_MAC_ROLES = {
    "quit": QAction.MenuRole.QuitRole,
    "about": QAction.MenuRole.AboutRole,
}
