"""The Help menu: keys, discarded texts, the log, and what this is."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from editor_app import __version__
from editor_app.core.diagnostics import Severity
from editor_app.core.storage.folders import Folders
from editor_app.gui import discarded
from editor_app.gui.dialogs.keys import KeysDialog
from editor_app.gui.notices import Notice


class WindowHelp(QObject):
    """Opens what the menu names."""

    noticed = Signal(object)  # Notice

    def __init__(self, window: QWidget, folders: Folders) -> None:
        super().__init__(window)
        self._window, self._folders = window, folders

    def show_keys(self) -> None:
        KeysDialog(self._window).open()

    def show_discarded(self) -> None:
        self._show_folder(discarded.folder_of(self._folders))

    def show_log(self) -> None:
        self._show_folder(self._folders.state)

    def show_about(self) -> None:
        words = self.tr("Galley %1: the editorial desk for static-site posts")
        self.noticed.emit(Notice("about", Severity.INFO, words.replace("%1", __version__)))

    def _show_folder(self, folder: Path) -> None:
        if folder.is_dir():
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
        else:
            words = self.tr("There is nothing yet in %1").replace("%1", str(folder))
            self.noticed.emit(Notice("folder", Severity.INFO, words))
