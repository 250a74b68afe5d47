"""The editor's place in the text as a line number with a fraction, from 0.

The fraction says how far the first line that is seen has gone over the top.
"""

from __future__ import annotations

from PySide6.QtWidgets import QPlainTextEdit


def top_line(editor: QPlainTextEdit) -> float:
    block = editor.firstVisibleBlock()
    if not block.isValid():
        return 0.0
    rows = max(block.lineCount(), 1)
    over = editor.verticalScrollBar().value() - block.firstLineNumber()
    return block.blockNumber() + min(max(over / rows, 0.0), 1.0)


def scroll_to(editor: QPlainTextEdit, line: float) -> None:
    """Bring a line to the top, as far as the end of the text allows."""
    last = editor.document().blockCount() - 1
    whole = min(max(int(line), 0), last)
    block = editor.document().findBlockByNumber(whole)
    rows = int((line - whole) * max(block.lineCount(), 1)) if line < last + 1 else 0
    editor.verticalScrollBar().setValue(block.firstLineNumber() + max(rows, 0))
