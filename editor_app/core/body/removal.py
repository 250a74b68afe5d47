"""What goes with a stretch of text that is taken out, so that no gap stays."""

from __future__ import annotations

from editor_app.core.text.spans import Span


def without_block(text: str, block: Span) -> Span:
    """Blocks with the blank lines after them, or before them where they are the last."""
    end = block.end
    while end < len(text) and text[end] in " \t\n":
        end += 1
    if end < len(text):
        return Span(block.start, text.rfind("\n", block.end, end) + 1 or block.end)
    start = block.start
    while start > 0 and text[start - 1] in " \t\n":
        start -= 1
    return Span(start, block.end)


def without_lines(text: str, span: Span) -> Span:
    """The lines that hold a stretch of text; between blank lines as a block."""
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    end = len(text) if end < 0 else end
    before = text[text.rfind("\n", 0, max(start - 1, 0)) + 1 : start]
    after = text[end + 1 : text.find("\n", end + 1) if text.find("\n", end + 1) >= 0 else None]
    if not before.strip() and not after.strip():
        return without_block(text, Span(start, end))
    if end < len(text):
        return Span(start, end + 1)
    return Span(max(start - 1, 0), end)
