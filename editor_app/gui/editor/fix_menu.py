"""The quick fixes at a place, as a menu for the keyboard."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from editor_app.core.diagnostics import Diagnostic, Fix
from editor_app.gui.commands import command_of, keys_of
from editor_app.gui.editor.backdrop import severity_colour
from editor_app.gui.icons import pixmap
from editor_app.gui.theme import Theme

_WIDTH = 72


def fix_menu(
    diagnostics: Iterable[Diagnostic],
    chosen: Callable[[Fix], None],
    theme: Theme,
    parent: QWidget,
) -> QMenu:
    """Each diagnostic with its fixes under it; the first fix is ready for Enter."""
    menu = QMenu(parent)
    menu.setObjectName("quickFixes")
    menu.setAccessibleName(QCoreApplication.translate("fix_menu", "Quick fixes"))
    first = add_fixes(menu, diagnostics, chosen, theme)
    if first:
        menu.setActiveAction(first)
    return menu


def add_fixes(
    menu: QMenu,
    diagnostics: Iterable[Diagnostic],
    chosen: Callable[[Fix], None],
    theme: Theme,
) -> QAction | None:
    """Add the fixes to a menu; gives the action of the first one."""
    first: QAction | None = None
    for diagnostic in diagnostics:
        if not menu.isEmpty():
            menu.addSeparator()
        about = menu.addAction(_shortened(diagnostic.message))
        about.setEnabled(False)
        for fix in diagnostic.fixes:
            action = menu.addAction(_shortened(fix.title))
            action.setIcon(pixmap("wrench", severity_colour(theme, diagnostic.severity), 16))
            action.triggered.connect(_Choice(chosen, fix))
            first = first or action
        if not diagnostic.fixes:
            text = QCoreApplication.translate("fix_menu", "There is no fix: this needs a writer")
            menu.addAction(text).setEnabled(False)
    return first


def nothing_here(*, are_elsewhere: bool) -> str:
    """Says that there is nothing to fix, and the key that goes to where there is."""
    if not are_elsewhere:
        return QCoreApplication.translate("fix_menu", "No problem in this text")
    text = QCoreApplication.translate("fix_menu", "No problem in this line; the next: %1")
    return text.replace("%1", keys_of(command_of("next-problem")))


class _Choice:
    """Says which fix was chosen."""

    def __init__(self, chosen: Callable[[Fix], None], fix: Fix) -> None:
        self._chosen, self._fix = chosen, fix

    def __call__(self) -> None:
        self._chosen(self._fix)


def _shortened(text: str) -> str:
    text = " ".join(text.split()).replace("&", "&&")
    return text if len(text) <= _WIDTH else text[: _WIDTH - 1] + "…"
