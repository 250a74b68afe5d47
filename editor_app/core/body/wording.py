"""What text says, whatever its marks and widths: for comparing and for judging its end."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from editor_app.core.body.inline import MASK
from editor_app.core.text.expressions import expression

_NO_LETTERS = expression(r"\W+")
_NO_LETTERS_IN_LINE = expression(r"[^\w\n]+")
_ASCII_MARKS = bytes(each for each in range(128) if not chr(each).isalnum())
_JAPANESE_MARKS = "、。「」・"
"""Without them nothing is left in most texts that an expression would have to look for."""
_LOWER = bytes(range(256)).lower()
_JAPANESE = expression("[\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uff66-\uff9f々〆]+")
_SPACE = expression(r"\s+")
_CLOSING = "）)」』】〉》”’\"'*_~]"
_TERMINAL = "。．.！？!?…‥♪：:；;〜～\\" + MASK
FULL_STOPS = "。.！？!?…"
"""A paragraph that ends in one of them is finished, whatever stands before."""
_LONGEST_LAUGHTER = 20
_LAUGHTER = expression(r"(?:[（(]?笑[）)]?|w+|<3|[:;]-?[)(DP])$")


def letters(text: str) -> str:
    """Letters and digits only, in one width and case: equal for texts that say the same."""
    return _letters(text, _ASCII_MARKS, _NO_LETTERS)


def letters_of_each(texts: Iterable[str]) -> list[str]:
    """The letters of many short texts, read at once: a third of the work."""
    lines = [text.replace("\n", " ") for text in texts]
    if not lines:
        return []
    text = "\n".join(lines)
    return _letters(text, _ASCII_MARKS.replace(b"\n", b""), _NO_LETTERS_IN_LINE).split("\n")


def _letters(text: str, marks: bytes, others: re.Pattern[str]) -> str:
    """The text without ASCII's marks and what else is no letter; the former are quick to find."""
    if text.isascii():
        return text.encode().translate(_LOWER, marks).decode()
    plain = unicodedata.normalize("NFKC", text).lower()
    plain = (
        plain.encode("utf-8", "surrogatepass")
        .translate(None, marks)
        .decode("utf-8", "surrogatepass")
    )
    for mark in _JAPANESE_MARKS:
        plain = plain.replace(mark, "")
    return plain if plain.replace("\n", "").isalnum() else others.sub("", plain)


def is_japanese(text: str) -> bool:
    """Kana and kanji are more than a fifth of what is not white space."""
    if text.isascii():
        return False
    japanese = sum(map(len, _JAPANESE.findall(text)))
    return japanese * 5 > len(text) - sum(map(len, _SPACE.findall(text)))


def has_japanese(text: str) -> bool:
    return _JAPANESE.search(text) is not None


def width(text: str) -> int:
    """Columns in a fixed-width font: two for each wide character."""
    return sum(2 if unicodedata.east_asian_width(each) in "WF" else 1 for each in text)


def is_finished(prose: str) -> bool:
    """Whether masked prose ends as a sentence may: in a final mark, symbol, link or code."""
    if prose[-1:] in FULL_STOPS:
        return True
    text = prose.rstrip()
    if text.endswith(MASK) or prose.endswith("  "):
        return True
    if _LAUGHTER.search(text[-_LONGEST_LAUGHTER:]):
        return True
    text = text.rstrip(_CLOSING).rstrip()
    last = text[-1:]
    return not last or last in _TERMINAL or unicodedata.category(last) in ("So", "Sk", "Sm", "Cn")
