"""The site view in the window: what it asks for, and going from post to post with problems."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QWidget

from editor_app.core.analysis_values import Analysis
from editor_app.core.bulk.site_messages import (
    Changed,
    Finding,
    NotDone,
    Planned,
    PostFound,
    SiteFound,
)
from editor_app.core.diagnostics import Diagnostic, Severity, by_place
from editor_app.core.settings_file.site import FILE
from editor_app.core.site.find import Site
from editor_app.gui.notices import Choice, Notice
from editor_app.gui.panes import Panes
from editor_app.gui.posts.model import Counts
from editor_app.gui.session import Session
from editor_app.gui.session_across import SessionAcross
from editor_app.gui.sessions import Sessions
from editor_app.gui.site_check import SiteCheck
from editor_app.gui.surroundings import Surroundings
from editor_app.gui.theme import Theme
from editor_app.gui.window_files import WindowFiles
from editor_app.gui.window_session import WindowSession

if TYPE_CHECKING:
    from editor_app.gui.site_view.pane import SiteView

UNDO = "undo-in-posts"

_MOST_NAMED = 3
"""Of the files that were left out; a notice has a line or two."""


class WindowSite(QObject):
    """Shows the site view in the place of the desk, and does what it asks for."""

    def __init__(self, theme: Theme, surroundings: Surroundings, parent: QObject) -> None:
        super().__init__(parent)
        self.check = SiteCheck(surroundings, self)
        self._theme, self._around = theme, surroundings
        self._view: SiteView | None = None
        self._places = QStackedWidget()
        self._arriving: Session | None = None
        self._passing: Session | None = None
        self._across: dict[Session, SessionAcross] = {}
        self._wrong: tuple[Path, tuple[str, ...]] | None = None

    def beside(self, desk: QWidget) -> QWidget:
        """What shows the desk or, in its place, the site view."""
        self._places.addWidget(desk)
        return self._places

    def join(
        self, panes: Panes, sessions: Sessions, files: WindowFiles, of_session: WindowSession
    ) -> None:
        """Hear the others, and be heard; called once, when all of them are there."""
        self._panes, self._sessions, self._files = panes, sessions, files
        self._of_session = of_session
        self._switch: QAction = panes.actions["site-problems"]
        self._connect_check()
        files.site_opened.connect(self._show_site)
        files.posts_changed.connect(self.check.check_soon)
        sessions.opened.connect(self._follow)
        sessions.closed.connect(self._let_go)
        of_session.own_chosen.connect(self._choose)
        self._show_switch()

    def _connect_check(self) -> None:
        check = self.check
        check.changed_state.connect(self._show_state)
        check.progressed.connect(self._show_progress)
        check.found.connect(self._show_found)
        check.planned.connect(self._show_planned)
        check.changed.connect(self._show_changed)
        check.not_done.connect(self._show_not_done)
        check.failed.connect(self._show_failure)
        self._panes.problems.ignore_here_requested.connect(self._of_session.ignore_here)
        self._panes.problems.ignore_in_site_requested.connect(check.ignore_in_site)

    @property
    def view(self) -> SiteView:
        """Made when it is first needed: no start of the window waits for it."""
        if self._view is None:
            self._view = self._make_view()
            if self.check.latest is not None:
                self._view.show_found(self.check.latest)
            self._show_state()
        return self._view

    def _make_view(self) -> SiteView:
        module = importlib.import_module("editor_app.gui.site_view.pane")
        view: SiteView = module.SiteView(self._theme, self._around.clock().date())
        self._places.addWidget(view)
        self._connect_view(view)
        return view

    def _connect_view(self, view: SiteView) -> None:
        check = self.check
        view.check_requested.connect(check.check)
        view.stop_requested.connect(check.stop)
        view.open_requested.connect(self.open_at)
        view.plan_requested.connect(self._plan)
        view.apply_requested.connect(self._apply)
        view.undo_requested.connect(self._take_back)
        view.ignore_here_requested.connect(self._ignore_here)
        view.ignore_in_site_requested.connect(check.ignore_in_site)
        view.refused.connect(self._say_why)
        view.left.connect(self.leave)
        view.new_requested.connect(self.from_desk(self._files.ask_for_new_post))

    # --- coming and going

    @property
    def is_shown(self) -> bool:
        return self._places.currentIndex() > 0

    def show_theme(self, theme: Theme) -> None:
        self._theme = theme
        if self._view is not None:
            self._view.show_theme(theme)

    def toggle(self) -> None:
        """Show the problems of the site, or the desk again."""
        self._of_session.put_away("bulk")
        if self.is_shown:
            self.leave()
            return
        self._of_session.finish_typing()
        self._places.setCurrentWidget(self.view)
        self.check.stay(is_watched=True)
        if not self.check.is_busy:
            self.check.check()
        self._show_switch()
        self.view.focus_first()

    def leave(self) -> None:
        """Show the desk."""
        if self.is_shown:
            self._of_session.put_away("bulk")
            self._places.setCurrentIndex(0)
            self.check.stay(is_watched=False)
            self._of_session.text_wanted.emit()
        self._show_switch()

    def from_desk(self, slot: Callable[[], object]) -> Callable[[], None]:
        """What a command does that belongs to the desk: the desk comes into sight for it."""

        def call() -> None:
            self.leave()
            slot()

        return call

    def _show_switch(self) -> None:
        self._switch.setChecked(self.is_shown)

    # --- what the check says

    def _show_site(self, site: Site) -> None:
        if self._view is not None:
            self._view.show_no_site()
        self._panes.posts.show_site_counts({})
        self.check.show_site(site.root)
        if self.check.latest is not None:
            self._show_found(self.check.latest)
        if self.is_shown:
            self.check.check()

    def _show_state(self) -> None:
        view, check = self._view, self.check
        if view is None:
            return
        if not check.is_busy:
            view.show_idle()
        elif check.is_checking:
            view.show_busy(self.tr("Checking the posts…"), can_stop=True)
        else:
            view.show_busy(self.tr("Working…"), can_stop=check.can_stop)

    def _show_progress(self, done: int, of: int) -> None:
        if self._view is not None:
            self._view.show_progress(done, of)

    def _show_found(self, site: SiteFound) -> None:
        if self._view is not None:
            self._view.show_found(site)
        self._panes.posts.show_site_counts({post.path: _counts(post) for post in site.posts})
        for across in self._across.values():
            across.show(site)
        if self._wrong != (site.folder, site.wrong):  # once, not after every save
            self._wrong = site.folder, site.wrong
            if site.wrong:
                words = " · ".join(site.wrong)
                self._of_session.show_notice(Notice("settings", Severity.WARNING, words))

    def _show_planned(self, planned: Planned) -> None:
        self.view.show_planned(planned)

    def _show_failure(self) -> None:
        self.view.show_failure()

    def _show_changed(self, changed: Changed) -> None:
        if self._view is not None:
            self._view.close_dry_run()
        self._sessions.look_at_disk()
        if any(path.name == FILE for path in changed.done):
            self._sessions.read_settings_again()
        self.check.check()
        parts = [self._words_of(changed)]
        parts += (f"{one.path.name}: {one.reason}" for one in changed.left_out[:_MOST_NAMED])
        rest = len(changed.left_out) - _MOST_NAMED
        if rest > 0:
            parts.append(self.tr("%1 more were left out").replace("%1", str(rest)))
        choices = (Choice(UNDO, self.tr("Undo")),) if changed.can_undo else ()
        severity = Severity.WARNING if changed.left_out else Severity.INFO
        self._of_session.show_notice(Notice("bulk", severity, " · ".join(parts), choices))

    def _words_of(self, changed: Changed) -> str:
        number = len(changed.done)
        if changed.asked == "ignore-in-site":
            words = self.tr("%1 is off in this site: %2").replace("%1", changed.rule)
            return words.replace("%2", FILE)
        if changed.asked == "take-back" and not number:
            return self.tr("Nothing was taken back")
        if changed.asked == "take-back":
            one, many = self.tr("1 file is as it was"), self.tr("%1 files are as they were")
        else:
            one, many = self.tr("1 file changed"), self.tr("%1 files changed")
        locale = self._panes.posts.locale()
        return one if number == 1 else many.replace("%1", locale.toString(number))

    def _show_not_done(self, failure: NotDone) -> None:
        self._of_session.show_notice(Notice("bulk", Severity.WARNING, failure.reason))

    def _say_why(self, sentence: str) -> None:
        self._of_session.show_notice(Notice("bulk", Severity.INFO, sentence))

    def _choose(self, choice: str) -> None:
        if choice == UNDO:
            self._take_back()

    def _take_back(self) -> None:
        self.check.take_back(self._sessions.unsaved_files)

    # --- what the view asks for

    def _plan(self, rule: str, posts: tuple[Path, ...]) -> None:
        self._of_session.put_away("bulk")
        self.check.plan(rule, posts, self._sessions.unsaved_files)

    def _apply(self) -> None:
        self.check.apply(self._sessions.unsaved_files)

    def _ignore_here(self, post: PostFound, found: Finding) -> None:
        self.check.ignore_here(post, found, self._sessions.unsaved_files)

    # --- posts

    def _follow(self, session: Session) -> None:
        self._across[session] = across = SessionAcross(session)
        if self.check.latest is not None:
            across.show(self.check.latest)
        session.saved.connect(self.check.check_soon)
        session.analysed.connect(self._arrive)

    def _let_go(self, session: Session) -> None:
        self._across.pop(session, None)

    def open_at(self, post: PostFound, found: Finding) -> None:
        """Open a post where a finding stands, on the desk; a post that is gone leaves all as is."""
        self._files.open_path(post.path)
        session = self._sessions.current
        if session is None or session.path != post.path:
            self.check.check()
            return
        self.leave()
        identity = session.identity
        if not session.is_dirty and identity is not None and identity.sha256 == post.sha256:
            self._of_session.reveal(found.span)
        else:
            self._of_session.go_to_line(session, found.line, 1)
        self._panes.problems.prefer(found.rule, found.message)
        self._panes.editor.paint_now()

    def step(self, by: int) -> None:
        """Go to the next post of the list with errors or warnings, or the one before with -1.

        Nothing is saved by that: a post with changes stays open in its tab. One without
        that was come to in the same way is closed behind, so that fifty do not pile up.
        Who goes through the problems in their pane stays there.
        """
        is_in_problems = self._panes.problems.has_focus
        self._of_session.put_away("bulk")
        self.leave()
        before = self._sessions.current
        path = self._panes.posts.next_with_problems(by)
        if path is None:
            words = self.tr("No other post has errors or warnings")
            if self._panes.posts.is_searched:
                words = self.tr("No other post that the search shows has errors or warnings")
            if self.check.latest is None:
                words = self.tr("The posts of this site are being checked")
                self.check.check()
            self._say_why(words)
            return
        self._of_session.finish_typing()
        is_new = self._sessions.find(path) is None
        post, found = self._first_of(path)
        if post is not None and found is not None:
            self.open_at(post, found)
        else:
            self._open_unchecked(path)
        if before is not None and before is self._passing:
            QTimer.singleShot(0, before, partial(self._close_behind, before))
        self._passing = self._sessions.current if is_new else None
        if is_in_problems:
            self._panes.problems.take_focus()

    def _close_behind(self, session: Session) -> None:
        if session in self._sessions.all and not session.is_dirty and session.notice is None:
            self._sessions.close(session, is_clean=True)

    def _open_unchecked(self, path: Path) -> None:
        self._files.open_path(path)
        session = self._sessions.current
        if session is not None and session.path == path:
            self._arriving = session
            if session.analysis is not None:
                self._reveal_first(session, session.analysis)

    def _first_of(self, path: Path) -> tuple[PostFound | None, Finding | None]:
        site = self.check.latest
        post = next((one for one in site.posts if one.path == path), None) if site else None
        found = next(
            (one for one in post.findings if one.severity >= Severity.WARNING)
            if post
            else iter(()),
            None,
        )
        return post, found

    def _arrive(self, analysis: Analysis) -> None:
        session = self._arriving
        if session is not None and session is self.sender():
            self._reveal_first(session, analysis)

    def _reveal_first(self, session: Session, analysis: Analysis) -> None:
        """Put the caret at the first problem of a post of which the site's check knew none."""
        self._arriving = None
        if session is not self._sessions.current:
            return
        grave = [one for one in analysis.diagnostics if one.severity >= Severity.WARNING]
        first: Diagnostic | None = min(grave, key=by_place, default=None)
        if first is not None:
            self._of_session.reveal_analysed(first.span)


def _counts(post: PostFound) -> Counts:
    severities = [one.severity for one in post.findings]
    return severities.count(Severity.ERROR), severities.count(Severity.WARNING)
