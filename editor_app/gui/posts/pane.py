"""The posts pane: the posts of the open folder, searched and opened."""

from __future__ import annotations

import datetime
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QMenu,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from editor_app.gui.pane_header import PaneHeader, label
from editor_app.gui.posts.delegate import PostDelegate
from editor_app.gui.posts.model import Counts, PostsModel, Role, SearchedPosts
from editor_app.gui.posts.reading import PostsReading
from editor_app.gui.posts.summary import Summary
from editor_app.gui.theme import Theme


class PostsPane(QWidget):
    """Lists posts and asks for what is to happen with one; does nothing to files itself."""

    open_requested = Signal(object)  # Path
    new_requested = Signal()
    folder_requested = Signal()
    rename_requested = Signal(object)  # Path
    trash_requested = Signal(object)  # Path
    reveal_requested = Signal(object)  # Path

    def __init__(self, theme: Theme, today: datetime.date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("postsPane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._walk: Callable[[], Iterator[Path]] | None = None
        self._current: Path | None = None
        self._model = PostsModel(today, self)
        self._searched = SearchedPosts(self)
        self._searched.setSourceModel(self._model)
        self._reading = PostsReading(self)
        self._delegate = PostDelegate(theme, self)
        self._count = label("", "faint")
        self.search = self._make_search()
        self.list = self._make_list()
        self._empty = _EmptyList(self)
        self._lay_out()
        self._connect()
        self._show_what_there_is()

    def _make_search(self) -> QLineEdit:
        search = QLineEdit()
        search.setObjectName("postsSearch")
        search.setPlaceholderText(self.tr("Search titles   Ctrl+P"))
        search.setAccessibleName(self.tr("Search posts by title or file name"))
        search.setClearButtonEnabled(True)
        return search

    def _make_list(self) -> QListView:
        view = _PostsList()
        view.setObjectName("postsList")
        view.setAccessibleName(self.tr("Posts"))
        view.setModel(self._searched)
        view.setItemDelegate(self._delegate)
        view.setUniformItemSizes(True)
        view.setMouseTracking(True)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        return view

    def _lay_out(self) -> None:
        self._header = PaneHeader(self.tr("Posts"))
        self._header.end(self._count)
        field = QWidget()
        row = QHBoxLayout(field)
        row.setContentsMargins(8, 0, 8, 8)
        row.addWidget(self.search)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header)
        column.addWidget(field)
        column.addWidget(self._stack, 1)
        self.setMinimumWidth(168)
        self.setFocusProxy(self.list)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._search)
        self.search.returnPressed.connect(self._open_first)
        self.list.clicked.connect(self._open)
        self.list.activated.connect(self._open)
        self.list.customContextMenuRequested.connect(self._show_menu)
        self._reading.listed.connect(self._show_listed)
        self._reading.summarised.connect(self._model.update)
        self._reading.finished.connect(self._model.sort_again)
        self._empty.folder.clicked.connect(self.folder_requested)
        self._empty.new.clicked.connect(self.new_requested)

    # --- what is shown

    def show_posts(self, walk: Callable[[], Iterator[Path]]) -> None:
        """List the posts that `walk()` gives; it is called again for each `refresh`."""
        self._walk = walk
        self._model.show(())
        self._reading.start(walk())

    def refresh(self) -> None:
        """Look again which posts there are."""
        if self._walk is not None and not self._reading.is_running:
            self._reading.start(self._walk())

    def show_current(self, path: Path | None) -> None:
        """Mark the post that is open in front; another than before is brought into sight."""
        is_new = path != self._current
        self._current = path
        row = self._model.row_of(path) if path is not None else None
        if row is None:
            self.list.clearSelection()
            self.list.setCurrentIndex(QModelIndex())
            return
        index = self._searched.mapFromSource(self._model.index(row))
        if index.isValid() and index != self.list.currentIndex():
            self.list.setCurrentIndex(index)
        if index.isValid() and is_new:
            self.list.scrollTo(index)

    def show_summary(self, summary: Summary) -> None:
        """Show what an open post says of itself now."""
        self._model.update(summary)

    def show_counts(self, path: Path, errors: int, warnings: int) -> None:
        """Show how many problems the text of an open post has by itself."""
        self._model.set_counts(path, errors, warnings)

    def forget_counts(self, path: Path) -> None:
        """A post was closed: what the check of the site says of it counts again."""
        self._model.forget_counts(path)

    def show_site_counts(self, counts: Mapping[Path, Counts]) -> None:
        """Show what the check of all posts has found."""
        self._model.set_site_counts(counts)

    def counts_of(self, path: Path) -> Counts:
        """Errors and warnings of a post, as its row shows them."""
        return self._model.counts_of(path)

    def next_with_problems(self, by: int) -> Path | None:
        """The next post of the list, as it is searched, with errors or warnings, around the end."""
        rows, summaries = self._searched.rows(), self._model.summaries
        paths = [summaries[row].path for row in rows]
        here = self._model.row_of(self._current) if self._current is not None else None
        if here is None:
            start = -1 if by > 0 else len(paths)
        else:
            start = bisect_right(rows, here) - 1 if by > 0 else bisect_left(rows, here)
        around = (paths[(start + by * step) % len(paths)] for step in range(1, len(paths) + 1))
        return next(
            (path for path in around if path != self._current and any(self._model.counts_of(path))),
            None,
        )

    @property
    def is_searched(self) -> bool:
        """Whether only some posts are listed."""
        return bool(self.search.text().strip())

    def show_theme(self, theme: Theme) -> None:
        self._delegate.show_theme(theme)
        self.list.viewport().update()

    def stop(self) -> None:
        """Read no further; the window closes."""
        self._reading.stop()

    def focus_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _show_listed(self, summaries: Sequence[Summary]) -> None:
        scroll = self.list.verticalScrollBar().value()
        if {summary.path for summary in summaries} != {s.path for s in self._model.summaries}:
            self._model.show(summaries)
            self.show_current(self._current)
            self.list.verticalScrollBar().setValue(scroll)
        self._show_what_there_is()

    def _search(self, text: str) -> None:
        self._searched.search(text)
        self.show_current(self._current)
        self.list.scrollTo(self.list.currentIndex())
        self._show_what_there_is()

    def _show_what_there_is(self) -> None:
        shown, every = self._searched.rowCount(), self._model.rowCount()
        locale = self.locale()
        all_words = locale.toString(every)
        count = f"{locale.toString(shown)} / {all_words}" if self.search.text() else all_words
        self._count.setText(count if every else "")
        if self._walk is None:
            self._empty.show_no_folder()
        elif not every:
            self._empty.show_no_posts()
        elif not shown:
            self._empty.show_nothing_found()
        self._stack.setCurrentWidget(self.list if shown else self._empty)

    # --- what is asked for

    def _open(self, index: QModelIndex) -> None:
        summary = index.data(Role.SUMMARY)
        if isinstance(summary, Summary):
            self.open_requested.emit(summary.path)

    def _open_first(self) -> None:
        if self._searched.rowCount():
            self._open(self._searched.index(0, 0))

    def _show_menu(self, place: QPoint) -> None:
        index = self.list.indexAt(place)
        summary = index.data(Role.SUMMARY) if index.isValid() else None
        self._menu(summary).exec(self.list.viewport().mapToGlobal(place))

    def _menu(self, summary: Summary | None) -> QMenu:
        menu = QMenu(self)
        if summary is not None:
            path = summary.path
            entries = (
                (self.tr("Open"), self.open_requested),
                (self.tr("Rename…"), self.rename_requested),
                (self.tr("Move to trash…"), self.trash_requested),
                (self.tr("Show in its folder"), self.reveal_requested),
            )
            for text, signal in entries:
                action = QAction(text, menu)
                action.triggered.connect(lambda _=False, signal=signal: signal.emit(path))
                menu.addAction(action)
            menu.addSeparator()
        new = QAction(self.tr("New post…"), menu)
        new.triggered.connect(lambda _=False: self.new_requested.emit())
        menu.addAction(new)
        return menu


class _PostsList(QListView):
    """A list whose Enter opens, also where the platform's style has no activation key."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.currentIndex().isValid():
                self.clicked.emit(self.currentIndex())
            return
        super().keyPressEvent(event)


class _EmptyList(QWidget):
    """One sentence on what will be here, and the one thing to do."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = label("", "dim")
        self._words.setWordWrap(True)
        self.folder = QPushButton(self.tr("Open folder…"))
        self.new = QPushButton(self.tr("New post…"))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(12)
        column.addWidget(self._words)
        for button in (self.folder, self.new):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def show_no_folder(self) -> None:
        self._show(self.tr("The posts of your site stand here"), self.folder)

    def show_no_posts(self) -> None:
        self._show(self.tr("This folder has no posts yet"), self.new)

    def show_nothing_found(self) -> None:
        self._show(self.tr("No title or file name has these words"), None)

    def _show(self, sentence: str, button: QPushButton | None) -> None:
        self._words.setText(sentence)
        for one in (self.folder, self.new):
            one.setVisible(one is button)
