"""A form on a real document, in a shown window, analysed when the test says so."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from pathlib import PurePath
from typing import TypeVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from editor_app.core.analysis import analyse
from editor_app.core.analysis_values import Analysis, Context
from editor_app.core.generator import Generator
from editor_app.core.settings import Settings
from editor_app.core.site.facts import PostFacts
from editor_app.core.text.source import read
from editor_app.gui.document import Document
from editor_app.gui.form.pane import FormPane

MakeDesk = Callable[..., "Desk"]
WidgetT = TypeVar("WidgetT", bound=QWidget)
NOW = dt.datetime(2025, 11, 23, 21, 54, 57, tzinfo=dt.timezone(dt.timedelta(hours=9)))


class Desk(QWidget):
    """A form beside a plain text view of the same document."""

    def __init__(self, data: bytes, generator: Generator) -> None:
        super().__init__()
        self.document = Document(read(data), self)
        path = PurePath("_posts/2025-11-23-x.md")
        about = Context(path, generator, Settings(), NOW)
        self.context = about.for_source(self.document.table.source)
        self.facts: PostFacts | None = None
        self.pane = FormPane()
        self.view = QPlainTextEdit()
        self.view.setDocument(self.document.qt)
        column = QVBoxLayout(self)
        column.addWidget(self.pane, 3)
        column.addWidget(self.view, 1)
        self.pane.set_document(self.document, self.context)
        self.resize(340, 800)

    @property
    def text(self) -> str:
        return self.document.text

    @property
    def data(self) -> bytes:
        return self.document.table.to_bytes()

    def analysis(self) -> Analysis:
        analysis = analyse(self.text, self.context, self.document.version)
        return replace(analysis, facts=self.facts)

    def analyse(self) -> None:
        self.pane.show_analysis(self.analysis())
        QApplication.processEvents()

    def field(self, path: str, kind: type[WidgetT]) -> WidgetT:
        found = self.pane.findChild(kind, f"field:{path}")
        assert isinstance(found, kind), f"no field {path}"
        return found

    def fields(self) -> list[str]:
        """The dotted paths of the fields, from top to bottom."""
        QApplication.processEvents()
        found = [
            widget
            for widget in self.pane.findChildren(QWidget)
            if widget.objectName().startswith("field:") and widget.isVisible()
        ]
        found.sort(key=lambda widget: widget.mapTo(self.pane, widget.rect().topLeft()).y())
        return [widget.objectName().removeprefix("field:") for widget in found]

    def words(self) -> str:
        """All that can be read on labels and buttons in the form."""
        kinds = (QLabel, QAbstractButton)
        found = [child for kind in kinds for child in self.pane.findChildren(kind)]
        return "\n".join(child.text() for child in found if child.isVisible())

    def edit_text(self, old: str, new: str) -> None:
        """Type into the text view, as the editor would, and analyse."""
        cursor = self.view.textCursor()
        at = self.document.units(self.text.index(old))
        cursor.setPosition(at)
        end = self.document.units(self.text.index(old) + len(old))
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(new)
        self.analyse()


def type_into(widget: QWidget, text: str) -> None:
    """Real key events at the end of what stands there."""
    widget.setFocus()
    is_line = isinstance(widget, QLineEdit)
    modifier = Qt.KeyboardModifier.NoModifier if is_line else Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(widget, Qt.Key.Key_End, modifier)
    keys(widget, text)


def keys(widget: QWidget, text: str) -> None:
    """A key event for each character; QTest's own know Latin letters only."""
    for character in text:
        if character.isascii():
            QTest.keyClicks(widget, character)
        else:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, character)
                QApplication.sendEvent(widget, event)


def compose(widget: QWidget, preedit: str, commit: str = "") -> None:
    """What an input method sends."""
    event = QInputMethodEvent(preedit, [])
    if commit:
        event.setCommitString(commit)
    QApplication.sendEvent(widget, event)
