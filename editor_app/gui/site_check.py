"""Has a whole site checked and mended in another process, one command after another."""

from __future__ import annotations

from collections import deque
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from editor_app.core.bulk.site_messages import (
    ApplyPlan,
    Asked,
    Changed,
    CheckSite,
    Finding,
    IgnoreHere,
    IgnoreInSite,
    NotDone,
    Place,
    PlanFixes,
    Planned,
    PostFound,
    Progress,
    SiteFound,
    TakeBack,
)
from editor_app.core.workers.by_name import ByName
from editor_app.gui.surroundings import Surroundings
from editor_app.gui.worker_signals import WorkerSignals

_JOB = ByName("editor_app.core.bulk.site_job")
REST_MS = 1_500
"""So long after a site was opened or a post saved nobody waits for the check of all posts."""


class SiteCheck(QObject):
    """Asks the process that knows the site in front; answers come as signals.

    The process takes only the time that others leave. It ends when there is
    nothing to do, unless `stay` says that somebody looks at the site.
    """

    changed_state = Signal()  # is_checking, is_busy or the site
    progressed = Signal(int, int)  # done, of
    found = Signal(object)  # SiteFound
    planned = Signal(object)  # Planned
    changed = Signal(object)  # Changed
    not_done = Signal(object)  # NotDone
    failed = Signal()

    def __init__(self, surroundings: Surroundings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._around = surroundings
        self._folder: Path | None = None
        self._latest: SiteFound | None = None
        self._asked: deque[Asked] = deque()
        self._is_watched = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self.check)
        self._worker = WorkerSignals(_JOB, None, self, is_background=True)
        self._worker.replied.connect(self._hear)
        self._worker.died.connect(self._lose)

    # --- reading

    @property
    def latest(self) -> SiteFound | None:
        """What was found last in the site in front."""
        return self._latest

    @property
    def is_busy(self) -> bool:
        return bool(self._asked)

    @property
    def is_checking(self) -> bool:
        """Whether the check of all posts is under way."""
        return bool(self._asked) and isinstance(self._asked[0], CheckSite)

    @property
    def can_stop(self) -> bool:
        """Whether what is under way writes nothing."""
        return bool(self._asked) and isinstance(self._asked[0], CheckSite | PlanFixes)

    @property
    def process_id(self) -> int | None:
        return self._worker.process_id

    # --- asking

    def show_site(self, folder: Path) -> None:
        """Another site is in front; it is checked in a while."""
        if folder == self._folder:
            self.check_soon()
            return
        self._give_up()
        self._folder, self._latest = folder, None
        self._rest.start()
        self.changed_state.emit()

    def check_soon(self) -> None:
        """Check again when the last save or change is a while ago."""
        if self._folder is not None:
            self._rest.start()

    def check(self) -> None:
        """Check all posts now; those that did not change cost next to nothing."""
        self._rest.stop()
        place = self._place()
        if place is not None and not any(isinstance(one, CheckSite) for one in self._asked):
            self._ask(CheckSite(place))

    def plan(self, rule: str, posts: tuple[Path, ...], unsaved: frozenset[Path]) -> None:
        place = self._place()
        if place is not None:
            self._ask(PlanFixes(place, rule, posts, unsaved, self._around.clock()))

    def apply(self, unsaved: frozenset[Path]) -> None:
        """Write what was planned last."""
        place = self._place()
        if place is not None:
            self._ask(ApplyPlan(place, unsaved, self._around.clock()))

    def take_back(self, unsaved: frozenset[Path]) -> None:
        """Undo the last change of many posts, also one of an earlier run."""
        place = self._place()
        if place is not None:
            self._ask(TakeBack(place, unsaved))

    def ignore_here(self, post: PostFound, found: Finding, unsaved: frozenset[Path]) -> None:
        """Have a comment written that allows one finding."""
        place = self._place()
        if place is not None:
            now = self._around.clock()
            about = post.path, post.sha256, found.rule, found.span, found.field
            self._ask(IgnoreHere(place, *about, unsaved, now))

    def ignore_in_site(self, rule: str) -> None:
        """Have a rule turned off in the site's settings."""
        place = self._place()
        if place is not None:
            self._ask(IgnoreInSite(place, rule, self._around.clock()))

    def stop(self) -> None:
        """Give up what is under way, unless it writes."""
        if self.can_stop:
            self._give_up()
            self.changed_state.emit()

    def stay(self, *, is_watched: bool) -> None:
        """Whether somebody looks at the site, so that the next answer should come at once."""
        self._is_watched = is_watched
        self._let_rest()

    def close(self) -> None:
        """End the process; nothing is emitted any more."""
        self._rest.stop()
        self._asked.clear()
        self._worker.close()

    # --- inside

    def _place(self) -> Place | None:
        if self._folder is None:
            return None
        around = self._around
        language = "" if around.language == "en" else around.language
        own = around.folders
        return Place(self._folder, language, own.cache / "check", own.state / "changes")

    def _ask(self, message: Asked) -> None:
        self._asked.append(message)
        if len(self._asked) == 1:
            self._worker.send(message)
        self.changed_state.emit()

    def _give_up(self) -> None:
        self._rest.stop()
        self._asked.clear()
        self._worker.kill()

    def _hear(self, reply: object) -> None:
        if isinstance(reply, Progress):
            self.progressed.emit(reply.done, reply.of)
            return
        if self._asked:
            self._asked.popleft()
        if self._asked:
            self._worker.send(self._asked[0])
        self.changed_state.emit()
        match reply:
            case SiteFound():
                self._latest = reply
                self.found.emit(reply)
            case Planned():
                self.planned.emit(reply)
            case Changed():
                self.changed.emit(reply)
            case NotDone():
                self.not_done.emit(reply)
        self._let_rest()

    def _let_rest(self) -> None:
        if not self._asked and not self._is_watched:
            self._worker.kill()

    def _lose(self, _traceback: str) -> None:
        self._asked.clear()
        self.changed_state.emit()
        self.failed.emit()
