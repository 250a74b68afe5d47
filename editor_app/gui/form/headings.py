"""The quiet headings over groups of fields."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from editor_app.core.schema.field import Field


class Headings:
    """One label for each group, kept as long as the group has fields."""

    def __init__(self, others: str, parent: QWidget) -> None:
        self._others = others
        self._parent = parent
        self._labels: dict[str, QLabel] = {}

    def over(self, fields: Sequence[Field]) -> list[QLabel | None]:
        """For each field the heading that stands over it, if one does."""
        result: list[QLabel | None] = []
        wanted: set[str] = set()
        group = ""
        for field in fields:
            is_new = field.group != group
            group = field.group
            name = group or self._others
            wanted |= {name} if is_new else set()
            result.append(self._label(name) if is_new else None)
        for name in [name for name in self._labels if name not in wanted]:
            label = self._labels.pop(name)
            label.hide()
            label.setParent(None)
            label.deleteLater()
        return result

    def _label(self, name: str) -> QLabel:
        if name not in self._labels:
            label = QLabel(name, self._parent)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setProperty("part", "group")
            label.setWordWrap(True)
            label.setContentsMargins(0, 6, 0, 6)
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            self._labels[name] = label
        return self._labels[name]
