"""Texts as Hugo writes them into paths and addresses."""

from __future__ import annotations

import unicodedata
from urllib.parse import quote

from editor_app.core.text.expressions import expression

_KEPT = r"./\_#+~-@"
_PATH = "-._~$&+,/:;=@#"
_VALID = expression(r"[-A-Za-z0-9._~$&+,/:;=@!'()*\[\]]*")
_HEX = expression(r"%[0-9A-Fa-f]{2}")


def path_of(text: str, *, keeps_accents: bool = True, keeps_case: bool = False) -> str:
    """A path as Hugo writes it: blanks are hyphens, other marks fall out."""
    if not keeps_accents:
        text = _without_accents(text)
    result: list[str] = []
    is_gap = was_hyphen = False
    for at, character in enumerate(text):
        if _is_kept(character) or (character == "%" and _HEX.match(text, at)):
            was_hyphen = character == "-"
            if is_gap and not was_hyphen:
                result.append("-")
            is_gap = False
            result.append(character)
        elif result and not was_hyphen and character.isspace():
            is_gap = True
    whole = "".join(result)
    return whole if keeps_case else whole.lower()


def link(path: str) -> str:
    """A path as an address; one in which nothing has to be escaped keeps its marks."""
    if _VALID.fullmatch(path):
        return path
    head, mark, query = path.partition("?")
    return quote(head, safe=_PATH + "%") + mark + query


def _is_kept(character: str) -> bool:
    category = unicodedata.category(character)
    return character in _KEPT or category[0] in "LM" or category == "Nd"


def _without_accents(text: str) -> str:
    apart = unicodedata.normalize("NFD", text)
    return unicodedata.normalize(
        "NFC", "".join(each for each in apart if unicodedata.category(each) != "Mn")
    )
