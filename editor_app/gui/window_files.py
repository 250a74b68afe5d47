"""What the File menu does: opening and making posts, renaming and removing them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from editor_app.core.diagnostics import Severity
from editor_app.core.site.find import Site, find_site
from editor_app.core.site.names import file_name
from editor_app.core.storage.identity import LoadFailed
from editor_app.core.storage.reasons import StorageError, reason_of
from editor_app.core.storage.save import SaveError
from editor_app.gui import files
from editor_app.gui.dialogs.name import NewPostDialog, RenameDialog
from editor_app.gui.dialogs.questions import CANCEL, Question
from editor_app.gui.notices import Choice, Notice
from editor_app.gui.session import Session
from editor_app.gui.sessions import Sessions
from editor_app.gui.surroundings import Surroundings
from editor_app.gui.targets import Target


class WindowFiles(QObject):
    """Asks for names and does what the answers say; `noticed` says what did not work."""

    noticed = Signal(object)  # Notice
    site_opened = Signal(object)  # Site
    went_to = Signal(object, int, int)  # Session, line, column: both from 1
    posts_changed = Signal()
    trash_confirmed = Signal(object)  # Path, gone now

    def __init__(
        self,
        window: QWidget,
        sessions: Sessions,
        surroundings: Surroundings,
        close_session: Callable[[Session], None],
    ) -> None:
        super().__init__(window)
        self._window, self._sessions, self._around = window, sessions, surroundings
        self._close_session = close_session
        self._site: Site | None = None

    @property
    def site(self) -> Site | None:
        """Whose posts are listed."""
        return self._site

    # --- opening

    def open(self, target: Target) -> None:
        """Open a post or the folder of a site; a post brings its site along."""
        path = target.path
        if path.is_dir():
            self.open_site(path)
            return
        try:
            session = self._sessions.open(path)
        except LoadFailed as error:
            self._report(error, target.typed)
            return
        if self._site is not None and session.site.root != self._site.root:
            self._show_site(session.site)
        if target.line is not None:
            self.went_to.emit(session, target.line, target.column)

    def follow(self, session: Session) -> None:
        """A post was opened, here or from a journal: where no site is listed yet, its own is."""
        if self._site is None:
            self._show_site(session.site)

    def open_path(self, path: Path) -> None:
        self.open(Target(path))

    def open_site(self, folder: Path) -> None:
        self._show_site(find_site(folder))

    def _show_site(self, site: Site) -> None:
        self._site = site
        self.site_opened.emit(site)

    def ask_for_post(self) -> None:
        """Choose a file in the system's dialog."""
        names = self.tr("Posts (*.md *.markdown *.mdx *.html);;All files (*)")
        dialog = self._dialog(self.tr("Open post"), QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilter(names)
        dialog.filesSelected.connect(self._open_chosen)
        dialog.open()

    def ask_for_folder(self) -> None:
        """Choose the folder of a site in the system's dialog."""
        dialog = self._dialog(self.tr("Open folder"), QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.filesSelected.connect(self._open_chosen)
        dialog.open()

    def _dialog(self, title: str, mode: QFileDialog.FileMode) -> QFileDialog:
        folder = str(self._site.root) if self._site else ""
        dialog = QFileDialog(self._window, title, folder)
        dialog.setFileMode(mode)
        return dialog

    def _open_chosen(self, names: list[str]) -> None:
        for name in names:
            self.open_path(Path(name))

    # --- making

    def ask_for_new_post(self) -> None:
        """Ask for a title, and make the post of that name."""
        site = self._site
        if site is None:
            self.ask_for_folder()
            return
        dialog = NewPostDialog(site.root, site.posts_folders, self._new_name, parent=self._window)
        dialog.accepted_with.connect(self._make)
        dialog.open()

    def _new_name(self, title: str) -> str:
        assert self._site is not None
        return file_name(self._site.generator, title, self._around.clock().date())

    def _make(self, path: Path, title: str) -> None:
        assert self._site is not None
        try:
            files.make_post(path, self._site.generator, title, self._around.clock())
        except SaveError as error:
            self._report(error)
            return
        except ValueError as error:
            self.noticed.emit(Notice("new-post", Severity.ERROR, str(error)))
            return
        self.posts_changed.emit()
        self.open_path(path)

    # --- renaming

    def ask_for_name(self, path: Path) -> None:
        """Ask for another file name, and rename the post."""
        dialog = RenameDialog(path, self._window)
        dialog.accepted_with.connect(self._rename)
        dialog.open()

    def _rename(self, before: Path, after: Path) -> None:
        session = self._sessions.find(before)
        try:
            identity = files.rename(before, after)
        except FileExistsError:
            words = self.tr("“%1” was not renamed: there is a file “%2” already.")
            words = words.replace("%1", before.name).replace("%2", after.name)
            self.noticed.emit(Notice("rename", Severity.ERROR, words))
            return
        except (OSError, LoadFailed) as error:
            reason = error.reason if isinstance(error, LoadFailed) else reason_of(error, before)
            words = self.tr("“%1” was not renamed: %2.").replace("%1", before.name)
            words = words.replace("%2", self._around.translate(reason))
            self.noticed.emit(Notice("rename", Severity.ERROR, words))
            return
        if session is not None:
            session.follow_rename(after, identity)
        self.posts_changed.emit()

    # --- removing

    def ask_to_trash(self, path: Path) -> None:
        """Ask once, then move the file to the trash."""
        session = self._sessions.find(path)
        words = self.tr("You can take it back from the trash of your system.")
        if session is not None and session.is_dirty:
            words = self.tr("What you have not saved of it is kept aside for a week.")
        question = Question(
            self.tr("Move “%1” to the trash?").replace("%1", path.name),
            words,
            (Choice("trash", self.tr("Move to trash")),),
            self._window,
        )
        question.answered.connect(lambda answer: self._trash(path, answer))
        question.open()

    def _trash(self, path: Path, answer: str) -> None:
        if answer == CANCEL:
            return
        session = self._sessions.find(path)
        if session is not None and session.is_dirty and not session.keep_discarded():
            return
        if not files.move_to_trash(path):
            words = self.tr(
                "“%1” was not moved: this folder's disk has no trash that can be used. "
                "Remove the file in your file manager."
            )
            self.noticed.emit(Notice("trash", Severity.ERROR, words.replace("%1", path.name)))
            return
        if session is not None:
            self._close_session(session)
        self.posts_changed.emit()

    def reveal(self, path: Path) -> None:
        """Show the file's folder in the system's file manager."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))

    def _report(self, error: StorageError, typed: str = "") -> None:
        """Say it with the path that was typed, where one was: the mistake may be in it."""
        message = error.message(self._around.translate, typed or None)
        self.noticed.emit(Notice("file", Severity.ERROR, message))
