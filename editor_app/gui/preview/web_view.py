"""The page in Qt's web engine: served, patched, scrolled in step, brought back when it dies."""

from __future__ import annotations

import json
import os
import signal
import time
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QAction, QColor, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineScript
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QWidget

from editor_app.core.render.patches import Block, Patch, Splice
from editor_app.gui.preview.page_html import page_html, script
from editor_app.gui.preview.page_view import PageView
from editor_app.gui.preview.walls import ALL_WALLS, Walls
from editor_app.gui.preview.web_page import Interceptor, SiteHandler, WebPage, walled_profile
from editor_app.gui.theme import Theme

_WORLD = QWebEngineScript.ScriptWorldId.ApplicationWorld.value
_BY_HAND_S = 0.6
"""How long a scroll counts as the user's own after wheel, key or mouse."""
_MOVED_PX = 4
_RELOADS = 3
"""How often a page that dies is brought back within a minute."""
_MOST_SERVED = 300
"""Blocks that the page is served with; a longer one gets them as a patch, of which it builds
what is near the window, and the rest when that comes near."""
_BY_HAND = (QEvent.Type.Wheel, QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress)


class WebView(PageView):
    """Shows blocks; knows nothing of documents or workers."""

    def __init__(
        self,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        walls: Walls = ALL_WALLS,
        patience_ms: int = 8000,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._served: list[Block] = []
        self._language = "en"
        self._is_ready = False
        self._is_busy = False  # with a patch that it has not confirmed
        self._waiting: list[Patch] = []
        self._wanted_line: float | None = None
        self._touched_s = 0.0
        self._pressed: QPointF | None = None
        self._deaths: list[float] = []

        self._handler = SiteHandler(self._serve, walls, self)
        self._interceptor = Interceptor(self)
        profile = walled_profile(self._handler, self._interceptor, walls)
        self._page = WebPage(profile, walls, self)
        profile.setParent(self)  # after the page: it has to outlive it
        self._profile = profile
        self.view = QWebEngineView(self)
        self.view.setPage(self._page)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.view.addAction(self._page.action(QWebEnginePage.WebAction.Copy))
        select_all = QAction(self._page.action(QWebEnginePage.WebAction.SelectAll).text(), self)
        select_all.triggered.connect(self.select_all)
        self.view.addAction(select_all)
        self._fill(self.view)

        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(patience_ms)
        self._patience.timeout.connect(self._end_hung_page)
        self._page.loadFinished.connect(self._begin)
        self._page.renderProcessTerminated.connect(self._bring_back)
        self._page.scrollPositionChanged.connect(self._follow_scroll)
        self._page.link_activated.connect(self.link_activated)
        self._page.urlChanged.connect(self._go_to)
        self.show_theme(theme)

    # --- what is shown

    def open(self, root: Path | None, path: str) -> None:
        self._handler.root = root
        self._handler.page_path = path
        self._blocks = []
        self._deaths = []
        self._load()

    def patch(self, patch: Patch) -> None:
        super().patch(patch)
        self._language = patch.language
        self._waiting.append(patch)
        self._send_waiting()

    def show_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._page.setBackgroundColor(QColor(theme.ground))
        if self._is_ready:
            self._run(f"galley.theme({json.dumps(theme.name)})")

    def scroll_to_line(self, line: float) -> None:
        if self._is_by_hand():
            return
        self._wanted_line = line
        if self._is_ready:
            self._run(f"galley.scrollToLine({float(line)!r})")

    def select_all(self) -> None:
        """The whole page, be it built or not."""
        self._run("galley.selectAll()")

    def _go_to(self, url: QUrl) -> None:
        """A link within the page was followed, perhaps to what is not built yet."""
        if self._is_ready and url.hasFragment():
            place = url.fragment(QUrl.ComponentFormattingOption.FullyDecoded)
            self._run(f"galley.goTo({json.dumps(place)})")

    # --- loading

    def _load(self) -> None:
        self._is_ready = self._is_busy = False
        self._patience.stop()
        url = QUrl()
        url.setScheme("post")
        url.setHost("site")
        url.setPath(self._handler.page_path, QUrl.ParsingMode.DecodedMode)
        self._page.load(url)

    def _serve(self) -> str:
        self._served = self._blocks if len(self._blocks) <= _MOST_SERVED else []
        return page_html(self._served, self._language, self._theme)

    def _begin(self, is_loaded: bool) -> None:
        if not is_loaded:
            return
        self._is_ready = True
        self._run(script())
        self._run(f"galley.start({json.dumps([block.lines for block in self._served])})")
        if self._blocks is not self._served:
            self._waiting = [Patch(0, (Splice(0, 0, tuple(self._blocks)),), self._language, True)]
        else:
            self._waiting.clear()
            self.caught_up.emit()
        self._send_waiting()
        self._run(f"galley.theme({json.dumps(self._theme.name)})")
        if self._wanted_line is not None:
            self._run(f"galley.scrollToLine({self._wanted_line!r})")
        target = self.view.focusProxy()
        if target is not None:
            target.removeEventFilter(self)
            target.installEventFilter(self)

    def _send_waiting(self) -> None:
        """Give the page what waits, all at once, unless it is busy.

        A page that is slower than the typing so gets fewer and larger patches,
        and is never further behind than one.
        """
        if not self._is_ready or self._is_busy or not self._waiting:
            return
        code = _patch_call(self._waiting)
        self._waiting = []
        self._is_busy = True
        self._patience.start()
        self._page.runJavaScript(code, _WORLD, self._hear_patched)

    def _run(self, code: str) -> None:
        self._page.runJavaScript(code, _WORLD)

    def _hear_patched(self, count: object) -> None:
        if not isinstance(count, int | float):
            return  # the page is going away, or its process has died
        self._patience.stop()
        self._is_busy = False
        if self._waiting:
            self._send_waiting()
        else:
            self.caught_up.emit()

    # --- a page that dies or hangs

    def _end_hung_page(self) -> None:
        """A page that does not answer is ended, and then brought back like one that died."""
        process = self._page.renderProcessPid()
        if process > 0:
            os.kill(process, getattr(signal, "SIGKILL", signal.SIGTERM))

    def _bring_back(
        self, status: QWebEnginePage.RenderProcessTerminationStatus, _code: int
    ) -> None:
        self._is_ready = self._is_busy = False
        self._patience.stop()
        if status == QWebEnginePage.RenderProcessTerminationStatus.NormalTerminationStatus:
            return
        now = time.monotonic()
        self._deaths = [death for death in self._deaths if now - death < 60] + [now]
        if len(self._deaths) > _RELOADS:
            self.failed.emit(self.tr("The page has stopped several times; open the post again"))
            return
        QTimer.singleShot(0, self, self._load)

    # --- scrolling and clicking

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _BY_HAND:
            self._touched_s = time.monotonic()
        if isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.SelectAll):
            if event.type() == QEvent.Type.KeyPress:
                self.select_all()
            return True
        if isinstance(event, QMouseEvent) and event.button() == Qt.MouseButton.LeftButton:
            if event.type() == QEvent.Type.MouseButtonPress:
                self._pressed = event.position()
            elif event.type() == QEvent.Type.MouseButtonRelease and self._pressed is not None:
                self._click(self._pressed, event.position())
                self._pressed = None
        elif event.type() == QEvent.Type.MouseMove and self._pressed is not None:
            self._touched_s = time.monotonic()  # the scroll bar may be dragged
        return False

    def _click(self, pressed: QPointF, released: QPointF) -> None:
        if (released - pressed).manhattanLength() > _MOVED_PX:
            return
        zoom = self.view.zoomFactor()
        at = QPoint(int(released.x() / zoom), int(released.y() / zoom))
        code = f"galley.clickedLine({at.x()}, {at.y()})"
        self._page.runJavaScript(code, _WORLD, self._hear_click)

    def _hear_click(self, line: object) -> None:
        if isinstance(line, int | float):
            self.line_clicked.emit(int(line))

    def _is_by_hand(self) -> bool:
        return time.monotonic() - self._touched_s < _BY_HAND_S

    def _follow_scroll(self) -> None:
        if self._is_ready and self._is_by_hand():
            self._wanted_line = None
            self._page.runJavaScript("galley.topLine()", _WORLD, self._hear_top_line)

    def _hear_top_line(self, line: object) -> None:
        if isinstance(line, int | float):
            self.top_line_changed.emit(float(line))


def _patch_call(patches: Sequence[Patch]) -> str:
    """The call that makes patches, one after the other, in the page."""
    changes = [
        {
            "fromNothing": patch.from_nothing,
            "complete": patch.is_complete,
            "language": patch.language,
            "splices": [
                [
                    splice.start,
                    splice.removed,
                    [{"html": block.html, "lines": block.lines} for block in splice.blocks],
                ]
                for splice in patch.splices
            ],
        }
        for patch in patches
    ]
    # As it is written: with escapes a Japanese page would keep six letters for each.
    code = json.dumps(changes, ensure_ascii=False)
    return f"for (const change of {code}) galley.patch(change)"
