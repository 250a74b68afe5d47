"""One open post: its file, its document, its journal, and what there is to say about them."""

from __future__ import annotations

import itertools
import os
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from editor_app.core.analysis_values import Analysis, Context
from editor_app.core.diagnostics import Refusal
from editor_app.core.settings import Settings
from editor_app.core.site.find import Site
from editor_app.core.storage.identity import Identity, Loaded, LoadFailed, load
from editor_app.core.storage.journal import JournalFailed
from editor_app.core.storage.reasons import Reason
from editor_app.core.storage.save import ForeignChange, SaveError, SaveFailed, save
from editor_app.core.text import source
from editor_app.core.text.edits import difference
from editor_app.core.text.piece_table import PieceTable, Unencodable
from editor_app.core.text.source import Source, normalised
from editor_app.core.text.spans import Span
from editor_app.gui import session_notices
from editor_app.gui.analyst import Analyst
from editor_app.gui.document import Document
from editor_app.gui.notices import Notice
from editor_app.gui.session_check import SessionCheck
from editor_app.gui.session_journal import JournalKeeper
from editor_app.gui.surroundings import Surroundings

_KEYS = itertools.count(1)


class Session(QObject):
    """One open post. It never shows a dialog: it has a notice, and hears what was chosen."""

    analysed = Signal(object)  # Analysis
    check_failed = Signal(str)
    notice_changed = Signal()
    dirty_changed = Signal()
    saved = Signal()
    path_changed = Signal()
    difference_requested = Signal(str, str)  # on disk, here
    place_requested = Signal(object)  # Span

    def __init__(
        self,
        path: Path,
        opened: Source,
        identity: Identity | None,
        *,
        site: Site,
        settings: Settings,
        analyst: Analyst,
        surroundings: Surroundings,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._path, self._site, self._settings = path, site, settings
        self._around = surroundings
        self._identity = identity
        self._keeps_mine = identity is None
        self._notice: Notice | None = None
        self._theirs: Loaded | None = None
        self._saved_at: datetime | None = None
        self.document = Document(opened, self)
        self.journal = JournalKeeper(
            surroundings.folders.journals,
            self._present_table,
            surroundings.writer,
            surroundings.clock,
            self,
        )
        self.journal.begin(path, identity)
        self.check = SessionCheck(next(_KEYS), self.document, self.context, analyst, self)
        self._connect()
        self.check.ask_now()

    def _connect(self) -> None:
        self.document.changed.connect(self._note_change)
        self.document.composing_changed.connect(self._follow_composing)
        self.document.modified_changed.connect(self._follow_modified)
        self.journal.failed.connect(self._hear_journal)
        self.check.analysed.connect(self.analysed)
        self.check.failed.connect(self.check_failed)
        self.check.refused.connect(self.show_refusal)

    # --- reading

    @property
    def path(self) -> Path:
        return self._path

    @property
    def site(self) -> Site:
        return self._site

    @property
    def analysis(self) -> Analysis | None:
        return self.check.analysis

    @property
    def notice(self) -> Notice | None:
        return self._notice

    @property
    def saved_at(self) -> datetime | None:
        """When this window saved the post last."""
        return self._saved_at

    @property
    def is_dirty(self) -> bool:
        """Whether the file on disk does not hold this text."""
        return self.document.is_modified or self._keeps_mine

    def context(self) -> Context:
        """What an analysis needs to know beside the text."""
        site, now = self._site, self._around.clock()
        about = Context(self._path, site.generator, self._settings, now, site=site)
        return about.for_source(self.document.table.source)

    def _present_table(self) -> PieceTable:
        return self.document.table

    def follow_settings(self, settings: Settings) -> None:
        """The site sets something else about the checks now."""
        self._settings = settings
        self.check.ask_now()

    # --- saving

    def save(self) -> bool:
        """Write the text to its file; whether it stands there verified. Else a notice says why."""
        if self._has_foreign_change():
            self.notice_changed.emit()  # the question is still open, and nothing answers it
            return False
        QGuiApplication.inputMethod().commit()
        table = self.document.table
        try:
            data = table.to_bytes()
        except Unencodable as error:
            self._say(session_notices.unencodable(error))
            self.place_requested.emit(Span(error.offset, error.offset + 1))
            return False
        except PermissionError:
            self._say(session_notices.read_only(table.source))
            return False
        try:
            done = save(self._path, data, self._identity)
        except ForeignChange:
            self._meet_foreign_change()
            return False
        except SaveError as error:
            self._hear_save_error(error)
            return False
        self._identity = done.identity
        self._theirs = None
        self._keeps_mine = False
        self._saved_at = self._around.clock()
        self.document.mark_saved()
        self.journal.end(is_clean=True)
        self.journal.begin(self._path, self._identity)
        notes = [self._around.translate(note) for note in done.notes]
        self._say(session_notices.saved_with_notes(notes) if notes else None)
        self.dirty_changed.emit()
        self.saved.emit()
        return True

    def _hear_save_error(self, error: SaveError) -> None:
        if error.reason is Reason.FILE_VANISHED:
            self._say(session_notices.vanished(self._path))
            return
        if isinstance(error, SaveFailed) and error.identity is not None:
            self._identity = error.identity
        self._say(session_notices.not_saved(error.message(self._around.translate)))

    # --- the file on disk

    def look_at_disk(self) -> None:
        """See whether another program has changed the file; cheap where it has not."""
        if self._identity is None or self.document.is_composing:
            return
        try:
            status = os.stat(self._path)
        except OSError:
            if not self._has_question():
                self._keeps_mine = True
                self._say(session_notices.vanished(self._path))
                self.dirty_changed.emit()
            return
        if self._identity.looks_like(status):
            return
        try:
            loaded = load(self._path)
        except LoadFailed:
            return  # it is being written, or not ours to read: the save will say so
        if loaded.identity.has_content_of(self._identity):
            self._identity = loaded.identity
            self._forget_vanished()
        elif not self.is_dirty:
            self._take(loaded)
        elif self._theirs is None or not self._theirs.identity.has_content_of(loaded.identity):
            self._theirs = loaded
            self._say(session_notices.changed_on_disk(self._path))

    def _forget_vanished(self) -> None:
        if self._notice is not None and self._notice.kind == session_notices.VANISHED:
            self._keeps_mine = False
            self._say(None)
            self.dirty_changed.emit()

    def _meet_foreign_change(self) -> None:
        try:
            self._theirs = load(self._path)
        except LoadFailed as error:
            self._say(session_notices.not_saved(error.message(self._around.translate)))
            return
        self._say(session_notices.changed_on_disk(self._path))

    def _take(self, loaded: Loaded) -> None:
        """Show the text on disk; carets stay where the text is the same."""
        self._theirs = None
        self._keeps_mine = False
        self._identity = loaded.identity
        self.document.replace_source(source.read(loaded.source_bytes))
        self.journal.end(is_clean=True)
        self.journal.begin(self._path, self._identity)
        self._say(None)
        self.dirty_changed.emit()

    def read_as(self, encoding: str) -> None:
        """Read the same bytes in another encoding; a notice says where that fails."""
        try:
            other = source.read_as(self.document.table.source.data, encoding)
        except source.EncodingRefused as error:
            self.show_refusal(Refusal(str(error)))
            return
        self.document.replace_source(other)

    # --- what the user chose

    def choose(self, notice: Notice, choice: str) -> None:
        """Do what a button of a notice says."""
        if notice != self._notice:
            return
        theirs = self._theirs
        if choice == session_notices.KEEP_MINE and theirs is not None:
            if not self._put_aside(theirs.source_bytes):
                return
            self._theirs = None
            self._identity = theirs.identity
            self._keeps_mine = True
            self.journal.move(self._path, self._identity)
            self._say(None)
            self.dirty_changed.emit()
        elif choice == session_notices.TAKE_THEIRS and theirs is not None:
            if self.keep_discarded():
                self._take(theirs)
        elif choice == session_notices.SHOW_DIFFERENCE and theirs is not None:
            there = source.read(theirs.source_bytes).text
            self.difference_requested.emit(there, self.document.text)
        elif choice == session_notices.WRITE_ANEW:
            self._identity = None
            self.save()
        elif choice == session_notices.SAVE_AGAIN:
            self.save()

    def dismiss(self, notice: Notice) -> None:
        """The user has put a notice away."""
        if notice == self._notice and not notice.is_question:
            self._say(None)

    def show_refusal(self, refusal: Refusal) -> None:
        """Say why something was not done."""
        if not self._has_question():
            self._say(session_notices.refused(refusal.message))

    def _has_foreign_change(self) -> bool:
        is_asked = self._notice is not None and self._notice.kind == session_notices.CHANGED
        return is_asked and self._theirs is not None

    def _has_question(self) -> bool:
        return self._notice is not None and self._notice.is_question

    def _say(self, notice: Notice | None) -> None:
        if notice != self._notice:
            self._notice = notice
            self.notice_changed.emit()

    # --- closing and moving

    def keep_discarded(self) -> bool:
        """Put the text aside for a week before it is given up; False (and a notice) where not."""
        table = self.document.table
        try:
            data = table.to_bytes()
        except Unencodable:
            data = table.text.encode("utf-8", "surrogatepass")
        return self._put_aside(data)

    def _put_aside(self, data: bytes) -> bool:
        """Keep a text that is given up, ours or the file's, among the discarded ones."""
        try:
            self._around.discard(self._path.name, data)
        except OSError as error:
            self._say(session_notices.not_kept(str(error)))
            return False
        return True

    def close(self, *, is_clean: bool) -> None:
        """End the session; unless `is_clean` the journal stays for the next start."""
        self.check.stop()
        if not is_clean and self.is_dirty:
            self.journal.flush()
        self.journal.end(is_clean=is_clean)

    def restore(self, content: bytes | str, encoding: str, base: Identity | None) -> bool:
        """Take up a text that an earlier run did not save; whether it is in the journal again.

        Bytes come back as they were. `base` is the file that the text was begun
        on. Where the disk holds another now, which of the two stays is asked as
        for any foreign change; until then `base` stays what a save may replace,
        also for the next start after another crash.
        """
        refusal = self._take_up(content, encoding)
        if refusal is not None:
            self.show_refusal(refusal)
            return False
        self._keeps_mine = True
        try:
            self._theirs = load(self._path)
        except LoadFailed:
            self._theirs = None  # it is gone or not ours to read: the save will say so
        theirs = self._theirs
        has_changed = theirs is not None and not (
            theirs.source_bytes == content
            or (base is not None and theirs.identity.has_content_of(base))
        )
        if theirs is not None:
            self._identity = base if has_changed else theirs.identity
        self.journal.move(self._path, self._identity)
        self.journal.flush()
        if has_changed:
            self._say(session_notices.changed_on_disk(self._path))
        else:
            self._say(session_notices.restored(self._path, has_theirs=theirs is not None))
        self.dirty_changed.emit()
        return True

    def _take_up(self, content: bytes | str, encoding: str) -> Refusal | None:
        """Make a text the document's, as one step of its history where the bytes allow it."""
        found = source.read_as(content, encoding) if isinstance(content, bytes) else None
        if found is not None and found.encoding != self.document.table.source.encoding:
            self.document.replace_source(found)
            return None
        text = normalised(content) if isinstance(content, str) else found.text if found else ""
        edits = difference(self.document.text, text)
        name = self.tr("restored text")
        refusal = self.document.apply(edits, self.document.version, name)
        if found is None:
            return refusal
        if refusal is not None or self.document.table.to_bytes() != found.data:
            self.document.replace_source(found)  # its line endings are others
        return None

    def follow_rename(self, path: Path, identity: Identity) -> None:
        """The file has another name now, and the same content."""
        self._path, self._identity = path, identity
        if self.is_dirty:
            self.journal.move(path, identity)
        else:
            self.journal.begin(path, identity)
        self.path_changed.emit()
        self.check.ask_now()

    @property
    def identity(self) -> Identity | None:
        """The file as it was loaded or saved last; None for one that is to be written anew."""
        return self._identity

    # --- what the document says

    def _note_change(self) -> None:
        self.journal.note_change()
        if self._notice is not None and self._notice.kind == session_notices.REFUSED:
            self._say(None)

    def _follow_composing(self, is_composing: bool) -> None:
        if is_composing:
            self.journal.record_if_due()

    def _follow_modified(self, _is_modified: bool) -> None:
        self.dirty_changed.emit()

    def _hear_journal(self, failure: JournalFailed) -> None:
        if not self._has_question():
            self._say(session_notices.journal_failed(failure.message(self._around.translate)))
