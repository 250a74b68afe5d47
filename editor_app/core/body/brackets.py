"""Which brackets in a line are opened and never closed."""

from __future__ import annotations

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
    left: list[int] = []
    for at, character in enumerate(text):
        if character in _OPENING:
            opened.append(at)
        elif character in _CLOSES:
            wanted = _ALIKE.get(character, character)
            match = next(
                (n for n in reversed(range(len(opened))) if _CLOSING[text[opened[n]]] == wanted),
                None,
            )
            if match is not None:
                left += opened[match + 1 :]
                del opened[match:]
    return tuple(sorted(left + opened))
