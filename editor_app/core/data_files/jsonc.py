"""JSON as editors keep their settings: with comments and commas before a closing bracket."""

from __future__ import annotations

from editor_app.core.text.expressions import expression

_COMMENT = r"//[^\n]*+|(?>/\*(?s:.)*?\*/)"
_PART = expression(
    r'"(?:[^"\\\n]|\\.)*+"?'
    rf"|{_COMMENT}|/\*(?s:.)*"  # the last is never closed
    rf"|,(?=(?:\s++|{_COMMENT})*+[}}\]])"
)
_LINE = expression(r"[^\n]")


def as_json(text: str) -> str:
    """The same text with spaces for what JSON does not know; every place stays what it was."""
    return _PART.sub(lambda part: part[0] if part[0][0] == '"' else _LINE.sub(" ", part[0]), text)
