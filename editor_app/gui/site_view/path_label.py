"""The path of a file, which is cut where there is no room for it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy

from editor_app.gui.elided import ElidedLabel


def path_label(text: str) -> ElidedLabel:
    """Cut in its middle where it is narrow; the tooltip has all of it."""
    result = ElidedLabel(text, text, 40, mode=Qt.TextElideMode.ElideMiddle)
    result.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    return result
