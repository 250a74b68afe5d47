"""A pane on a document, shown."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from editor_app.core.text.source import read
from editor_app.gui.document import Document
from editor_app.gui.editor.pane import EditorPane
from editor_app.gui.theme import LIGHT

POST = "---\ntitle: Spring\n---\n\n# One\n\nText of the post.\n"
Opened = Callable[..., tuple[EditorPane, Document]]


@pytest.fixture
def opened(qtbot: QtBot) -> Iterator[Opened]:
    """Opens a text or bytes in a pane that stands on the screen and has the focus."""
    panes: list[EditorPane] = []

    def open_it(text: str | bytes = POST, height: int = 400) -> tuple[EditorPane, Document]:
        pane = EditorPane(LIGHT)
        panes.append(pane)
        document = Document(read(text.encode() if isinstance(text, str) else text), pane)
        pane.resize(500, height)
        with qtbot.waitExposed(pane):
            pane.show()
        pane.set_document(document)
        pane.activateWindow()
        pane.focus_text()
        qtbot.waitUntil(pane.editor.hasFocus)
        return pane, document

    yield open_it
    for pane in panes:
        pane.set_document(None)
        pane.close()
        pane.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
