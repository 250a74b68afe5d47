"""A file of the site: its name in the post, a small picture, and a picker."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QLocale, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from editor_app.core.diagnostics import Severity
from editor_app.core.frontmatter.front_matter import FrontMatter
from editor_app.core.frontmatter.nodes import Node
from editor_app.core.schema.field import Field
from editor_app.core.site.media import is_remote
from editor_app.gui.elided import ElidedLabel
from editor_app.gui.form.fields.file_picker import FilePicker
from editor_app.gui.form.fields.glyph_button import GlyphButton
from editor_app.gui.form.fields.line import LineField
from editor_app.gui.form.fields.site_paths import SitePaths
from editor_app.gui.form.fields.thumbnail import thumbnail
from editor_app.gui.form.look import ROW, Look
from editor_app.gui.form.state import FormState

_PICTURE = QSize(52, 40)
_TALL = 52
_PAUSE_MS = 150


class FileField(LineField):
    """Shows what the post names; a file that is missing is marked, one of the net is not loaded.

    The disk is looked at in a pause after typing. A file of the site can be dropped here.
    """

    def __init__(
        self, field: Field, look: Look, state: FormState, parent: QWidget | None = None
    ) -> None:
        super().__init__(field, look, parent)
        self._paths = SitePaths(field, state)
        self._said = ""
        self._is_refusing_drop = False
        self._looked_at: str | None = None
        self._path: Path | None = None
        self._reading = QTimer(self)
        self._reading.setSingleShot(True)
        self._reading.setInterval(0)
        self._reading.timeout.connect(self._read)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._find)
        self.picture = QLabel()
        self.picture.setFixedSize(_PICTURE)
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.picture.hide()
        self.about = ElidedLabel()
        self.about.setProperty("part", "help")
        self.about.setContentsMargins(2, 0, 0, 0)  # as far in as the line's own text
        self.about.hide()
        is_image = self._paths.is_image
        words = self.tr("Choose a picture for %1") if is_image else self.tr("Choose a file for %1")
        name = words.replace("%1", field.label)
        glyph = "image" if is_image else "folder-open"
        self.button = GlyphButton(glyph, name, "Alt+Enter", look)
        self.button.clicked.connect(self.open_picker)
        self.line.opened.connect(self.open_picker)
        self.line.installEventFilter(self)
        self._arrange()

    def _arrange(self) -> None:
        frame = self.frame
        if frame is None:
            return
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        frame.row.removeWidget(self.line)
        words.addWidget(self.line)
        words.addWidget(self.about)
        words.addStretch(1)
        frame.row.addWidget(self.picture)
        frame.row.addLayout(words, 1)
        frame.row.addWidget(self.button)
        frame.row.setContentsMargins(9, 0, 4, 0)
        self.button.setVisible(self._paths.root is not None)

    # --- showing

    def forget(self) -> None:
        """The same name may be another file from another post."""
        super().forget()
        self._is_refusing_drop = False
        self._looked_at = None

    def show_node(self, node: Node | None, front_matter: FrontMatter) -> None:
        super().show_node(node, front_matter)
        if self._looked_at != self.line.text():
            self._find()

    def hint(self) -> str:
        is_elsewhere = is_remote(self.line.text().strip())
        return self.tr("of the net, not loaded") if is_elsewhere else super().hint()

    def hint_severity(self) -> Severity | None:
        return None

    def mark(self) -> str:
        if self._is_refusing_drop:
            return self.tr("This file does not lie in the site")
        return self._said or super().mark()

    def _find(self) -> None:
        """Whether the file is there; its picture is read in the next pause."""
        text = self._looked_at = self.line.text()
        path = self._paths.file(text.strip())
        self._said = self.tr("There is no such file") if self._paths.is_missing(text) else ""
        self._path = path if self._paths.is_image else None
        self._make_room(self._path is not None)
        if self._path is not None:
            self._reading.start()
        self.noted.emit()

    def _read(self) -> None:
        found = None
        if self._path is not None:
            found = thumbnail(self._path, _PICTURE, self.devicePixelRatioF())
        if found is None:
            self._said = self.tr("This picture can't be shown")
            self._make_room(False)
            self.noted.emit()
            return
        self.picture.setPixmap(found.pixmap)
        form = QLocale.DataSizeFormat.DataSizeTraditionalFormat
        length = QLocale().formattedDataSize(found.length, 0, form)
        self.about.setText(f"{found.size.width()} × {found.size.height()} · {length}")

    def _make_room(self, has_picture: bool) -> None:
        self.picture.setVisible(has_picture)
        self.about.setVisible(has_picture)
        if self.frame is not None:
            self.frame.setFixedHeight(_TALL if has_picture else ROW)
            self.frame.row.setContentsMargins(6 if has_picture else 9, 0, 4, 0)

    def _type(self, text: str) -> None:
        self._is_refusing_drop = False
        self._said = ""
        self._timer.start(_PAUSE_MS)
        super()._type(text)

    # --- choosing and dropping

    def open_picker(self) -> None:
        root = self._paths.root
        if root is None:
            return
        picker = FilePicker(root, self._paths, self.line.text(), self.look, self)
        picker.chosen.connect(self.line.type_text)
        picker.closed.connect(self.line.setFocus)
        picker.open_below(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDropEvent) and event.mimeData().hasUrls():
            if event.type() == QEvent.Type.Drop:
                self._drop(event)
            else:
                event.acceptProposedAction()
            return True
        return False

    def _drop(self, event: QDropEvent) -> None:
        value = self._paths.dropped(event.mimeData())
        event.acceptProposedAction()
        self._is_refusing_drop = value is None
        if value is not None:
            self.line.type_text(value)
        self.noted.emit()
