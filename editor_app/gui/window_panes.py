"""Going from pane to pane with the keyboard, and showing and hiding panes."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QScrollArea, QToolButton, QWidget

from editor_app.gui import desk_layout
from editor_app.gui.desk_layout import DeskLayout

_TOGGLED = (desk_layout.POSTS, desk_layout.FORM, desk_layout.PREVIEW, desk_layout.PROBLEMS)

_ROOM = 32
"""Over and under what takes the keyboard, in logical pixels: a field's name stands over it."""


class WindowPanes(QObject):
    """Knows where the keyboard goes in each pane; the text has a way of its own."""

    def __init__(
        self,
        desk: DeskLayout,
        panes: Mapping[str, QWidget],
        actions: Mapping[str, QAction],
        switch: QToolButton,
        to_text: Callable[[], object],
    ) -> None:
        super().__init__(desk)
        self._desk, self._panes, self._actions = desk, panes, actions
        self._switch, self._to_text = switch, to_text
        desk.panes_changed.connect(self.show_switches)
        switch.clicked.connect(self._switch_places)
        for pane in panes.values():
            back = QShortcut(QKeySequence("Esc"), pane)
            back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            back.activated.connect(self.focus_text)
        self.show_switches()

    def focus_text(self) -> None:
        """Bring the keyboard back to the text, out of a drawer too."""
        self._desk.close_drawer()
        self._desk.show_pane(desk_layout.EDITOR)
        self._to_text()

    def toggle(self, name: str) -> None:
        """Show a pane and go there, or hide it."""
        had_focus = self._desk.pane_with_focus() == name
        self._desk.toggle(name)
        if self._desk.is_shown(name) and name in (desk_layout.POSTS, desk_layout.FORM):
            self._focus(name)
        elif had_focus and not self._desk.is_shown(name):
            self.focus_text()

    def step(self, by: int) -> None:
        """Go to the next pane that is shown, or to the one before with -1."""
        shown = [name for name in desk_layout.PANES if self._desk.is_shown(name)]
        here = self._desk.pane_with_focus()
        at = shown.index(here) + by if here in shown else min(by, 0)
        self._focus(shown[at % len(shown)])

    def show_switches(self) -> None:
        """Have the menu say which panes are shown."""
        for name in _TOGGLED:
            self._actions[f"toggle-{name}"].setChecked(self._desk.is_shown(name))
        self._switch.setVisible(self._desk.is_shared)
        words = self.tr("Text") if self._desk.is_preview_in_front else self.tr("Preview")
        self._switch.setText(f"{words}  Ctrl+Shift+V")
        self._switch.setAccessibleName(words)

    def _switch_places(self) -> None:
        self._desk.toggle(desk_layout.PREVIEW)

    def _focus(self, name: str) -> None:
        if name == desk_layout.EDITOR:
            self.focus_text()
        else:
            _focus_first(self._panes[name])


def _focus_first(pane: QWidget) -> None:
    """Bring the keyboard to the first widget of a pane that takes it."""
    proxy = pane.focusProxy()
    target = pane if proxy is not None and proxy.isVisible() else _first_of(pane)
    target.setFocus(Qt.FocusReason.ShortcutFocusReason)
    _bring_into_sight(target)


def _bring_into_sight(widget: QWidget) -> None:
    """Scroll what stands around a widget so that it is seen, and what is written over it."""
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(widget, 0, _ROOM)
        around = around.parentWidget()


def _first_of(pane: QWidget) -> QWidget:
    one = pane.nextInFocusChain()
    while one is not None and one is not pane:
        takes = bool(one.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if takes and pane.isAncestorOf(one) and one.isVisible() and one.isEnabled():
            return one
        one = one.nextInFocusChain()
    return pane
