"""Slugs and file names that every system and every generator takes."""

from __future__ import annotations

import datetime as dt
import unicodedata

from editor_app.core.generator import Generator

LONGEST = 180
"""Of a slug, in bytes of UTF-8: a name of 255 bytes must hold a date, the ending and more."""

UNTITLED = "untitled"
_APOSTROPHES = frozenset("'’ʼ＇")
_KEPT = frozenset("LMN")
_RESERVED = frozenset(
    {"con", "prn", "aux", "nul"}
    | {f"{device}{number}" for device in ("com", "lpt") for number in "0123456789¹²³"}
)


def slugify(title: str, longest: int = LONGEST) -> str:
    """The part of a file name that a title gives: words joined by `-`, in lower case.

    Letters, marks and digits of every script stay, composed (NFC) so that the
    name is the same on every system; all else parts words. Never empty, at
    most `longest` bytes, and never a name that Windows reserves.
    """
    words: list[str] = [""]
    for character in unicodedata.normalize("NFC", title.lower()):
        if character in _APOSTROPHES or _is_variation(character):
            continue
        category = unicodedata.category(character)
        if category[0] not in _KEPT or (category[0] == "M" and not words[-1]):
            if words[-1]:
                words.append("")
        else:
            words[-1] += character
    slug = _cut(unicodedata.normalize("NFC", "-".join(words).strip("-")), longest)
    if slug in _RESERVED:
        return f"{slug}-post"
    return slug or UNTITLED


def file_name(generator: Generator, title: str, date: dt.date) -> str:
    """The name of a new post's file as its generator wants it.

    Jekyll takes only what begins with the date. `date` is a day in the site's
    zone.
    """
    slug = slugify(title)
    if generator is Generator.JEKYLL:
        return f"{date:%Y-%m-%d}-{slug}.md"
    return f"{slug}.md"


def _is_variation(character: str) -> bool:
    return "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef"


def _cut(slug: str, longest: int) -> str:
    """At most so many bytes: whole words where one ends near, never part of a character."""
    if len(slug.encode()) <= longest:
        return slug
    head = slug.encode()[: longest + 1].decode(errors="ignore")
    while len(head.encode()) > longest or unicodedata.category(slug[len(head)])[0] == "M":
        head = head[:-1]
    word_end = head.rfind("-")
    if slug[len(head)] != "-" and word_end > len(head) * 2 // 3:
        head = head[:word_end]
    return head.strip("-")
