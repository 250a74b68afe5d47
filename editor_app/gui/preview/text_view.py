"""The preview where the web engine can't start: plainer, with the same interface."""

from __future__ import annotations

import posixpath
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, QUrl
from PySide6.QtGui import QImage, QMouseEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QWidget

from editor_app.core.render.code import style_sheet
from editor_app.core.render.patches import Patch
from editor_app.gui.preview.page_view import PageView
from editor_app.gui.preview.site_files import image_at
from editor_app.gui.theme import Theme

_PAUSE_MS = 150
_WIDEST_PX = 560


class _Browser(QTextBrowser):
    """Loads images of the site and nothing else; follows no link by itself."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.root: Path | None = None
        self.folder = "/"
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)

    def loadResource(self, type: int, name: QUrl | str) -> object:
        if type != QTextDocument.ResourceType.ImageResource.value:
            return ""
        image = self._image(QUrl(name))
        if image is None:
            # Never nothing: Qt would then open a file of that name by itself.
            image = QImage(1, 1, QImage.Format.Format_ARGB32)
            image.fill(Qt.GlobalColor.transparent)
        return image

    def _image(self, address: QUrl) -> QImage | None:
        if self.root is None or not address.isRelative() or address.host():
            return None
        path = posixpath.normpath(posixpath.join(self.folder, address.path()))
        found = image_at(self.root, path)
        image = QImage()
        if found is None or not image.loadFromData(found.data):
            return None
        return image if image.width() <= _WIDEST_PX else image.scaledToWidth(_WIDEST_PX)


class TextView(PageView):
    """Shows the same blocks as `WebView`, all anew after a pause."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._is_scrolling = False
        self.view = _Browser(self)
        self.view.anchorClicked.connect(self._offer)
        self.view.viewport().installEventFilter(self)
        self.view.verticalScrollBar().valueChanged.connect(self._follow_scroll)
        self._fill(self.view)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._show)

    def open(self, root: Path | None, path: str) -> None:
        self.view.root = root
        self.view.folder = path.rpartition("/")[0] + "/"
        self._blocks = []
        self._show()

    def patch(self, patch: Patch) -> None:
        is_first = not self._blocks
        super().patch(patch)
        if is_first:
            self._show()
        elif not self._pause.isActive():
            self._pause.start()
        self.caught_up.emit()

    def show_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._show()

    def scroll_to_line(self, line: float) -> None:
        bar = self.view.verticalScrollBar()
        total = sum(block.lines for block in self._blocks)
        if total:
            self._is_scrolling = True
            bar.setValue(round(line / total * (bar.maximum() + bar.pageStep())))
            self._is_scrolling = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease:
            at = event.position().toPoint()
            if not self.view.anchorAt(at) and not self.view.textCursor().hasSelection():
                self.line_clicked.emit(self._line_of(self.view.cursorForPosition(at)))
        return False

    def _show(self) -> None:
        self._pause.stop()
        bar = self.view.verticalScrollBar()
        place = bar.value()
        self._is_scrolling = True
        self.view.document().setDefaultStyleSheet(_style(self._theme))
        first = 0
        parts = []
        for index, block in enumerate(self._blocks):
            parts.append(f'<a name="block-{first}-{index}"></a>{block.html}')
            first += block.lines
        self.view.setHtml("".join(parts))
        bar.setValue(place)
        self._is_scrolling = False

    def _line_of(self, cursor: QTextCursor) -> int:
        """The first line of the block of the page in which a cursor stands."""
        block = cursor.block()
        while block.isValid():
            iterator = block.begin()
            while not iterator.atEnd():
                for name in iterator.fragment().charFormat().anchorNames():
                    if name.startswith("block-"):
                        return int(name.split("-")[1])
                iterator += 1
            block = block.previous()
        return 0

    def _follow_scroll(self, value: int) -> None:
        bar = self.view.verticalScrollBar()
        if not self._is_scrolling and bar.maximum():
            total = sum(block.lines for block in self._blocks)
            self.top_line_changed.emit(value / (bar.maximum() + bar.pageStep()) * total)

    def _offer(self, url: QUrl) -> None:
        if url.scheme() in ("http", "https", "mailto"):
            self.link_activated.emit(url.toString(QUrl.ComponentFormattingOption.FullyEncoded))
        elif url.isRelative() and url.hasFragment():
            self.view.scrollToAnchor(url.fragment())


def _style(theme: Theme) -> str:
    return (
        f"body {{ color: {theme.text}; font-size: 15px; line-height: 160%; }}"
        f"a {{ color: {theme.accent}; }} .post-facts {{ color: {theme.dim}; }}"
        f"pre, code {{ background-color: {theme.panel}; }}"
        f"blockquote {{ color: {theme.dim}; }}" + style_sheet(".highlight", is_dark=theme.is_dark)
    )
