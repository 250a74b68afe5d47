"""Where the panes stand: beside one another, below, or in a drawer where it is narrow."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import IntEnum

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QLayout, QSplitter, QVBoxLayout, QWidget

POSTS, FORM, EDITOR, PREVIEW, PROBLEMS = "posts", "form", "editor", "preview", "problems"
PANES = (POSTS, FORM, EDITOR, PREVIEW, PROBLEMS)
"""In the order of F6, which is the order of reading."""

_COLUMNS = (POSTS, FORM, EDITOR, PREVIEW)
_LEAST = {POSTS: 168, FORM: 220, EDITOR: 300, PREVIEW: 240}
_DRAWER_WIDTH = 320


class Width(IntEnum):
    """How much stands beside one another; the value is the least width of the window."""

    SHARED = 0
    """Editor and preview share one place."""
    TWO = 800
    """Editor and preview; posts and form in drawers."""
    THREE = 1000
    """The form too."""
    WHOLE = 1200

    @classmethod
    def of(cls, width: int) -> Width:
        return max((step for step in cls if step <= width), default=cls.SHARED)

    @property
    def folded(self) -> frozenset[str]:
        """The panes that are drawers at this width."""
        if self is Width.WHOLE:
            return frozenset()
        return frozenset({POSTS}) if self is Width.THREE else frozenset({POSTS, FORM})


@dataclass(frozen=True, slots=True)
class Arrangement:
    """What the user made of the window: which panes, and how large; in logical pixels."""

    shown: frozenset[str] = frozenset({POSTS, FORM, PREVIEW, PROBLEMS})
    widths: Mapping[str, int] = field(
        default_factory=lambda: {POSTS: 236, FORM: 316, EDITOR: 456, PREVIEW: 432}
    )
    problems_height: int = 190
    card_width: int = 432


class DeskLayout(QWidget):
    """Holds the five panes and lays them out for the width that there is."""

    panes_changed = Signal()

    def __init__(self, panes: Mapping[str, QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._panes = dict(panes)
        self._arrangement = Arrangement()
        self._width = Width.WHOLE
        self._drawer: str | None = None
        self._is_preview_in_front = False
        self._is_arranging = False
        self._is_placed = False
        self._columns = _splitter(Qt.Orientation.Horizontal)
        self._rows = _splitter(Qt.Orientation.Vertical)
        self._rows.addWidget(self._columns)
        self._rows.addWidget(self._panes[PROBLEMS])
        self._rows.setStretchFactor(0, 1)
        self._rows.setStretchFactor(1, 0)
        for name in _COLUMNS:
            pane = self._panes[name]
            pane.setMinimumWidth(max(_LEAST[name], pane.minimumWidth()))
            self._columns.addWidget(pane)
            stretch = 1 if name in (EDITOR, PREVIEW) else 0
            self._columns.setStretchFactor(self._columns.indexOf(pane), stretch)
        self._sheet = QFrame(self)
        self._sheet.setObjectName("drawer")
        self._sheet.setFrameShape(QFrame.Shape.NoFrame)
        sheet_column = QVBoxLayout(self._sheet)
        sheet_column.setContentsMargins(0, 0, 1, 0)
        self._sheet.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        # Panes fold away when it gets narrow: what stands here now must not forbid that.
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        column.addWidget(self._rows)
        self._columns.splitterMoved.connect(self._note_sizes)
        self._rows.splitterMoved.connect(self._note_sizes)
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST[EDITOR], 200)

    # --- what is shown

    @property
    def arrangement(self) -> Arrangement:
        """As the user left it, to be remembered."""
        return self._arrangement

    @property
    def is_shared(self) -> bool:
        """Whether editor and preview share one place."""
        return self._width is Width.SHARED

    @property
    def is_preview_in_front(self) -> bool:
        """Of the two that share one place."""
        return self._is_preview_in_front

    def restore(self, arrangement: Arrangement) -> None:
        self._arrangement = arrangement
        self._arrange()

    def is_shown(self, name: str) -> bool:
        """Whether a pane can be seen now, in its place or as a drawer."""
        if name in self._width.folded:
            return self._drawer == name
        if self.is_shared and name in (EDITOR, PREVIEW):
            return self._is_preview_in_front == (name == PREVIEW)
        return name == EDITOR or name in self._arrangement.shown

    def toggle(self, name: str) -> None:
        """Show a pane or hide it, as a drawer where it is narrow."""
        self.show_pane(name, is_shown=not self.is_shown(name))

    def show_pane(self, name: str, *, is_shown: bool = True) -> None:
        """Bring a pane where it can be seen, or take it away."""
        if self.is_shown(name) == is_shown:
            return
        if name in self._width.folded:
            self._drawer = name if is_shown else None
        elif self.is_shared and name in (EDITOR, PREVIEW):
            self._is_preview_in_front = (name == PREVIEW) == is_shown
        elif name != EDITOR:
            shown = self._arrangement.shown
            shown = shown | {name} if is_shown else shown - {name}
            self._arrangement = replace(self._arrangement, shown=shown)
        self._arrange()

    def close_drawer(self) -> None:
        if self._drawer is not None:
            self.show_pane(self._drawer, is_shown=False)

    def pane_with_focus(self) -> str | None:
        """The pane in which the keyboard is."""
        focus = QApplication.focusWidget()
        for name, pane in self._panes.items():
            if focus is not None and (focus is pane or pane.isAncestorOf(focus)):
                return name
        return None

    # --- laying out

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._is_placed:  # sizes that are set before there is a place are only a ratio
            self._is_placed = True
            self._set_sizes()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = Width.of(event.size().width())
        if width is not self._width:
            self._width = width
            self._drawer = None
            self._arrange()
        self._place_drawer()

    def _arrange(self) -> None:
        self._is_arranging = True
        folded = self._width.folded
        for at, name in enumerate(_COLUMNS):
            pane = self._panes[name]
            if name in folded and self._drawer == name:
                self._in_drawer(pane)
            elif name in folded:
                pane.hide()
            else:
                if pane.parentWidget() is not self._columns:
                    self._columns.insertWidget(at, pane)
                pane.setVisible(self.is_shown(name))
        self._panes[PROBLEMS].setVisible(self.is_shown(PROBLEMS))
        self._sheet.setVisible(self._drawer is not None)
        self._place_drawer()
        self._set_sizes()
        self._is_arranging = False
        self.panes_changed.emit()

    def _in_drawer(self, pane: QWidget) -> None:
        column = self._sheet.layout()
        if column is not None:
            column.addWidget(pane)
        pane.show()

    def _place_drawer(self) -> None:
        if self._drawer is None:
            return
        wanted = max(_DRAWER_WIDTH, self._arrangement.widths[self._drawer])
        self._sheet.setGeometry(QRect(0, 0, min(wanted, self.width() - 48), self.height()))
        self._sheet.raise_()

    def _set_sizes(self) -> None:
        place = {name: self._columns.indexOf(self._panes[name]) for name in _COLUMNS}
        names = sorted((name for name in _COLUMNS if place[name] >= 0), key=lambda one: place[one])
        taken = {
            name: self._arrangement.widths[name] if self.is_shown(name) else 0 for name in names
        }
        rest = self._columns.width() - sum(taken.values())
        if PREVIEW in taken and self.is_shown(PREVIEW) and self.is_shown(EDITOR):
            taken[PREVIEW] = max(_LEAST[PREVIEW], taken[PREVIEW] + rest // 2)
            rest -= rest // 2
        taken[EDITOR] = max(_LEAST[EDITOR], taken.get(EDITOR, 0) + rest)
        self._columns.setSizes([taken[name] for name in names])
        low = self._arrangement.problems_height
        self._rows.setSizes([max(120, self._rows.height() - low), low])

    def _note_sizes(self) -> None:
        if self._is_arranging:
            return
        widths = dict(self._arrangement.widths)
        for name in _COLUMNS:
            pane = self._panes[name]
            if pane.parentWidget() is self._columns and pane.isVisible():
                widths[name] = pane.width()
        height = self._panes[PROBLEMS].height()
        self._arrangement = replace(
            self._arrangement,
            widths=widths,
            problems_height=height
            if self.is_shown(PROBLEMS)
            else self._arrangement.problems_height,
        )

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._place_drawer()
        return super().event(event)


def _splitter(orientation: Qt.Orientation) -> QSplitter:
    splitter = QSplitter(orientation)
    splitter.setHandleWidth(1)
    splitter.setChildrenCollapsible(False)
    return splitter
