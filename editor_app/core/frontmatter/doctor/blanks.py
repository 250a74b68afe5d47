"""Characters that look like a blank and are none to a parser."""

from __future__ import annotations

NAMES = {
    "\u00a0": "no-break space",
    "\u3000": "full-width space",
    "\u200b": "zero-width space",
    "\u202f": "narrow no-break space",
    "\u205f": "mathematical space",
    "\ufeff": "byte order mark",
    **{chr(code): "wide space" for code in range(0x2000, 0x200B)},
}
ODD = "".join(NAMES)
"""All of them, for a character class."""

_NO_WIDTH = "\u200b\ufeff"


def name(text: str) -> str:
    """What the first odd blank in a text is called."""
    return next((NAMES[character] for character in text if character in NAMES), "blank")


def has_odd(text: str) -> bool:
    return any(character in NAMES for character in text)


def spaces(text: str, tab: int = 2) -> str:
    """Blanks as plain spaces that look alike: a full-width one is two, a tab is `tab`."""
    widths = {"\t": tab, "\u3000": 2} | dict.fromkeys(_NO_WIDTH, 0)
    return "".join(" " * widths.get(character, 1) for character in text)
