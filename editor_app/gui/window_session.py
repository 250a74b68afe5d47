"""Shows the post in front in every pane, and passes on what is asked of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QApplication, QPushButton

from editor_app.core.analysis_values import Analysis
from editor_app.core.diagnostics import Diagnostic, Fix, Refusal, Severity
from editor_app.core.text.lines import LineIndex, Position
from editor_app.core.text.spans import Span
from editor_app.gui.notices import Choice, Notice
from editor_app.gui.panes import Panes
from editor_app.gui.posts import summary
from editor_app.gui.session import Session


class WindowSession(QObject):
    """Which post is in front, and what of it is shown; the window connects it."""

    title_changed = Signal(str, bool)  # and whether there is something to save
    text_wanted = Signal()  # the keyboard belongs in the text now
    close_requested = Signal(object)  # Session
    difference_requested = Signal(str, str, str)  # name, on disk, here
    own_chosen = Signal(str)  # a button of a notice that belongs to no open post
    followed = Signal(object)  # Path of a post that is open now, or has another name

    def __init__(self, panes: Panes, parent: QObject) -> None:
        super().__init__(parent)
        self._panes = panes
        self._open = 0
        self._session: Session | None = None
        self._own_notice: Notice | None = None
        self._link = ""
        self._caret_wait = QTimer(self)  # Qt moves the caret before the document has its text
        self._caret_wait.setSingleShot(True)
        self._caret_wait.setInterval(0)
        self._caret_wait.timeout.connect(self._follow_caret)

    @property
    def has_post(self) -> bool:
        return self._session is not None

    # --- open posts

    def follow(self, session: Session) -> None:
        """A post was opened: hear what happens to it."""
        panes = self._panes
        panes.tabs.add(session)
        self._open += 1
        self.followed.emit(session.path)
        session.analysed.connect(partial(self._show_analysis, session))
        session.check_failed.connect(partial(self._show_check, session))
        session.notice_changed.connect(partial(self._show_notices, session))
        session.dirty_changed.connect(partial(self._show_dirty, session))
        session.path_changed.connect(partial(self._show_path, session))
        session.saved.connect(partial(self._show_dirty, session))
        session.place_requested.connect(self.reveal)
        session.difference_requested.connect(partial(self._show_difference, session))
        session.document.history_changed.connect(self._show_history)
        session.document.changed.connect(self._caret_wait.start)

    def let_go(self, session: Session) -> None:
        """A post was closed."""
        self._open -= 1
        self._panes.tabs.remove(session)
        self._panes.posts.forget_counts(session.path)
        self._show_commands()

    def show_session(self, session: Session | None) -> None:
        """Show a post in every pane, or that none is open."""
        panes = self._panes
        self._session = session
        document = session.document if session else None
        context = session.context() if session else None
        root = session.site.root if session else None
        panes.texts.setCurrentWidget(panes.editor if session else panes.welcome)
        panes.tabs.setVisible(session is not None)
        panes.editor.set_document(document)
        panes.form.set_document(document, context)
        panes.preview.set_document(document, context, root)
        panes.posts.show_current(session.path if session else None)
        panes.tabs.show_current(session)
        panes.problems.show_state("")
        panes.status.show_check("")
        if session is None:
            panes.problems.clear()
            panes.status.clear_post()
            self._show_commands()
        else:
            panes.problems.show_waiting()
            panes.status.show_source(session.document.table.source)
            if session.analysis is not None:
                self._show_analysis(session, session.analysis)
            self._show_dirty(session)
            self.text_wanted.emit()
        self._show_notice()
        self._show_history()
        self._show_title()

    # --- what a post says

    def _show_analysis(self, session: Session, analysis: Analysis) -> None:
        panes = self._panes
        counts = [found.severity for found in analysis.diagnostics]
        errors = counts.count(Severity.ERROR)
        panes.posts.show_counts(session.path, errors, counts.count(Severity.WARNING))
        is_decoded = not session.document.is_read_only
        shown = summary.of_front_matter(session.path, analysis.front_matter, is_decoded=is_decoded)
        panes.posts.show_summary(shown)
        if session is not self._session:
            return
        panes.editor.show_analysis(analysis)
        panes.form.show_analysis(analysis)
        panes.problems.show_analysis(analysis)
        panes.status.show_analysis(analysis)
        panes.status.show_check("")
        self._show_commands()

    def _show_check(self, session: Session, sentence: str) -> None:
        if session is self._session:
            self._panes.problems.show_state(sentence)
            self._panes.status.show_check(sentence)

    def _show_dirty(self, session: Session) -> None:
        panes = self._panes
        panes.tabs.update_session(session)
        if session is self._session:
            panes.status.show_saved(is_dirty=session.is_dirty, at=session.saved_at)
            self._show_commands()
            self._show_title()

    def _show_path(self, session: Session) -> None:
        self._panes.tabs.update_session(session)
        self.followed.emit(session.path)
        if session is self._session:
            self._panes.posts.show_current(session.path)
            self._show_title()

    def _show_title(self) -> None:
        session = self._session
        if session is None:
            self.title_changed.emit("Galley", False)
        else:
            title = f"{session.path.name}[*] · {session.site.name} · Galley"
            self.title_changed.emit(title, session.is_dirty)

    def _show_history(self) -> None:
        actions = self._panes.actions
        document = self._session.document if self._session else None
        for command, name, one in (
            ("undo", document.undo_name if document else None, self.tr("Undo")),
            ("redo", document.redo_name if document else None, self.tr("Redo")),
        ):
            action = actions[command]
            text = one if name is None else self.tr("%1: %2").replace("%1", one).replace("%2", name)
            key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            action.setText(text)
            action.setToolTip(f"{text}  {key}")
            action.setEnabled(name is not None)

    def _show_commands(self) -> None:
        actions = self._panes.actions
        session = self._session
        has_post = session is not None  # "save" too: a field may hold what is not entered yet
        for command in ("save", "rename", "trash", "reveal", "close", "find", "replace", "fix"):
            actions[command].setEnabled(has_post)
        for command in ("next-tab", "previous-tab"):
            actions[command].setEnabled(self._open > 1)
        found = session.analysis.diagnostics if session and session.analysis else ()
        actions["fix-all"].setEnabled(any(one.safe_fix for one in found))
        for command in ("next-problem", "previous-problem"):
            actions[command].setEnabled(bool(found))

    # --- notices

    def show_notice(self, notice: Notice) -> None:
        """Say something that belongs to no open post."""
        self._own_notice = notice
        self._show_notice()

    def put_away(self, kind: str) -> None:
        """What was only told, and offers nothing, has been read when the user goes on."""
        own = self._own_notice
        if own is not None and own.kind == kind and not own.choices:
            self.dismiss(own)

    def _show_notices(self, session: Session) -> None:
        if session is self._session:
            self._show_notice()

    def _show_notice(self) -> None:
        of_post = self._session.notice if self._session else None
        is_urgent = of_post is not None and of_post.is_question
        shown = of_post if is_urgent else self._own_notice or of_post
        self._panes.notices.show_notice(shown)
        self._panes.post_notices.show_notice(None if shown is of_post else of_post)

    def _focus_question(self, notice: Notice) -> None:
        """Bring the keyboard to what has to be answered first."""
        name = f"choice:{notice.choices[0].id}"
        buttons = self._panes.notices.findChildren(QPushButton, name)
        if buttons:  # the newest: one of a notice before may not be gone yet
            buttons[-1].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def offer_link(self, address: str) -> None:
        """Name an address that was clicked in the page; only a press on the button opens it."""
        words = self.tr("The page links to %1").replace("%1", address)
        choice = Choice("open-link", self.tr("Open in the browser"))
        self._link = address
        self.show_notice(Notice("link", Severity.INFO, words, (choice,)))

    def show_refusal(self, refusal: Refusal) -> None:
        """Say why something that was asked for in the text was not done."""
        if self._session is not None:
            self._session.show_refusal(refusal)

    def read_as(self, encoding: str) -> None:
        """Read the file in the encoding that the user picked."""
        if self._session is not None:
            self._session.read_as(encoding)
            self._panes.status.show_source(self._session.document.table.source)

    def choose(self, notice: Notice, choice: str) -> None:
        """A button of a notice was pressed."""
        if notice == self._own_notice:
            self._own_notice = None
            self._show_notice()
            if choice == "open-link":
                QDesktopServices.openUrl(QUrl(self._link))
            self.own_chosen.emit(choice)
        elif self._session is not None:
            self._session.choose(notice, choice)
            if notice.is_question and self._session.notice != notice:
                self.text_wanted.emit()  # its buttons are gone, and the keyboard with them

    def dismiss(self, notice: Notice) -> None:
        """A notice was put away."""
        if notice == self._own_notice:
            self._own_notice = None
            self._show_notice()
        elif self._session is not None:
            self._session.dismiss(notice)

    def _show_difference(self, session: Session, there: str, here: str) -> None:
        self.difference_requested.emit(session.path.name, there, here)

    # --- places

    def _follow_caret(self) -> None:
        """The text has changed under the caret."""
        if self._session is not None:
            position = self._panes.editor.editor.textCursor().position()
            self.show_caret(self._session.document.offset(position))

    def show_caret(self, offset: int) -> None:
        """Say in the status bar where the caret is; never looks at the whole text."""
        if self._session is None:
            return
        document = self._session.document
        block = document.qt.findBlock(document.units(offset))
        column = offset - document.offset(block.position())
        self._panes.status.show_caret(block.blockNumber() + 1, column + 1)

    def reveal(self, span: Span) -> None:
        """Go to a place of the present text."""
        if self._session is not None:
            self._panes.editor.reveal(span)

    def reveal_analysed(self, span: Span) -> None:
        """Go to a place of the analysis that is shown, wherever it stands now."""
        session = self._session
        if session is not None:
            focus = QApplication.focusWidget()
            self._panes.editor.reveal(session.check.present(span))
            if focus is not None and self._panes.problems.isAncestorOf(focus):
                focus.setFocus(Qt.FocusReason.OtherFocusReason)  # who walks the rows stays there

    def step_problem(self, by: int) -> None:
        """Go to the next problem from the caret, or the one before with -1, around the end.

        Of several at one place the selected one is left; one that the caret is not at
        was not gone to yet.
        """
        session = self._session
        found = session.analysis.diagnostics if session and session.analysis else ()
        if session is None or not found:
            return
        problems, document = self._panes.problems, session.document
        caret = document.offset(self._panes.editor.editor.textCursor().position())
        spans = [session.check.present(one.span) for one in found]
        current = problems.table.current
        row = found.index(current) if current in found else None
        if row is not None and spans[row].start <= caret <= spans[row].end:
            problems.go_to(found[(row + by) % len(found)])
        elif by > 0:
            after = [one for one, at in zip(found, spans, strict=True) if at.end >= caret]
            problems.go_to(after[0] if after else found[0])
        else:
            before = [one for one, at in zip(found, spans, strict=True) if at.start <= caret]
            problems.go_to(before[-1] if before else found[-1])

    def reveal_line(self, line: int) -> None:
        """Go to the start of a line, counted from 0, of the present text."""
        if self._session is not None:
            block = self._session.document.qt.findBlockByNumber(line)
            start = self._session.document.offset(block.position()) if block.isValid() else 0
            self._panes.editor.reveal(Span(start, start))
            self.text_wanted.emit()

    def go_to_line(self, session: Session, line: int, column: int) -> None:
        """Go to a line and column, both counted from 1."""
        offset = LineIndex(session.document.text).offset(Position(line, column))
        self.reveal(Span(offset, offset))
        self.text_wanted.emit()

    # --- commands

    def with_path(self, slot: Callable[[Path], object]) -> None:
        """Do something with the file of the post in front."""
        if self._session is not None:
            slot(self._session.path)

    def save(self) -> None:
        session = self._session
        if session is None:
            return
        self.finish_typing()
        if session.is_dirty:
            session.save()
        if session.notice is not None and session.notice.is_question:
            self._focus_question(session.notice)

    def close(self) -> None:
        if self._session is not None:
            self.close_session(self._session)

    def close_session(self, session: Session) -> None:
        """Have a post closed, with what was typed in the form and not entered yet."""
        self.finish_typing()
        self.close_requested.emit(session)

    def finish_typing(self) -> None:
        """Take in what an input method or a field of the form still holds back."""
        QGuiApplication.inputMethod().commit()
        self._panes.form.finish()

    def undo(self) -> None:
        if self._session is not None:
            self._session.document.undo()

    def redo(self) -> None:
        if self._session is not None:
            self._session.document.redo()

    def apply_fix(self, fix: Fix) -> None:
        if self._session is not None:
            self._session.check.apply_fix(fix)

    def ignore_here(self, found: Diagnostic) -> None:
        """Have a comment allow a problem of the post in front."""
        if self._session is not None:
            self._session.check.ignore_here(found)

    def apply_safe_fixes(self) -> None:
        if self._session is not None:
            self._session.check.apply_safe_fixes()
