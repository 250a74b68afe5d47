"""Asks for a name: of a new post by its title, or of a file that is renamed."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path, PurePath

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from editor_app.core.site.posts import ENDINGS
from editor_app.gui.pane_header import label, set_property

_FORBIDDEN = '/\\:*?"<>|\0'
_ENDINGS = ENDINGS | {".html"}
_DATE = re.compile(r"\d{4}-\d\d?-\d\d?-")


class NewPostDialog(QDialog):
    """A title, the file name that it gives, and the folder; never over a file that is there."""

    accepted_with = Signal(object, str)  # Path, title

    def __init__(
        self,
        root: Path,
        folders: tuple[Path, ...],
        name_of: Callable[[str], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(self.tr("New post"))
        self._folders, self._name_of = folders, name_of
        self.title = QLineEdit()
        self.title.setObjectName("newPostTitle")
        self.title.setAccessibleName(self.tr("Title"))
        self.folder = QComboBox()
        self.folder.setAccessibleName(self.tr("Folder"))
        for folder in folders:
            shown = folder.relative_to(root) if folder.is_relative_to(root) else folder
            self.folder.addItem(str(shown) if str(shown) != "." else root.name)
        self._file = label("", "dim")
        self._file.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.make = QPushButton(self.tr("Create post"))
        self.make.setObjectName("createPost")
        self.make.setProperty("kind", "primary")
        self.make.setDefault(True)
        _lay_out(
            self,
            (
                (self.tr("Title"), self.title),
                (self.tr("Folder"), self.folder),
            ),
            self._file,
            self.make,
        )
        self.make.clicked.connect(self._accept)
        self.title.textChanged.connect(self._look)
        self.folder.currentIndexChanged.connect(self._look)
        self._look()

    def _path(self) -> Path:
        folder = self._folders[max(self.folder.currentIndex(), 0)]
        return folder / self._name_of(self.title.text().strip())

    def _look(self) -> None:
        title = self.title.text().strip()
        if not title:
            _say(self._file, self.tr("The file is named after the title"), "dim")
        elif self._path().exists():
            words = self.tr("There is a file “%1” already: choose another title")
            _say(self._file, words.replace("%1", self._path().name), "error")
        else:
            _say(self._file, self._path().name, "dim")
        self.make.setEnabled(bool(title) and not self._path().exists())

    def _accept(self) -> None:
        path, title = self._path(), self.title.text().strip()
        self.accept()
        self.accepted_with.emit(path, title)


class RenameDialog(QDialog):
    """Another file name in the same folder; the ending stays unless that of a post is typed."""

    accepted_with = Signal(object, object)  # the path before, the path after

    def __init__(self, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(self.tr("Rename “%1”").replace("%1", path.name))
        self._path = path
        self.name = QLineEdit(path.name)
        self.name.setObjectName("renameName")
        self.name.setAccessibleName(self.tr("File name"))
        self.name.setSelection(0, len(path.stem))
        self._words = label("", "dim")
        self.rename = QPushButton(self.tr("Rename"))
        self.rename.setObjectName("renamePost")
        self.rename.setProperty("kind", "primary")
        self.rename.setDefault(True)
        _lay_out(self, ((self.tr("File name"), self.name),), self._words, self.rename)
        self.rename.clicked.connect(self._accept)
        self.name.textChanged.connect(self._look)
        self._look()

    def _look(self) -> None:
        typed, name = self.name.text().strip(), self._name()
        problem = ""
        if not typed or typed in {".", ".."}:
            problem = self.tr("A file needs a name")
        elif any(character in _FORBIDDEN for character in name):
            problem = self.tr("A file name can't hold / \\ : * ? \" < > |")
        elif name != self._path.name and self._is_taken(name):
            problem = self.tr("There is a file of that name already")
        words, role = self.tr("Its address on the site may change with its name"), "dim"
        if problem:
            words, role = problem, "error"
        elif self._loses_its_date(name):
            words, role = (
                self.tr("Without a date before its name Jekyll leaves out a post"),
                "warning",
            )
        elif name != typed:
            words = self.tr("The file will be named “%1”").replace("%1", name)
        _say(self._words, words, role)
        self.rename.setEnabled(not problem and name != self._path.name)

    def _name(self) -> str:
        """What was typed, with the ending of the present name where it has none of a post."""
        typed = self.name.text().strip()
        has_ending = PurePath(typed).suffix.lower() in _ENDINGS
        return typed if has_ending or not typed else typed + self._path.suffix

    def _loses_its_date(self, name: str) -> bool:
        is_dated = _DATE.match(self._path.name) is not None
        return is_dated and "_posts" in self._path.parts and not _DATE.match(name)

    def _is_taken(self, name: str) -> bool:
        other = self._path.with_name(name)
        # On a disk that ignores case, "A.md" to "a.md" is the same file: that may be renamed.
        return other.exists() and not (self._path.exists() and other.samefile(self._path))

    def _accept(self) -> None:
        after = self._path.with_name(self._name())
        self.accept()
        self.accepted_with.emit(self._path, after)


def _say(words: QWidget, text: str, role: str) -> None:
    words.setProperty("text", text)
    set_property(words, "role", role)


def _lay_out(
    dialog: QDialog,
    rows: tuple[tuple[str, QWidget], ...],
    words: QWidget,
    button: QPushButton,
) -> None:
    dialog.setMinimumWidth(460)
    column = QVBoxLayout(dialog)
    column.setContentsMargins(16, 16, 16, 12)
    column.setSpacing(4)
    for text, widget in rows:
        column.addWidget(label(text, "dim"))
        column.addWidget(widget)
        column.addSpacing(8)
    column.addWidget(words)
    column.addSpacing(12)
    cancel = QPushButton(QCoreApplication.translate("dialogs", "Cancel"))
    cancel.clicked.connect(dialog.reject)
    buttons = QHBoxLayout()
    buttons.setSpacing(8)
    buttons.addStretch(1)
    buttons.addWidget(cancel)
    buttons.addWidget(button)
    column.addLayout(buttons)
