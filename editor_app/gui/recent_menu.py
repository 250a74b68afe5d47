"""What was open lately, as a menu: posts and the folders of sites, the newest first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from editor_app.gui.window_memory import Recent

_MOST_POSTS = 9
_MOST_SITES = 6
_WIDTH = 48


class RecentMenu(QMenu):
    """Looks each time that it opens, and opens nothing itself."""

    open_requested = Signal(object)  # Path

    def __init__(self, recent: Callable[[], Recent], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("recentMenu")
        self.setAccessibleName(self.tr("Open recent"))
        self._recent = recent
        self.aboutToShow.connect(self._fill)
        self.triggered.connect(self._choose)

    def open_at(self, place: QPoint) -> None:
        """Show it for the keyboard, with the first entry ready for Enter."""
        self.popup(place)
        first = next((one for one in self.actions() if one.isEnabled()), None)
        if first is not None:
            self.setActiveAction(first)

    def _fill(self) -> None:
        self.clear()
        recent = self._recent()
        self._add(self.tr("Posts"), recent.posts[:_MOST_POSTS], is_numbered=True)
        self._add(self.tr("Sites"), recent.folders[:_MOST_SITES], is_numbered=False)
        if self.isEmpty():
            self.addAction(self.tr("Nothing was open yet")).setEnabled(False)

    def _add(self, title: str, paths: Sequence[Path], *, is_numbered: bool) -> None:
        if not paths:
            return
        if not self.isEmpty():
            self.addSeparator()
        self.addAction(title).setEnabled(False)
        for number, path in enumerate(paths, 1):
            name = _shortened(path.name or str(path))
            key = f"&{number}  " if is_numbered else ""
            # What follows the tab stands at the right end, as keys do.
            action = self.addAction(f"{key}{name}\t{_shortened(_place(path.parent))}")
            action.setData(str(path))

    def _choose(self, action: QAction) -> None:
        if action.data():
            self.open_requested.emit(Path(action.data()))


def _place(folder: Path) -> str:
    home = Path.home()
    return str("~" / folder.relative_to(home)) if folder.is_relative_to(home) else str(folder)


def _shortened(text: str) -> str:
    """With what tells paths apart, which is their end."""
    shown = text if len(text) <= _WIDTH else "…" + text[1 - _WIDTH :]
    return shown.replace("&", "&&")
