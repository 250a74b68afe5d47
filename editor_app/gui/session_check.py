"""Has one open post analysed after each pause, and applies fixes to the text they were made for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from editor_app.core.analysis_values import Analysis, Context
from editor_app.core.diagnostics import Diagnostic, Fix, Refusal
from editor_app.core.safe_fixes import MOST_ROUNDS, safe_fixes
from editor_app.core.text.edits import moved
from editor_app.core.text.spans import Span
from editor_app.gui.across import Across
from editor_app.gui.analysis_messages import AllowAnswer
from editor_app.gui.analyst import Analyst
from editor_app.gui.document import Change, Document

PAUSE_MS = 250
LONGEST_PAUSE_MS = 2_000


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A fix that waits for the analysis of the text as it is now; all safe ones without a fix."""

    found: Diagnostic | None
    fix: Fix | None


class SessionCheck(QObject):
    """The analysis of one document: when it is asked for, and the latest that came back.

    A pause in the typing has to be as long as the last analysis took: that of a
    very long post would else be under way, and in the way, at every key.
    """

    analysed = Signal(object)  # Analysis, of the present or an older version
    failed = Signal(str)
    refused = Signal(object)  # Refusal of a fix

    def __init__(
        self,
        key: int,
        document: Document,
        context: Callable[[], Context],
        analyst: Analyst,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._key, self._document, self._context = key, document, context
        self._analyst = analyst
        self._own: Analysis | None = None
        self._analysis: Analysis | None = None
        self._across: Across | None = None
        self._allowing: Diagnostic | None = None
        self._since: list[Change] = []
        self._wanted: _Wanted | None = None
        self._round, self._round_version = 0, -1
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.ask_now)
        self._since_asked = QElapsedTimer()
        self._asked_version = -1
        document.changed.connect(self._follow)
        document.source_replaced.connect(self._pause.start)  # perhaps with the same text
        document.composing_changed.connect(self._follow_composing)
        analyst.analysed.connect(self._take)
        analyst.failed.connect(self._fail)
        analyst.allowed.connect(self._take_allowed)

    @property
    def analysis(self) -> Analysis | None:
        """The latest that is known; its version may be older than the document's."""
        return self._analysis

    @property
    def pause_ms(self) -> int:
        """How long the user has to pause for an analysis."""
        return self._pause.interval()

    @property
    def is_current(self) -> bool:
        return self._analysis is not None and self._analysis.version == self._document.version

    def diagnostic_at(self, span: Span) -> Diagnostic | None:
        """The diagnostic of the latest analysis that has this very span."""
        diagnostics = self._analysis.diagnostics if self._analysis else ()
        return next((found for found in diagnostics if found.span == span), None)

    def present(self, span: Span) -> Span:
        """Where a span of the latest analysis stands in the present text."""
        start, end = span.start, span.end
        for change in self._since:
            start = moved(start, change.edits)
            end = max(start, moved(end, change.edits, sticks_right=not span.is_empty))
        length = self._document.table.length
        return Span(min(start, length), min(end, length))

    def ask_now(self) -> None:
        """Have the present text analysed, unless an input method is open."""
        self._pause.stop()
        if self._document.is_composing:
            return
        document = self._document
        self._since_asked.start()
        self._asked_version = document.version
        self._analyst.ask(self._key, document.text, self._context(), document.version)

    def apply_fix(self, fix: Fix) -> None:
        """Apply a fix of the latest analysis; if the text has moved on, of the next one."""
        analysis = self._analysis
        found = _owner(analysis, fix)
        if analysis is not None and self.is_current:
            self._make(fix)
        elif found is not None:
            self._wanted = _Wanted(found, fix)
            self.ask_now()
        else:
            self._refuse_stale()

    def ignore_here(self, found: Diagnostic) -> None:
        """Write a comment that allows a diagnostic of the latest analysis, as one step."""
        document = self._document
        if not self.is_current:
            self._refuse_stale()
            return
        version = document.version
        self._allowing = found
        self._analyst.ask_to_allow(self._key, document.text, self._context(), version, found)

    def _take_allowed(self, key: int, answer: AllowAnswer) -> None:
        if key != self._key:
            return
        if answer.version != self._document.version:
            self._refuse_stale()
        elif not answer.edits:
            self.refused.emit(Refusal(self.tr("No comment can allow this problem")))
        else:
            if self._across is not None and self._allowing is not None:
                self._across = self._across.without(self._allowing)
            self._make(Fix(self.tr("Ignore here"), answer.edits))

    def show_across(self, across: Across) -> None:
        """Take what all posts together show of the present text; it joins the analysis."""
        self._across = across
        if self._own is not None and self._own.version == across.version:
            joined = self._joined(self._own)
            if joined != self._analysis:
                self._analysis = joined
                self.analysed.emit(joined)

    def _joined(self, own: Analysis) -> Analysis:
        """The analysis of the text alone with what all posts show of that version."""
        across = self._across
        if across is None or across.version > own.version:
            return own  # the analysis of that version is under way
        self._across = across.after(self._since, own.version)
        return self._across.joined(own)

    def _refuse_stale(self) -> None:
        message = self.tr("The text has changed, and this problem is no longer there")
        self.refused.emit(Refusal(message))

    def apply_safe_fixes(self) -> None:
        """Apply all safe fixes as one step of the history.

        Some wait for others that touch them: what the next analysis still
        finds joins the step, until nothing is left or the user goes on.
        """
        self._round = 0
        analysis = self._analysis
        if analysis is None or not self.is_current:
            self._wanted = _Wanted(None, None)
            self.ask_now()
            return
        self._apply_round(analysis)

    def _apply_round(self, analysis: Analysis) -> None:
        edits = safe_fixes(analysis.diagnostics)
        if edits and self._round < MOST_ROUNDS:
            is_first = self._round == 0
            self._make(Fix(self.tr("All safe fixes"), edits, safe=True), joins=not is_first)
            self._round += 1
            self._round_version = self._document.version

    def stop(self) -> None:
        """The post is closed."""
        self._pause.stop()
        self._analyst.forget(self._key)

    def _follow(self, change: Change) -> None:
        self._since.append(change)
        self._pause.start()

    def _follow_composing(self, is_composing: bool) -> None:
        if is_composing:
            self._pause.stop()
        elif not self.is_current:
            self._pause.start()

    def _take(self, key: int, analysis: Analysis) -> None:
        if key != self._key or self._document.is_composing:
            return
        if self._analysis is not None and analysis.version < self._analysis.version:
            return
        self._own = analysis
        self._analysis = analysis = self._joined(analysis)
        if analysis.version == self._asked_version:
            took_ms = self._since_asked.elapsed()
            self._pause.setInterval(min(max(took_ms, PAUSE_MS), LONGEST_PAUSE_MS))
        self._since = [one for one in self._since if one.version > analysis.version]
        self.analysed.emit(analysis)
        if self.is_current:
            self._apply_wanted(analysis)
            if analysis.version == self._round_version:
                self._apply_round(analysis)

    def _fail(self, key: int, sentence: str) -> None:
        if key == self._key:
            self._wanted = None
            self.failed.emit(sentence)

    def _apply_wanted(self, analysis: Analysis) -> None:
        wanted, self._wanted = self._wanted, None
        if wanted is None:
            return
        if wanted.found is None or wanted.fix is None:
            self.apply_safe_fixes()
            return
        for found in analysis.diagnostics:
            is_same = (found.rule, found.field) == (wanted.found.rule, wanted.found.field)
            if is_same and found.message == wanted.found.message:
                for fix in found.fixes:
                    if fix.title == wanted.fix.title:
                        self._make(fix)
                        return
        self._refuse_stale()

    def _make(self, fix: Fix, *, joins: bool = False) -> None:
        name, version = _lowered(fix.title), self._document.version
        refusal = self._document.apply(fix.edits, version, name, joins=joins)
        if refusal is not None:
            self.refused.emit(refusal)
            return
        self.ask_now()


def _owner(analysis: Analysis | None, fix: Fix) -> Diagnostic | None:
    diagnostics = analysis.diagnostics if analysis is not None else ()
    return next((found for found in diagnostics if fix in found.fixes), None)


def _lowered(title: str) -> str:
    """A title as it stands after "Undo:"."""
    return title[:1].lower() + title[1:]
