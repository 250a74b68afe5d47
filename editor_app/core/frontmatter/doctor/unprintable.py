"""Characters that no front matter may hold: control characters, and garbled text made of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from editor_app.core.frontmatter.doctor.ailment import Ailment, Cure, Words
from editor_app.core.frontmatter.nodes import Format
from editor_app.core.text.edits import Edit
from editor_app.core.text.expressions import expression
from editor_app.core.text.mojibake import read_again
from editor_app.core.text.spans import Span

_CONTROL = expression("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]+")
_NOT_YAML = expression(
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]+",
)
_NOT_ASCII = expression("[^\x00-\x7f]")
_ESCAPE = "\x1b"
_LETTER = "\u02b0"
"""It stands for each of them while the rest is examined; nobody writes it."""


def pattern(format_: Format) -> re.Pattern[str]:
    return _NOT_YAML if format_ is Format.YAML else _CONTROL


def examine(text: str, content: Span, format_: Format) -> Iterator[Ailment]:
    """One ailment for each run of them, or for a line that is garbled."""
    at = content.start
    while (found := pattern(format_).search(text, at, content.end)) is not None:
        ailment = _garbled(text, Span(*found.span())) or _run(text, Span(*found.span()))
        yield ailment
        at = ailment.span.end


def without(text: str, format_: Format) -> str:
    """The same text with a letter for each of them, so that every place stays."""
    return pattern(format_).sub(lambda found: _LETTER * len(found[0]), text)


def _run(text: str, span: Span) -> Ailment:
    """Nothing is lost with a key that went wrong; half an escape sequence means something."""
    characters = span.of(text)
    is_safe = _CONTROL.fullmatch(characters) is not None and _ESCAPE not in characters
    words = Words(
        "A control character stands here: {code}", {"code": f"U+{ord(characters[0]):04X}"}
    )
    before, after = text[span.start - 1 : span.start], text[span.end : span.end + 1]
    is_break = any(each in "\x0b\x0c" for each in characters)
    parts = is_break and before.isalnum() and after.isalnum()
    cure = Cure(Words("Remove the character"), (Edit(span, " " if parts else ""),), is_safe)
    return Ailment(span, words, (cure,))


def _garbled(text: str, span: Span) -> Ailment | None:
    """From the first character of the line that is not ASCII to the last, read again."""
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    line = text[start : len(text) if end < 0 else end]
    meant = read_again(line)
    if meant is None:
        return None
    places = [found.start() for found in _NOT_ASCII.finditer(line)]
    tail = len(line) - places[-1] - 1
    whole = Span(start + places[0], start + places[-1] + 1)
    new = meant[places[0] : len(meant) - tail]
    words = Words("This is garbled, it should read “{meant}”", {"meant": new})
    title = Words("Read it again as UTF-8")
    return Ailment(whole, words, (Cure(title, (Edit(whole, new),), safe=True),))
