"""The menu of the text: undo by name, the clipboard, the fixes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from editor_app.core.diagnostics import Diagnostic, Fix
from editor_app.gui.document import Document
from editor_app.gui.editor.fix_menu import add_fixes
from editor_app.gui.editor.text_edit import Editor
from editor_app.gui.theme import Theme

_KEYS = QKeySequence.StandardKey


def text_menu(
    editor: Editor,
    document: Document,
    diagnostics: Sequence[Diagnostic],
    chosen: Callable[[Fix], None],
    theme: Theme,
) -> QMenu:
    """A menu for the text as it is now."""
    menu = QMenu(editor)
    menu.setObjectName("textMenu")
    menu.setAccessibleName(QCoreApplication.translate("text_menu", "Text"))
    writable = not document.is_read_only and not document.is_composing
    undo = _add(
        menu,
        _named(QCoreApplication.translate("text_menu", "Undo"), document.undo_name),
        _KEYS.Undo,
        document.undo,
    )
    undo.setEnabled(writable and document.undo_name is not None)
    redo = _add(
        menu,
        _named(QCoreApplication.translate("text_menu", "Redo"), document.redo_name),
        _KEYS.Redo,
        document.redo,
    )
    redo.setEnabled(writable and document.redo_name is not None)
    menu.addSeparator()
    has_selection = editor.textCursor().hasSelection()
    _add(menu, QCoreApplication.translate("text_menu", "Cut"), _KEYS.Cut, editor.cut).setEnabled(
        writable and has_selection
    )
    _add(menu, QCoreApplication.translate("text_menu", "Copy"), _KEYS.Copy, editor.copy).setEnabled(
        has_selection
    )
    _add(
        menu, QCoreApplication.translate("text_menu", "Paste"), _KEYS.Paste, editor.paste
    ).setEnabled(writable and editor.canPaste())
    _add(
        menu,
        QCoreApplication.translate("text_menu", "Select body, then all"),
        _KEYS.SelectAll,
        editor.selectAll,
    )
    add_fixes(menu, [one for one in diagnostics if one.fixes], chosen, theme)
    return menu


def _add(
    menu: QMenu, text: str, key: QKeySequence.StandardKey, action: Callable[[], None]
) -> QAction:
    result = menu.addAction(text)
    result.setShortcut(QKeySequence(key))
    result.setShortcutVisibleInContextMenu(True)
    result.triggered.connect(action)
    return result


def _named(verb: str, name: str | None) -> str:
    return f"{verb}: {name}".replace("&", "&&") if name else verb
