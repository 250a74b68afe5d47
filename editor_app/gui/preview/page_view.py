"""What shows a page: the same for the web engine and for the plain view."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from editor_app.core.render.patches import Block, Patch, patched
from editor_app.gui.theme import Theme

_RING = 2


class PageView(QWidget):
    """Holds the blocks of a page; a view brings them to the eye.

    Around the view is room for a ring, which says that the keyboard is there: the
    page itself shows no caret.
    """

    line_clicked = Signal(int)
    top_line_changed = Signal(float)
    link_activated = Signal(str)
    failed = Signal(str)
    """The page can't be shown any more; the text says so to the user."""
    caught_up = Signal()
    """The page has taken all that it was given."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._blocks: list[Block] = []
        self._has_focus = False
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow_focus)

    @property
    def has_focus(self) -> bool:
        """Whether the keyboard is in the page."""
        return self._has_focus

    @property
    def blocks(self) -> Sequence[Block]:
        """What the page has or is about to have."""
        return self._blocks

    def open(self, root: Path | None, path: str) -> None:
        """Begin an empty page at a path of the site, against which images are found."""
        raise NotImplementedError

    def patch(self, patch: Patch) -> None:
        """Change the page."""
        self._blocks = patched(self._blocks, patch)

    def show_theme(self, theme: Theme) -> None:
        raise NotImplementedError

    def scroll_to_line(self, line: float) -> None:
        """Put a line of the text on top, unless the user is scrolling here."""
        raise NotImplementedError

    def _fill(self, view: QWidget) -> None:
        view.setObjectName("previewPage")
        view.setAccessibleName(self.tr("Preview"))
        self.setFocusProxy(view)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_RING, _RING, _RING, _RING)
        layout.addWidget(view)

    def _follow_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        has_focus = now is not None and self.isAncestorOf(now)
        if has_focus != self._has_focus:
            self._has_focus = has_focus
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The margin in the colour of the page, or the ring."""
        palette = self.palette()
        colour = (palette.accent() if self._has_focus else palette.base()).color()
        painter = QPainter(self)
        pen = QPen(colour, _RING)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        half = _RING // 2
        painter.drawRect(self.rect().adjusted(half, half, -half, -half))
        painter.end()
