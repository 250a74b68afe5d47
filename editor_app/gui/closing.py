"""Closing a post or the window: nothing that is not saved goes without a word."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from editor_app.gui.dialogs.questions import CANCEL, Question
from editor_app.gui.notices import Choice
from editor_app.gui.session import Session
from editor_app.gui.sessions import Sessions

_SAVE, _DISCARD = "save", "discard"


class Closing(QObject):
    """Asks where there is something to save. `all_closed` comes when nothing is left open."""

    all_closed = Signal()
    failed = Signal(object)  # Session that could not be saved; it stays open

    def __init__(self, window: QWidget, sessions: Sessions) -> None:
        super().__init__(window)
        self._window, self._sessions = window, sessions
        self._is_asking = False

    def close(self, session: Session) -> None:
        """Close one post."""
        if not session.is_dirty:
            self._sessions.close(session, is_clean=True)
        else:
            self._sessions.show(session)
            self._ask((session,), is_all=False)

    def close_without_asking(self, session: Session) -> None:
        """Close a post whose text is put aside already."""
        self._sessions.close(session, is_clean=True)

    def close_all(self) -> None:
        """Close every post, with one question for all that are not saved."""
        dirty = self._sessions.dirty
        if dirty:
            self._ask(dirty, is_all=True)
        else:
            self._finish()

    def _finish(self) -> None:
        for session in self._sessions.all:
            self._sessions.close(session, is_clean=True)
        self.all_closed.emit()

    def _ask(self, dirty: Sequence[Session], *, is_all: bool) -> None:
        if self._is_asking:
            return
        self._is_asking = True
        if len(dirty) == 1:
            title = self.tr("Save “%1”?").replace("%1", dirty[0].path.name)
            save = self.tr("Save")
        else:
            title = self.tr("Save %1 posts?").replace("%1", str(len(dirty)))
            save = self.tr("Save all")
        names = "" if len(dirty) == 1 else "\n".join(one.path.name for one in dirty) + "\n\n"
        question = Question(
            title,
            names + self.tr("A discarded text is kept aside for a week (Help › Discarded texts)."),
            (Choice(_SAVE, save), Choice(_DISCARD, self.tr("Discard"))),
            self._window,
        )
        question.answered.connect(lambda answer: self._hear(answer, tuple(dirty), is_all=is_all))
        question.open()

    def _hear(self, answer: str, dirty: Sequence[Session], *, is_all: bool) -> None:
        self._is_asking = False
        if answer == CANCEL:
            return
        for session in dirty:
            is_safe = session.save() if answer == _SAVE else session.keep_discarded()
            if not is_safe:
                self._sessions.show(session)
                self.failed.emit(session)
                return
            if not is_all:
                self._sessions.close(session, is_clean=True)
        if is_all:
            self._finish()
