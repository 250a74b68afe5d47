"""Which brackets in a line are opened and never closed."""

from __future__ import annotations

from collections import Counter

_CLOSING = {
    "「": "」",
    "『": "』",
    "（": "）",
    "【": "】",
    "〈": "〉",
    "《": "》",
    "(": "）",
    "[": "]",
}
_ALIKE = {")": "）", "］": "]"}
_OPENING = set(_CLOSING)
_CLOSES = {*_CLOSING.values(), *_ALIKE}


def never_closed(text: str) -> tuple[int, ...]:
    """Offsets of the brackets that stay open; a closing one too many is none.

    Round brackets of both widths close each other. One that closes an outer
    bracket leaves those inside of it open.
    """
    opened: list[int] = []
    waiting: Counter[str] = Counter()  # how many of them each closing bracket may close
    left: list[int] = []
    for at, character in enumerate(text):
        if character in _OPENING:
            opened.append(at)
            waiting[_CLOSING[character]] += 1
        elif character in _CLOSES and waiting[wanted := _ALIKE.get(character, character)]:
            while (closes := _CLOSING[text[last := opened.pop()]]) != wanted:
                left.append(last)
                waiting[closes] -= 1
            waiting[wanted] -= 1
    return tuple(sorted(left + opened))
