"""The picker of the site's own files: a filter, and pictures or names under it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QIcon, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLabel,
    QLineEdit,
    QListView,
    QVBoxLayout,
    QWidget,
)

from editor_app.core.site.media import files_below
from editor_app.gui.form.fields.file_model import NAME, FileModel
from editor_app.gui.form.fields.picture_painter import PicturePainter
from editor_app.gui.form.fields.site_paths import SitePaths
from editor_app.gui.form.look import Look
from editor_app.gui.icons import pixmap

_SIZE = QSize(444, 400)


class FilePicker(QFrame):
    """Emits `chosen` with what the post is to write, `closed` at the end.

    Typing filters; Down goes to the files, Return takes one, Esc closes.
    """

    chosen = Signal(str)
    closed = Signal()

    def __init__(
        self, root: Path, paths: SitePaths, value: str, look: Look, parent: QWidget
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("part", "popup")
        self._root = root.resolve()
        self._paths = paths
        self._current = paths.file(value)
        theme = look.theme
        self.filter = QLineEdit()
        self.filter.setObjectName("filePickerFilter")
        self.filter.setPlaceholderText(
            self.tr("Filter pictures") if paths.is_image else self.tr("Filter files")
        )
        self.filter.setAccessibleName(self.filter.placeholderText())
        glyph = "image" if paths.is_image else "file-text"
        blank = QIcon(pixmap(glyph, theme.faint, 24 if paths.is_image else 16))
        names = files_below(root, paths.media.folder, paths.endings)
        self.model = FileModel(root, names, blank, has_pictures=paths.is_image, parent=self)
        self.view = QListView()
        self.view.setObjectName("filePickerList")
        self.view.setAccessibleName(self.tr("Files of the site"))
        self.view.setModel(self.model)
        self.view.setUniformItemSizes(True)
        self.view.setMouseTracking(True)
        self.view.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        if paths.is_image:
            self.view.setViewMode(QListView.ViewMode.IconMode)
            self.view.setResizeMode(QListView.ResizeMode.Adjust)
            self.view.setMovement(QListView.Movement.Static)
            self.view.setItemDelegate(PicturePainter(look, self))
            self.view.setSpacing(2)
        self.state = QLabel()
        self.state.setProperty("role", "faint")
        self.state.setTextFormat(Qt.TextFormat.PlainText)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        column.addWidget(self.filter)
        column.addWidget(self.view, 1)
        column.addWidget(self.state)
        self.filter.textChanged.connect(self._filter)
        self.filter.installEventFilter(self)
        self.view.installEventFilter(self)
        self.view.clicked.connect(self._choose)
        self.model.grown.connect(self._show_state)
        self._show_state()

    def open_below(self, widget: QWidget) -> None:
        """Show under a widget, or above it where the screen ends."""
        screen = widget.screen().availableGeometry()
        self.resize(_SIZE.boundedTo(screen.size()))
        corner = widget.mapToGlobal(QPoint(0, widget.height() + 2))
        if corner.y() + self.height() > screen.bottom():
            corner = widget.mapToGlobal(QPoint(0, -self.height() - 2))
        corner.setX(max(screen.left(), min(corner.x(), screen.right() - self.width())))
        corner.setY(max(screen.top(), min(corner.y(), screen.bottom() - self.height())))
        self.move(corner)
        self.show()
        self.filter.setFocus()

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()

    def _filter(self, text: str) -> None:
        self.model.filter(text)
        self._show_state()

    def _show_state(self) -> None:
        """How many there are, and where; the file that stands in the post is gone to."""
        folder = self._paths.media.folder or self.tr("the site")
        count = self.model.rowCount()
        if count:
            words = self.tr("%1 of %2 in %3").replace("%1", str(count))
            words = words.replace("%2", str(self.model.count)).replace("%3", folder)
        elif self.model.is_complete:
            words = self.tr("Nothing in %1 fits").replace("%1", folder)
        else:
            words = self.tr("Looking…")
        self.state.setText(words)
        if not self.view.currentIndex().isValid() and self._current is not None:
            name = self._current.relative_to(self._root).as_posix()
            row = self.model.row_of(name)
            if row >= 0:
                self.view.setCurrentIndex(self.model.index(row, 0))

    def _choose(self, index: QModelIndex) -> None:
        name = index.data(NAME)
        if isinstance(name, str):
            self.chosen.emit(self._paths.written(name))
            self.close()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        key = event.key()
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            current = self.view.currentIndex()
            only = self.model.index(0, 0)
            self._choose(current if current.isValid() else only)
            return True
        if watched is self.filter and key == Qt.Key.Key_Down:
            self.view.setFocus()
            if not self.view.currentIndex().isValid():
                self.view.setCurrentIndex(self.model.index(0, 0))
            return True
        is_typed = key == Qt.Key.Key_Backspace or _is_letter(event)
        if watched is self.view and is_typed:
            self.filter.setFocus()
            self.filter.event(event)
            return True
        return False


def _is_letter(event: QKeyEvent) -> bool:
    """Whether somebody goes on filtering while the files have the focus."""
    return bool(event.text().strip()) and event.text().isprintable()
