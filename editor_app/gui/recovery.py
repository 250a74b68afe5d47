"""After a crash: each unsaved text is offered, and goes only when the user has decided."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from editor_app.core.diagnostics import Severity
from editor_app.core.storage.identity import LoadFailed
from editor_app.core.storage.recovery import OnDisk, Unsaved, recover
from editor_app.gui import discarded
from editor_app.gui.dialogs.recovery import RecoveryDialog
from editor_app.gui.notices import Notice
from editor_app.gui.sessions import Sessions
from editor_app.gui.surroundings import Surroundings
from editor_app.gui.theme import Theme


class Recovery(QObject):
    """Finds unsaved texts at the start and does with each what the user says."""

    noticed = Signal(object)  # Notice
    done = Signal()

    def __init__(self, sessions: Sessions, surroundings: Surroundings, parent: QObject) -> None:
        super().__init__(parent)
        self._sessions, self._around = sessions, surroundings
        self._dialog: RecoveryDialog | None = None

    @property
    def dialog(self) -> RecoveryDialog | None:
        """The question that is open."""
        return self._dialog

    def offer(self, theme: Theme) -> RecoveryDialog | None:
        """Ask about each unsaved text; None where there is none."""
        try:
            found = recover(self._around.folders.journals)
        except OSError as error:
            words = self.tr("Unsaved texts of an earlier run can't be looked for: %1")
            self.noticed.emit(Notice("recovery", Severity.ERROR, words.replace("%1", str(error))))
            return None
        asked = []
        for one in found:
            if one.on_disk is OnDisk.AS_UNSAVED:
                self._remove(one)  # it was saved; only the journal was left
            else:
                asked.append(one)
        if not asked:
            return None
        parent = self.parent()
        self._dialog = RecoveryDialog(asked, theme, parent)  # type: ignore[arg-type]
        self._dialog.restore_requested.connect(self._restore)
        self._dialog.discard_requested.connect(self._discard)
        self._dialog.finished.connect(self._finish)
        self._dialog.open()
        return self._dialog

    def forget_old(self) -> None:
        """Remove the oldest of the texts that were put aside."""
        try:
            discarded.prune(discarded.folder_of(self._around.folders), self._around.clock())
        except OSError as error:
            words = self.tr("Old discarded texts could not be removed: %1")
            self.noticed.emit(Notice("prune", Severity.INFO, words.replace("%1", str(error))))

    def _restore(self, one: Unsaved) -> None:
        if one.path is None:
            one.release()
            return
        try:
            if one.on_disk is OnDisk.MISSING:
                session = self._sessions.open_missing(one.path, one.content, one.encoding)
            else:
                session = self._sessions.open(one.path)
        except LoadFailed as error:
            one.release()
            message = error.message(self._around.translate)
            self.noticed.emit(Notice("recovery", Severity.ERROR, message))
            return
        if session.restore(one.content, one.encoding, one.base):
            self._remove(one)
        else:
            one.release()

    def _discard(self, one: Unsaved) -> None:
        content = one.content
        data = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
        name = one.path.name if one.path is not None else "post.md"
        try:
            self._around.discard(name, data)
        except OSError as error:
            one.release()
            words = self.tr("The text could not be put aside (%1), so it was not given up.")
            self.noticed.emit(Notice("recovery", Severity.ERROR, words.replace("%1", str(error))))
            return
        self._remove(one)

    def _remove(self, one: Unsaved) -> None:
        try:
            one.discard()
        except OSError as error:
            words = self.tr("A journal could not be removed and is offered again: %1")
            self.noticed.emit(Notice("recovery", Severity.WARNING, words.replace("%1", str(error))))

    def _finish(self) -> None:
        dialog, self._dialog = self._dialog, None
        if dialog is not None:
            for one in dialog.left:
                one.release()
            dialog.deleteLater()
        self.done.emit()
