"""Regular expressions as JavaScript writes them, in the notation of the `regex` module."""

from __future__ import annotations

import re

from editor_app.core.text.expressions import expression
from editor_app.core.text.pattern import Pattern
from editor_app.core.text.patterns import literal

_LITERAL = expression(r"/(?P<source>.*)/(?P<flags>[dgimsuvy]*)", re.DOTALL)
_PART = expression(
    r"\\u\{(?P<code>[0-9A-Fa-f]{1,6})\}"
    r"|\\u(?P<high>[dD][89abAB][0-9A-Fa-f]{2})\\u(?P<low>[dD][c-fC-F][0-9A-Fa-f]{2})"
    r"|\\k<(?P<name>\w+)>"
    r"|(?P<kind>\\[bBdDsSwW])"
    r"|(?P<slash>\\/)"
    r"|(?P<escape>\\.)"
    r"|(?P<all>\[\^\])"
    r"|(?P<none>\[\])"
    r"|(?P<bracket>[\[\]])"
    r"|(?P<edge>[\^$])",
    re.DOTALL,
)
_WORD = "A-Za-z0-9_"
BOUNDARY = f"(?:(?<=[{_WORD}])(?![{_WORD}])|(?<![{_WORD}])(?=[{_WORD}]))"
"""`\\b`: letters and digits are those of ASCII, so that there is one in `のGoが`."""

_KINDS = {
    r"\b": BOUNDARY,
    r"\B": f"(?:(?<=[{_WORD}])(?=[{_WORD}])|(?<![{_WORD}])(?![{_WORD}]))",
    r"\d": "[0-9]",
    r"\D": "[^0-9]",
    r"\s": r"[\s\ufeff]",
    r"\S": r"[^\s\ufeff]",
    r"\w": f"[{_WORD}]",
    r"\W": f"[^{_WORD}]",
}
_EDGES = {"^": r"\A", "$": r"\Z"}
_KINDS_IN_CLASS = {r"\d": "0-9", r"\s": r"\s\ufeff", r"\w": _WORD}


def of_literal(text: str, *, has_lines: bool = True) -> Pattern | None:
    """The pattern of `/source/flags`; None where the text is not written so.

    Without `has_lines` it needs the flag `m` to make `^` and `$` the ends of lines.
    """
    found = _LITERAL.fullmatch(text)
    if found is None:
        return None
    source = translated(found["source"], has_lines=has_lines or "m" in found["flags"])
    return Pattern(source, "i" in found["flags"])


def of_text(source: str) -> str:
    """As `translated`, where `^` and `$` are the ends of the text, as without the flag `m`."""
    return translated(source, has_lines=False)


def translated(source: str, *, has_lines: bool = True) -> str:
    """What differs between the two notations is written anew, the rest stays."""
    parts: list[str] = []
    at = 0
    in_class = False
    for part in _PART.finditer(source):
        parts.append(source[at : part.start()])
        if part.lastgroup == "edge":
            text = part[0] if in_class or has_lines else _EDGES[part[0]]
        else:
            text, in_class = _part(part, in_class)
        parts.append(text)
        at = part.end()
    parts.append(source[at:])
    return "".join(parts)


def _part(part: re.Match[str], in_class: bool) -> tuple[str, bool]:
    """The new text of a part, and whether a class of characters is open after it."""
    kind = part.lastgroup
    if kind == "code":
        code = int(part["code"], 16)
        return (literal(chr(code)) if code <= 0x10FFFF else part[0]), in_class
    if kind == "low":
        high, low = int(part["high"], 16), int(part["low"], 16)
        return chr(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00)), in_class
    if kind == "kind":
        return (_KINDS_IN_CLASS if in_class else _KINDS).get(part[0], part[0]), in_class
    if kind == "slash":
        return "/", in_class
    if kind == "name":
        return f"(?P={part['name']})", in_class
    if kind == "bracket":
        if part[0] == "[":
            return ("\\[" if in_class else "["), True
        return "]", False
    if kind in {"all", "none"}:
        if in_class:
            return ("\\[^]" if kind == "all" else "\\[]"), False
        return (r"(?:.|\n)" if kind == "all" else r"(?!)"), False
    return part[0], in_class
