"""The preview pane: follows a document, has its page rendered elsewhere, and shows it."""

from __future__ import annotations

import importlib
import logging
from pathlib import Path, PurePath

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QStackedLayout, QVBoxLayout, QWidget

from editor_app.core.analysis_values import Context
from editor_app.core.render.messages import Edited, More, Rendered, TextWanted, Whole
from editor_app.core.workers.by_name import ByName
from editor_app.gui.document import Change, Document
from editor_app.gui.pane_header import PaneHeader, label
from editor_app.gui.preview.first_paint import FirstPaint
from editor_app.gui.preview.page_view import PageView
from editor_app.gui.preview.walls import ALL_WALLS, Walls, is_prepared, reason_without
from editor_app.gui.theme import Theme
from editor_app.gui.worker_signals import WorkerSignals

_RENDERING = ByName("editor_app.core.render.jobs")
_log = logging.getLogger(__name__)

DEADLINE_MS = 5_000
"""How long a page may take to render before the attempt is given up."""


class PreviewPane(QWidget):
    """The post as a page, as the typing goes on.

    Every edit goes to the render process at once, and only the edit; the page
    gets back what changed. Where rendering fails or takes too long the last
    page stays, and a line says so.

    The web engine takes a while to start. So the page is made when the pane has been
    painted with a document for the first time: the text in the window comes first.
    """

    line_clicked = Signal(int)
    top_line_changed = Signal(float)
    link_activated = Signal(str)
    """An address outside that the user clicked; nothing was opened."""

    def __init__(
        self,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        walls: Walls = ALL_WALLS,
        deadline_ms: int = DEADLINE_MS,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("preview")
        self._theme, self._walls = theme, walls
        self._page: PageView | None = None
        self._place: tuple[Path | None, str] = (None, "/")  # of the site, and of the page there
        self._top_line = 0.0
        self._document: Document | None = None
        self._post = 0  # counts the documents, so that a late reply finds the right one
        self._sent = -1  # the version that the render process will have
        self._held: list[Edited] = []  # while an input method composes
        self._has_more = False
        self._standing = ""  # what the line says while nothing else is wrong

        self._header = PaneHeader(self.tr("Preview"), self)
        self._header.end(label("CommonMark", "faint"))
        self.message = label("", "dim")
        self.message.setObjectName("previewMessage")
        self.message.setWordWrap(True)
        self.message.setContentsMargins(12, 4, 12, 4)
        self.message.hide()
        self._empty = QLabel(self.tr("Open a post to see its page here"), self)
        self._empty.setProperty("role", "dim")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._first = FirstPaint(self)
        self._stack = QStackedLayout()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._first)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._header)
        layout.addWidget(self.message)
        layout.addLayout(self._stack, 1)
        reason = _reason_for_text()
        self._is_plain = bool(reason)
        if reason:
            self._standing = self.tr("This is a plainer preview: %1").replace("%1", reason)
        else:
            self._first.announce_web_view()
        self._tell("")

        self._worker = WorkerSignals(_RENDERING, deadline_ms, self)
        self._worker.replied.connect(self._hear)
        self._worker.died.connect(self._tell_death)
        self._worker.overdue.connect(self._tell_overdue)
        self._first.painted.connect(self._make_page)

    @property
    def page(self) -> PageView:
        """What shows the page; made now where the pane has not been painted yet."""
        return self._page or self._make_page()

    def _make_page(self) -> PageView:
        page = self._page = _page_view(self._theme, self._walls, self, is_plain=self._is_plain)
        page.line_clicked.connect(self.line_clicked)
        page.top_line_changed.connect(self.top_line_changed)
        page.link_activated.connect(self.link_activated)
        page.failed.connect(self._tell)
        page.caught_up.connect(self._ask_for_more)
        page.scroll_to_line(self._top_line)
        self._stack.addWidget(page)
        self._first.deleteLater()
        self.setFocusProxy(page)
        self._show_document(page)
        return page

    def set_document(
        self, document: Document | None, context: Context | None, site_root: Path | None
    ) -> None:
        """Show another document, or none; without one the render process ends.

        Images are looked for in the site, or beside the post where there is none.
        """
        if self._document is not None:
            self._document.changed.disconnect(self._follow)
            self._document.composing_changed.disconnect(self._follow_composing)
        self._document = document
        self._post += 1
        self._has_more = False
        self._held.clear()
        self._tell("")
        path = context.path if context is not None else None
        root = site_root if site_root is not None else _folder(path)
        self._place = root, _address(path, root)
        if document is not None:
            document.changed.connect(self._follow)
            document.composing_changed.connect(self._follow_composing)
        if self._page is not None:
            self._show_document(self._page)
        else:
            self._stack.setCurrentWidget(self._empty if document is None else self._first)

    def _show_document(self, page: PageView) -> None:
        page.open(*self._place)
        if self._document is None:
            self._stack.setCurrentWidget(self._empty)
            self._worker.kill()
        else:
            self._stack.setCurrentWidget(page)
            self._send_whole(self._document)

    def show_theme(self, theme: Theme) -> None:
        self._theme = theme
        if self._page is not None:
            self._page.show_theme(theme)

    def scroll_to_line(self, line: float) -> None:
        """Put a line of the text, from 0 and in parts of it, on top of the page."""
        self._top_line = line
        if self._page is not None:
            self._page.scroll_to_line(line)

    def close_worker(self) -> None:
        """End the render process for good."""
        self._worker.close()

    # --- to the render process

    def _send_whole(self, document: Document) -> None:
        self._sent = document.version
        self._held.clear()
        self._worker.send(Whole(self._post, document.version, document.text))

    def _follow(self, change: Change) -> None:
        if self._page is None:
            return  # it will begin with the whole text
        edited = Edited(self._post, self._sent, change.version, change.edits)
        self._sent = change.version
        if self._document is not None and self._document.is_composing:
            self._held.append(edited)
        else:
            self._worker.send(edited)

    def _follow_composing(self, is_composing: bool) -> None:
        if not is_composing:
            held, self._held = self._held, []
            for edited in held:
                self._worker.send(edited)

    # --- from the render process

    def _hear(self, reply: object) -> None:
        match reply:
            case Rendered(post, patch) if post == self._post:
                self._tell("")
                self._has_more = not patch.is_complete
                self.page.patch(patch)
            case TextWanted(post) if post == self._post and self._document is not None:
                self._send_whole(self._document)

    def _ask_for_more(self) -> None:
        """Go on with a long post at the page's own pace, so that a key is not kept waiting."""
        if self._has_more and self._document is not None:
            self._has_more = False
            self._worker.send(More(self._post))

    def _tell_overdue(self) -> None:
        self._tell(self.tr("This text takes too long to show; the page is an earlier one"))

    def _tell_death(self, reason: str) -> None:
        _log.error("the render process ended: %s", reason)
        self._tell(self.tr("The page could not be made; this is an earlier one"))

    def _tell(self, sentence: str) -> None:
        text = sentence or self._standing
        if text != self.message.text():
            self.message.setText(text)
            self.message.setVisible(text != "")


def _reason_for_text() -> str:
    """Why the page can't be the web engine's here; nothing where it can."""
    reason = reason_without()
    if reason is None and not is_prepared():
        reason = "Qt WebEngine was not prepared"
    return reason or ""


def _page_view(theme: Theme, walls: Walls, parent: QWidget, *, is_plain: bool) -> PageView:
    """The best view that can be had here."""
    view: PageView
    if is_plain:
        module = importlib.import_module("editor_app.gui.preview.text_view")
        view = module.TextView(theme, parent)
    else:
        module = importlib.import_module("editor_app.gui.preview.web_view")
        view = module.WebView(theme, parent, walls=walls)
    return view


def _folder(path: PurePath | None) -> Path | None:
    return Path(path).parent if path is not None else None


def _address(path: PurePath | None, root: Path | None) -> str:
    """Where the page stands in the site, so that the browser resolves its images itself."""
    if path is None or root is None or not path.is_relative_to(root):
        return "/"
    return "/" + path.relative_to(root).as_posix()
