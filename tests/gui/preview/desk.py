"""A preview pane with a document, for tests to look into."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtWebEngineCore import QWebEngineScript
from PySide6.QtWebEngineWidgets import QWebEngineView
from pytestqt.qtbot import QtBot

from editor_app.core.analysis_values import Context
from editor_app.core.generator import Generator
from editor_app.core.settings import Settings
from editor_app.core.text import source
from editor_app.core.text.edits import Edit
from editor_app.core.text.spans import Span
from editor_app.gui.document import Document
from editor_app.gui.preview.pane import PreviewPane
from editor_app.gui.preview.web_view import WebView
from editor_app.gui.theme import LIGHT

WAIT_MS = 20_000


class Desk:
    """Shows a text of a post at a place in a site; edits it; asks the page."""

    def __init__(self, qtbot: QtBot, root: Path, deadline_ms: int = 20_000) -> None:
        self.qtbot = qtbot
        self.root = root
        self.pane = PreviewPane(LIGHT, deadline_ms=deadline_ms)
        qtbot.addWidget(self.pane)
        self.pane.resize(440, 600)
        self.pane.show()

    def open(self, text: str, name: str = "_posts/2026-01-01-a.md") -> Document:
        self.document = Document(source.read(text.encode()), self.pane)
        now = datetime(2026, 1, 1, tzinfo=UTC)
        context = Context(self.root / name, Generator.JEKYLL, Settings(), now)
        self.pane.set_document(self.document, context, self.root)
        return self.document

    def edit(self, start: int, end: int, text: str) -> None:
        edits = (Edit(Span(start, end), text),)
        assert self.document.apply(edits, self.document.version, "Typing") is None

    def ask(self, code: str) -> object:
        """What an expression gives in our world of the page; None while it can't answer."""
        view = self.pane.page.findChild(QWebEngineView)
        assert isinstance(view, QWebEngineView)
        heard: list[object] = []
        world = QWebEngineScript.ScriptWorldId.ApplicationWorld.value
        view.page().runJavaScript(code, world, heard.append)
        self.qtbot.waitUntil(lambda: bool(heard), timeout=WAIT_MS)
        return heard[0]

    def wait_for(self, code: str, wanted: Callable[[object], bool]) -> object:
        """Ask until the answer is as wanted; fails with the last answer."""
        answers: list[object] = []

        def is_so() -> None:
            answers.append(self.ask(code))
            assert wanted(answers[-1]), f"{code} is {answers[-1]!r}"

        self.qtbot.waitUntil(is_so, timeout=WAIT_MS)
        return answers[-1]

    def wait_for_text(self, part: str) -> None:
        self.wait_for("document.body.innerText", lambda text: part in str(text))

    def wait_until_complete(self) -> None:
        """Until the page has been given every block of a text; it has to end with a paragraph."""
        page = self.pane.page
        assert isinstance(page, WebView)

        def is_so() -> None:
            assert len(page.blocks) > 2
            assert page.blocks[-2].html  # the last of the body is rendered last
            assert not page._waiting
            assert not page._is_busy

        self.qtbot.waitUntil(is_so, timeout=WAIT_MS)

    def close(self) -> None:
        self.pane.set_document(None, None, None)
        self.pane.close_worker()
