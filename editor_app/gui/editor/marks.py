"""The diagnostics in the text, kept at their places while it is edited."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from editor_app.core.analysis_values import Analysis
from editor_app.core.diagnostics import Diagnostic, Severity
from editor_app.core.text.edits import moved
from editor_app.core.text.spans import Span
from editor_app.gui.document import Change
from editor_app.gui.editor.moving_spans import MovingSpans

TYPING_PAUSE_MS = 700
WRITING_PAUSE_MS = 5000
"""Who writes pauses to think; what matters little does not come under the caret meanwhile."""
_REMEMBERED = 1000
"""Changes that an analysis may lag behind and still be shown."""


class Marks(QObject):
    """What the latest analysis found, where it stands now.

    While the user types nothing is marked at the caret, and for some seconds more nothing
    that matters little: a text that is being written has no last line break. `changed`
    comes when there is something else to paint.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._diagnostics: tuple[Diagnostic, ...] = ()
        self._spans = MovingSpans()
        self._recent: deque[Change] = deque(maxlen=_REMEMBERED)
        self._version = 0
        self.shown_version = -1
        self.body_start = 0
        self._pause = QTimer(self)
        self._pause.setInterval(TYPING_PAUSE_MS)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self.changed)
        self._long_pause = QTimer(self)
        self._long_pause.setInterval(WRITING_PAUSE_MS)
        self._long_pause.setSingleShot(True)
        self._long_pause.timeout.connect(self.changed)

    def least_at_caret(self) -> Severity | None:
        """The least severity that is marked at the caret now; None for nothing."""
        if self._pause.isActive():
            return None
        return Severity.WARNING if self._long_pause.isActive() else Severity.HINT

    @property
    def are_there(self) -> bool:
        """Whether anything is marked."""
        return bool(self._diagnostics)

    @property
    def is_current(self) -> bool:
        """Whether the marks are those of the text as it is."""
        return self.shown_version == self._version

    def clear(self, version: int, body_start: int) -> None:
        """Begin with another document, which has no analysis yet."""
        self._pause.stop()
        self._long_pause.stop()
        self._recent.clear()
        self._diagnostics, self._spans = (), MovingSpans()
        self._version, self.shown_version, self.body_start = version, -1, body_start
        self.changed.emit()

    def show(self, analysis: Analysis) -> None:
        """Take an analysis, of an older version too where its edits are still known."""
        since = [change for change in self._recent if change.version > analysis.version]
        if analysis.version > self._version or len(since) < self._version - analysis.version:
            return
        if analysis.version < self.shown_version:
            return
        found = sorted(analysis.diagnostics, key=lambda one: (one.span.start, one.span.end))
        self._diagnostics = tuple(found)
        self._spans = MovingSpans(diagnostic.span for diagnostic in found)
        self.body_start = analysis.front_matter.body_start
        for change in since:
            self._move(change)
        self.shown_version = analysis.version
        self.changed.emit()

    def follow(self, change: Change) -> None:
        """Move with the text; the user is typing from now until a pause."""
        self._recent.append(change)
        self._version = change.version
        self._move(change)
        if not self._pause.isActive() and self._diagnostics:
            self.changed.emit()  # what stands at the caret goes
        self._pause.start()
        self._long_pause.start()

    def touching(self, span: Span) -> Sequence[tuple[Diagnostic, Span]]:
        """Diagnostics at a stretch of the text, gravest first."""
        found = [
            (self._diagnostics[index], self._spans[index]) for index in self._spans.touching(span)
        ]
        return sorted(found, key=lambda one: -one[0].severity)

    def gravest(self, span: Span) -> Severity | None:
        """The gravest severity that begins in a stretch of the text."""
        found = (
            diagnostic.severity
            for diagnostic, at in self.touching(span)
            if span.start <= at.start <= span.end
        )
        return next(found, None)

    def _move(self, change: Change) -> None:
        self._spans.follow(change.edits)
        self.body_start = moved(self.body_start, change.edits)
