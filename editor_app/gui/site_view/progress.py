"""A slim row that tells how far a check or a dry run is, with the time left and a way to stop."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton, QWidget

from editor_app.gui.pane_header import label

HEIGHT = 34
_PATIENCE_MS = 1_000
"""Before that nobody can say how long it takes."""

_UNSEEN_MS = 300
"""What is done sooner needs no row, which would push down what stands below and let it go."""


class ProgressRow(QFrame):
    """Hidden unless something is under way."""

    stop_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("siteProgress")
        self.setFixedHeight(HEIGHT)
        self._since = QElapsedTimer()
        self._first, self._first_ms = 0, 0
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_UNSEEN_MS)
        self._wait.timeout.connect(self.show)
        self._words = label("", "dim")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(6)
        self.bar.setMinimumWidth(40)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.stop = QPushButton(self.tr("Stop"))
        self.stop.setObjectName("siteStop")
        self.stop.setProperty("kind", "link")
        self.stop.clicked.connect(self.stop_pressed)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(8)
        row.addWidget(self._words)
        row.addWidget(self.bar, 1)
        row.addWidget(self.stop)
        self.hide()

    def begin(self, words: str, *, can_stop: bool) -> None:
        """Something is under way of which no more is known yet."""
        self._since.start()
        self._first = 0
        self.bar.setRange(0, 0)
        self._words.setText(words)
        self.stop.setVisible(can_stop)
        if not self.isVisible():
            self._wait.start()

    def step(self, done: int, of: int) -> None:
        """So many of so many are done."""
        if not self._since.isValid():
            return
        if self.bar.maximum() != of or not self._first:
            self._first, self._first_ms = max(done, 1), self._since.elapsed()
        self.bar.setRange(0, of)
        self.bar.setValue(done)
        locale = self.locale()
        words = self.tr("%1 of %2").replace("%1", locale.toString(done))
        words = words.replace("%2", locale.toString(of))
        spent = self._since.elapsed() - self._first_ms  # the start of the process is none of it
        if spent > _PATIENCE_MS and done > self._first:
            left = round(spent / (done - self._first) * (of - done) / 1000)
            words += " · " + self.tr("%1 s left").replace("%1", locale.toString(max(left, 1)))
        self._words.setText(words)

    def end(self) -> None:
        self._since.invalidate()
        self._wait.stop()
        self.hide()
