"""What the editor says about the place under the mouse."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QCoreApplication, QPoint, QPointF

from editor_app.core.diagnostics import Diagnostic
from editor_app.gui.editor.text_edit import Editor
from editor_app.gui.editor.viewport import stretches

_MOST = 4


def diagnostics_at(editor: Editor, place: QPoint) -> list[Diagnostic]:
    """What is marked at a place of the viewport, the gravest first."""
    found: list[Diagnostic] = []
    for row in editor.rows():
        if not row.area.top() <= place.y() <= row.area.bottom():
            continue
        for diagnostic, at in editor.marks.touching(row.span):
            areas = stretches(row, at)
            if any(area.adjusted(-3, 0, 3, 4).contains(QPointF(place)) for area, _ in areas):
                found.append(diagnostic)
    return found


def tooltip(diagnostics: list[Diagnostic], keys: str) -> str:
    """As rich text: each message with its rule, and the key that mends it."""
    parts = [
        f"<p style='margin:0 0 4px 0'>{escape(one.message)}<br><small>{escape(one.rule)}"
        + (f" · {escape(_cure(one, keys))}" if one.fixes else "")
        + "</small></p>"
        for one in diagnostics[:_MOST]
    ]
    return "".join(parts)


def _cure(diagnostic: Diagnostic, keys: str) -> str:
    text = QCoreApplication.translate("hover", "%1: %2")
    return text.replace("%1", keys).replace("%2", diagnostic.fixes[0].title)
