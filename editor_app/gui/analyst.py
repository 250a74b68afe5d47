"""The analyst: one process that analyses texts for all open posts, with a deadline."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from editor_app.core.analysis_values import Context
from editor_app.core.diagnostics import Diagnostic
from editor_app.core.workers.by_name import ByName
from editor_app.gui.analysis_messages import AllowAnswer, AllowQuestion, Answer, Question
from editor_app.gui.worker_signals import WorkerSignals

DEADLINE_MS = 15_000
_ANALYSING = ByName("editor_app.gui.analysis_job")


class Analyst(QObject):
    """Asks the analysis process and passes its answers on, the latest version only.

    A process that does not answer in time is ended; the next question starts
    another. `failed` carries the key of each post that got no answer, and why.
    After `wait` questions are kept until `begin`: to start the process takes a
    while, in which the window can be painted.
    """

    analysed = Signal(int, object)  # key, Analysis
    failed = Signal(int, str)
    allowed = Signal(int, object)  # key, AllowAnswer

    def __init__(self, parent: QObject | None = None, *, deadline_ms: int = DEADLINE_MS) -> None:
        super().__init__(parent)
        self._asked: dict[int, dict[int, str]] = {}  # texts by version, the latest last
        self._pages: dict[str, str] = {}
        self._kept: list[object] | None = None
        self._worker = WorkerSignals(_ANALYSING, deadline_ms, self, is_background=True)
        self._worker.replied.connect(self._hear)
        self._worker.died.connect(self._lose)
        self._worker.overdue.connect(self._give_up)

    def ask(self, key: int, text: str, context: Context, version: int) -> None:
        """Have a version of a post analysed; an older question of it is forgotten."""
        self._asked.setdefault(key, {})[version] = text
        self._send(Question(key, text, context, version))

    def ask_to_allow(
        self, key: int, text: str, context: Context, version: int, found: Diagnostic
    ) -> None:
        """Have the edits made that allow a diagnostic of a version of a post."""
        self._send(AllowQuestion(key, text, context, version, found))

    @property
    def process_id(self) -> int | None:
        """Of the running process."""
        return self._worker.process_id

    def wait(self) -> None:
        """Keep what is asked from now on."""
        self._kept = []

    def begin(self) -> None:
        """Ask what was kept, and everything from now on."""
        kept, self._kept = self._kept, None
        for question in kept or ():
            self._worker.send(question)

    def _send(self, question: object) -> None:
        if self._kept is None:
            self._worker.send(question)
        else:
            self._kept.append(question)

    def page_of(self, rule: str) -> str:
        """The help page of a rule that has found something; nothing for any other."""
        return self._pages.get(rule, "")

    def forget(self, key: int) -> None:
        """The post was closed."""
        self._asked.pop(key, None)

    def close(self) -> None:
        """End the process; nothing is emitted any more."""
        self._asked.clear()
        self._kept = None
        self._worker.close()

    def _hear(self, reply: object) -> None:
        answers = reply if isinstance(reply, tuple) else ()
        for answer in answers:
            if isinstance(answer, Answer):
                self._take(answer)
            elif isinstance(answer, AllowAnswer):
                self.allowed.emit(answer.key, answer)

    def _take(self, answer: Answer) -> None:
        texts = self._asked.get(answer.key, {})
        text = texts.get(answer.version)
        if text is None:
            return  # the post was closed
        later = {version: one for version, one in texts.items() if version > answer.version}
        if later:
            self._asked[answer.key] = later
        else:
            del self._asked[answer.key]
        if answer.analysis is None:
            self.failed.emit(answer.key, answer.reason)
        else:
            self._pages.update(answer.pages)
            front_matter = replace(answer.analysis.front_matter, text=text)
            self.analysed.emit(answer.key, replace(answer.analysis, front_matter=front_matter))

    def _give_up(self) -> None:
        self._fail_all(self.tr("The check took too long; it starts again with the next change"))

    def _lose(self, _traceback: str) -> None:
        self._fail_all(self.tr("The check has stopped; it starts again with the next change"))

    def _fail_all(self, sentence: str) -> None:
        asked, self._asked = self._asked, {}
        for key in asked:
            self.failed.emit(key, sentence)
