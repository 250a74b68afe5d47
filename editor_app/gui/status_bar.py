"""The status bar: where the post is, whether it is saved, how long it is, where the caret is."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from editor_app.core.analysis_values import Analysis
from editor_app.core.text.source import Source
from editor_app.gui.dates import time_words
from editor_app.gui.pane_header import label, set_property

HEIGHT = 26
_ENDINGS = {"\n": "LF", "\r\n": "CRLF", "\r": "CR"}


class StatusBar(QFrame):
    """Plain words in two groups; nothing here can be pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusBar")
        self.setAccessibleName(self.tr("Status"))
        self.setFixedHeight(HEIGHT)
        self._site = label("", "dim")
        self._saved = label("", "dim")
        self._check = label("", "warning")
        self._counts = label("", "dim")
        self._caret = label("", "dim")
        self._file = label("", "dim")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(20)
        for one in (self._site, self._saved, self._check):
            row.addWidget(one)
        row.addStretch(1)
        for one in (self._counts, self._caret, self._file):
            row.addWidget(one)

    def show_site(self, name: str, generator: str) -> None:
        self._site.setText(f"{name} · {generator}" if generator else name)

    def show_saved(self, *, is_dirty: bool, at: datetime | None) -> None:
        """Whether the file holds the text; `at` is when this window saved it last."""
        role = "dim"
        if is_dirty:
            text, role = "● " + self.tr("Not saved"), "warning"
        elif at is not None:
            text = self.tr("Saved %1").replace("%1", time_words(at))
        else:
            text = self.tr("Unchanged")
        self._saved.setText(text)
        set_property(self._saved, "role", role)

    def show_check(self, sentence: str) -> None:
        """That the check failed; an empty sentence takes it away."""
        self._check.setText(sentence)

    def show_analysis(self, analysis: Analysis) -> None:
        counts = analysis.counts
        locale = QLocale()
        text = self.tr("%1 characters · %2 min").replace("%1", locale.toString(counts.characters))
        self._counts.setText(text.replace("%2", locale.toString(counts.minutes)))

    def show_caret(self, line: int, column: int) -> None:
        """Both count from 1."""
        text = self.tr("Line %1, column %2").replace("%1", QLocale().toString(line))
        self._caret.setText(text.replace("%2", QLocale().toString(column)))

    def show_source(self, source: Source) -> None:
        mark = " BOM" if source.mark and source.encoding == "utf-8" else ""
        kinds = set(source.breaks)
        ending = self.tr("mixed line endings") if len(kinds) > 1 else _ENDINGS[source.newline]
        self._file.setText(f"{source.encoding.upper()}{mark} · {ending}")

    def clear_post(self) -> None:
        """No post is open."""
        for one in (self._saved, self._check, self._counts, self._caret, self._file):
            one.setText("")
