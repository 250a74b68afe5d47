"""Fingerprints of texts: small, equal in every process, and alike where the texts are.

Kept are the checksums of stretches of letters that begin after certain rare
letters, so a word put in moves none of the others; of these the smallest are
kept, which is a fair sample of both texts that are compared.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable
from zlib import crc32

from editor_app.core.text.expressions import expression

MOST = 96
"""Checksums of a text; enough to tell 0.9 from 0.8."""

_COMPARED = 20_000
"""Characters from the start; what goes on alike so long is a copy whatever follows."""

_STRETCH = 10
_STEP = 24
_RARE = "bjkqvxz" + "".join(map(chr, (*range(0xB2, 0xD800, _STEP), *range(0xE002, 0xFFFF, _STEP))))
_STRETCHES = expression(f"[{_RARE}](?=(.{{{_STRETCH}}}))", re.DOTALL)

_LOWER = bytes(range(256)).lower()
_SPACE = bytes(each for each in range(128) if chr(each).isspace())


def bare(text: str) -> str:
    """A text without white space and capitals, for a fingerprint."""
    if text.isascii():
        return text.encode().translate(_LOWER, _SPACE).decode()
    return "".join(text.encode("utf-8", "replace").decode().lower().split())


def fingerprint(bare_text: str) -> bytes:
    """Of what `bare` made of a text; 4 bytes for each checksum."""
    stretches = set(_STRETCHES.findall(bare_text[:_COMPARED]))
    return array("I", sorted(map(crc32, map(str.encode, stretches)))[:MOST]).tobytes()


def checksums(fingerprint: bytes) -> memoryview[int]:
    """The checksums in a fingerprint, the smallest first."""
    return memoryview(fingerprint).cast("I")


def likeness(one: bytes, two: bytes, without: Iterable[int] = ()) -> float:
    """How much of two texts is in both, from 0 to 1; `without` are checksums that do not count."""
    first, second = checksums(one), checksums(two)
    ends = [each[-1] for each in (first, second) if len(each) == MOST]
    end = min(ends, default=0xFFFF_FFFF)
    ignored = set(without)
    left = {each for each in first if each <= end} - ignored
    right = {each for each in second if each <= end} - ignored
    together = len(left | right)
    return len(left & right) / together if together else 0.0
