"""A list of files of the site, as chips; the picker adds."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from editor_app.core.frontmatter.nodes import Scalar
from editor_app.core.schema.field import Field
from editor_app.core.schema.kinds import text_of
from editor_app.gui.form.fields.chips import ChipsField
from editor_app.gui.form.fields.file_picker import FilePicker
from editor_app.gui.form.fields.glyph_button import GlyphButton
from editor_app.gui.form.fields.site_paths import SitePaths
from editor_app.gui.form.look import Look
from editor_app.gui.form.state import FormState


class FileChipsField(ChipsField):
    """A chip shows the file's name; one that is missing is marked."""

    def __init__(
        self, field: Field, look: Look, state: FormState, parent: QWidget | None = None
    ) -> None:
        super().__init__(field, look, parent)
        self._paths = SitePaths(field, state)
        is_image = self._paths.is_image
        words = self.tr("Add a picture to %1") if is_image else self.tr("Add a file to %1")
        name = words.replace("%1", field.label)
        glyph = "image" if is_image else "folder-open"
        self.button = GlyphButton(glyph, name, "Alt+Enter", look)
        self.button.clicked.connect(self.open_picker)
        self.line.opened.connect(self.open_picker)
        if self.frame is not None:
            self.frame.end(self.button)
        self.button.setVisible(self._paths.root is not None)

    def label(self, item: Scalar) -> str:
        return text_of(item).rstrip("/").rpartition("/")[2] or text_of(item)

    def is_foreign(self, item: Scalar) -> bool:
        return self._paths.is_missing(text_of(item))

    def mark(self) -> str:
        missing = next((item for item in self.items if self.is_foreign(item)), None)
        if self.said or missing is None:
            return self.said
        return self.tr("There is no file %1").replace("%1", text_of(missing))

    def open_picker(self) -> None:
        root = self._paths.root
        if root is None:
            return
        picker = FilePicker(root, self._paths, "", self.look, self)
        picker.chosen.connect(self._add_file)
        picker.closed.connect(self.line.setFocus)
        picker.open_below(self)

    def _add_file(self, value: str) -> None:
        self.add([value])
