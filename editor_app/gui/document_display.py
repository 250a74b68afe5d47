"""How the characters of a text stand in a Qt document, and back.

Qt ends a paragraph at some characters that are ordinary in a file, and loses or
swaps a string that begins with a byte order mark. Each of these is shown by a
stand-in of the same size (one UTF-16 unit); what the file holds is known to the
piece table, so a stand-in never has to be read back.
"""

from __future__ import annotations

import re

from PySide6.QtGui import QTextCursor, QTextDocument

from editor_app.core.text.source import normalised

_BOX = "\u25af"
_STAND_INS = {
    "\0": "\u2400",  # its picture; some fonts draw nothing for the character
    "\r": "\u240d",  # only an edit that breaks the rules brings one
    "\u2029": "\u2761",  # Qt: end of a paragraph
    "\ufdd0": _BOX,  # Qt: beginning of a frame
    "\ufdd1": _BOX,  # Qt: end of a frame
    "\ufeff": _BOX,  # lost where a string begins with it
    "\ufffe": _BOX,  # swaps the bytes of a string that begins with it
    "\ufffc": _BOX,  # Qt: an object such as an image
}
_TABLE = str.maketrans({**_STAND_INS, **{chr(code): "\ufffd" for code in range(0xD800, 0xE000)}})
_SPECIAL = re.compile(f"[{''.join(_STAND_INS)}\ud800-\udfff]")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def shown(text: str) -> str:
    """The text as Qt is given it: the same number of UTF-16 units, breaks as `\\n`."""
    return text.translate(_TABLE) if _SPECIAL.search(text) else text


def incoming(text: str) -> str:
    """Text from outside (clipboard, drop) as it may be inserted: one `\\n` for each break."""
    return _LONE_SURROGATE.sub("\ufffd", normalised(text))


def units_in(text: str) -> int:
    """Number of UTF-16 code units."""
    if text.isascii():
        return len(text)
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def read_range(document: QTextDocument, start_units: int, end_units: int) -> str:
    """The characters that a Qt document holds between two positions, breaks as `\\n`.

    Costs the length of the range, not that of the document or its paragraph.
    No-break spaces stay what they are, which `toPlainText` does not grant.
    """
    cursor = QTextCursor(document)
    cursor.setPosition(start_units)
    cursor.setPosition(end_units, QTextCursor.MoveMode.KeepAnchor)
    text = cursor.selectedText()
    if units_in(text) != end_units - start_units:  # a mark or half a pair went missing
        text = "".join(_character(document, position) for position in range(start_units, end_units))
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text.replace("\u2029", "\n")


def _character(document: QTextDocument, position: int) -> str:
    cursor = QTextCursor(document)
    cursor.setPosition(position)
    cursor.setPosition(position + 1, QTextCursor.MoveMode.KeepAnchor)
    return cursor.selectedText() or "\ufffd"
