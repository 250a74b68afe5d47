"""Between what a post writes for a file and where it lies in the site."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QMimeData

from editor_app.core.schema.field import Field, FieldKind
from editor_app.core.site.media import IMAGES, MediaFolder, file_of, is_remote
from editor_app.gui.form.state import FormState


class SitePaths:
    """For one field; asks the form which site and which post are shown now."""

    def __init__(self, field: Field, state: FormState) -> None:
        self._state = state
        self._about = field.about
        self.is_image = FieldKind.IMAGE in {field.kind, field.item}
        self.endings = IMAGES if self.is_image else frozenset[str]()

    @property
    def media(self) -> MediaFolder:
        return MediaFolder.of(self._about, self._state.post)

    @property
    def root(self) -> Path | None:
        return self._state.site.root

    def file(self, value: str) -> Path | None:
        """The file that a post names so."""
        if self.root is None:
            return None
        return file_of(self.root, self.media.names(value, self._state.post))

    def is_missing(self, value: str) -> bool:
        """Whether it should be a file of the site, and is none."""
        value = value.strip()
        is_asked = self.root is not None and bool(value) and not is_remote(value)
        return is_asked and self.file(value) is None

    def written(self, name: str) -> str:
        """How the site's posts name the file at a path from the root."""
        return self.media.written(name)

    def dropped(self, data: QMimeData) -> str | None:
        """What to write for a dropped file; None where none of the site was dropped."""
        if self.root is None:
            return None
        root = os.path.realpath(self.root)
        for url in data.urls():
            real = Path(os.path.realpath(url.toLocalFile())) if url.isLocalFile() else None
            if real is not None and real.is_file() and real.is_relative_to(root):
                return self.written(real.relative_to(root).as_posix())
        return None
