"""The one function through which text from a file reaches a terminal or a log."""

from __future__ import annotations

import re

# What can move the cursor, change colours, hide or reorder text, or break the
# line: control characters, bidirectional controls, invisible characters, line
# separators, tags, and halves of a character that no encoding knows. Joiners
# that emoji and some scripts need are left.
_DANGEROUS = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f"
    "\ud800-\udfff\ufeff\ufff9-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e007f]"
)
# A workflow's runner obeys lines of a log: GitHub's looks for `::` after the blanks
# that begin a line, and for the older `##[` anywhere in it.
_COMMAND = re.compile(r"^\s*+:(?=:)|(?<=#)#(?=\[)")
_SHORT = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}


def escaped(text: str) -> str:
    """The text on one line, with what is dangerous or invisible as `\\x1b`, `\\u202e`.

    What a workflow's runner would obey is broken: `\\x3a:error::`, `#\\x23[error]`.
    """
    return _broken(escaped_part(text))


def escaped_part(text: str) -> str:
    """The same for a part of a line that goes through `escaped` as a whole."""
    return _DANGEROUS.sub(lambda found: _SHORT.get(found[0]) or _code(found[0]), text)


def broken_at(shown: str) -> list[int]:
    """Which characters `escaped` will write as codes, each of BROKEN columns more."""
    return [found.end() - 1 for found in _COMMAND.finditer(shown)]


BROKEN = len("\\x3a") - 1


def escaped_lines(text: str) -> str:
    """The same for text of several lines, which stay lines; tabs stay tabs."""
    return "\n".join(map(_escaped_cells, text.split("\n")))


def _escaped_cells(line: str) -> str:
    return _broken("\t".join(map(escaped_part, line.split("\t"))))


def _broken(line: str) -> str:
    return _COMMAND.sub(lambda found: found[0][:-1] + _code(found[0][-1]), line)


def escaped_json(json_text: str) -> str:
    """JSON that means the same; such characters can only stand inside its strings.

    The layout's own line breaks stay, and no line of it begins with a colon.
    """
    broken = json_text.replace("##[", "#\\u0023[")
    return _DANGEROUS.sub(lambda found: _json_code(found[0]), broken)


def _code(character: str) -> str:
    number = ord(character)
    if number < 0x100:
        return f"\\x{number:02x}"
    return f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"


def _json_code(character: str) -> str:
    if character in "\n\t ":
        return character
    number = ord(character)
    if number < 0x10000:
        return f"\\u{number:04x}"
    number -= 0x10000
    return f"\\u{0xD800 + (number >> 10):04x}\\u{0xDC00 + (number & 0x3FF):04x}"
