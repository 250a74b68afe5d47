"""Give a Qt text block its formats, also while an input method composes in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextDocument, QTextLayout

from editor_app.gui.document_display import units_in

Stretch = tuple[int, int, QTextCharFormat]
"""Start and end in code points of the line, and how it looks."""


def set_formats(document: QTextDocument, block: QTextBlock, stretches: Sequence[Stretch]) -> None:
    """Replace the formats of a line and have it laid out again.

    The text of an input method stands in the layout only: its own formats stay,
    and those behind it move on.
    """
    layout = block.layout()
    old = layout.formats()
    preedit = layout.preeditAreaText()
    if not stretches and not old:
        return
    at, length = layout.preeditAreaPosition(), units_in(preedit)
    ranges: list[QTextLayout.FormatRange] = []
    if length:
        ranges = [one for one in old if one.start >= at and one.start + one.length <= at + length]
    for start, end, looks in _in_units(block.text(), stretches):
        if length and end > at:
            if start < at:
                ranges.append(_range(start, at, looks))
            ranges.append(_range(max(start, at) + length, end + length, looks))
        else:
            ranges.append(_range(start, end, looks))
    layout.setFormats(ranges)
    document.markContentsDirty(block.position(), block.length())


def _in_units(text: str, stretches: Sequence[Stretch]) -> Iterable[Stretch]:
    if text.isascii() or max(text) <= "\uffff":
        return stretches
    return (
        (units_in(text[:start]), units_in(text[:end]), looks) for start, end, looks in stretches
    )


def _range(start: int, end: int, looks: QTextCharFormat) -> QTextLayout.FormatRange:
    result = QTextLayout.FormatRange()
    result.start, result.length, result.format = start, end - start, looks
    return result
