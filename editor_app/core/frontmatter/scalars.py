"""What a plain scalar means: YAML 1.1 as Psych reads it, YAML 1.2 as js-yaml does.

Jekyll reads with Ruby's Psych, which keeps YAML 1.1 with rules of its own.
Astro and Eleventy read with js-yaml 4, which is the YAML 1.2 core schema and
dates. The tables were made from those parsers; nothing here raises.
"""

from __future__ import annotations

import math
import re

from editor_app.core.frontmatter import dates
from editor_app.core.frontmatter.nodes import Value
from editor_app.core.text.expressions import expression

_MAX_DIGITS = 4_000
"""Python converts no longer decimal integer; such a text stays text."""

_SPEAKING_HEAD = frozenset("0123456789+-.~:yYnNtTfFoO=<")
"""A text that begins otherwise is a string to all readers."""

# --- YAML 1.1, after Psych's scalar scanner

_WORD_11 = expression(r"[^0-9.:-]?(?:[^\W\d_]|[_\s!@#$%^&*(){}<>|/\\~;=])+")
_SEXAGESIMAL = expression(r"[-+]?[0-9][0-9_]*(?::[0-5]?[0-9]){1,2}")
_SEXAGESIMAL_FLOAT = expression(r"[-+]?[0-9][0-9_]*(?::[0-5]?[0-9]){1,2}\.[0-9_]*")
_SIXTIES = (3600, 60, 1)
"""Psych counts from the left, so `12:30` are hours and minutes in seconds."""

_FLOAT_11 = expression(r"[-+]?(?:[0-9][0-9_,]*)?\.[0-9]*(?:[eE][-+][0-9]+)?")
_INTEGER_11 = expression(
    r"[-+]?0b[01_,]+|[-+]?0[0-7_,]+|[-+]?(?:0|[1-9](?:[0-9]|,[0-9]|_[0-9])*)|[-+]?0x[0-9a-fA-F_,]+"
)
_TRUE_11 = frozenset({"yes", "true", "on"})
_FALSE_11 = frozenset({"no", "false", "off"})


def resolve11(text: str) -> Value:
    """The value of a plain scalar to Psych (Jekyll).

    A symbol (`:name`) stays text, as Jekyll allows no symbols.
    """
    if not text:
        return None
    if text[0] not in _SPEAKING_HEAD or "\n" in text:
        return text
    if _WORD_11.match(text):
        return _word11(text)
    return _number11(text)


def is_text11(text: str) -> bool:
    """Whether a plain text is the same text to Psych, and no symbol or failing number."""
    if not isinstance(resolve11(text), str) or (text[0] == ":" and len(text) > 1):
        return False
    if text[0] not in _SPEAKING_HEAD or _WORD_11.match(text):
        return True
    if dates.is_like11(text):
        return False
    is_number = _FLOAT_11.fullmatch(text) or _INTEGER_11.fullmatch(text)
    return is_number is None or text.lstrip("+-") == "."


def _word11(text: str) -> Value:
    word = text.lower()
    if word in ("~", "null"):
        return None
    if word in _TRUE_11:
        return True
    if word in _FALSE_11:
        return False
    return text


def _number11(text: str) -> Value:
    date = dates.yaml11(text)
    if date is not None:
        return date
    special = _SPECIAL.get(text.lower())
    if special is not None and text.lower() not in ("+.nan", "-.nan"):
        return special
    try:
        if _SEXAGESIMAL.fullmatch(text):
            parts = text.replace("_", "").split(":")
            return sum(int(part) * _SIXTIES[place] for place, part in enumerate(parts))
        if _SEXAGESIMAL_FLOAT.fullmatch(text):
            parts = text.replace("_", "").split(":")
            return sum(float(part) * _SIXTIES[place] for place, part in enumerate(parts))
        if _FLOAT_11.fullmatch(text):
            return float(re.sub("[,_]", "", text))
        if _INTEGER_11.fullmatch(text) and len(text) <= _MAX_DIGITS:
            return _integer(re.sub("[,_]", "", text))
    except (ValueError, OverflowError):  # such as `0x_`, at which Psych itself gives up
        return text
    return text


def _integer(text: str) -> int:
    """An integer as Ruby and C write it: a leading zero means base 8."""
    sign = -1 if text[0] == "-" else 1
    digits = text.lstrip("+-")
    for prefix, base in (("0b", 2), ("0o", 8), ("0x", 16)):
        if digits.startswith(prefix):
            return sign * int(digits[2:], base)
    return sign * int(digits, 8 if digits[0] == "0" else 10)


# --- YAML 1.2, after js-yaml 4

_WORDS_12: dict[str, Value] = {
    "~": None,
    "null": None,
    "Null": None,
    "NULL": None,
    "true": True,
    "True": True,
    "TRUE": True,
    "false": False,
    "False": False,
    "FALSE": False,
}
_INTEGER_12 = expression(r"([-+]?)(?:0b([01]+)|0x([0-9a-fA-F]+)|0o([0-7]+)|([0-9]+))")
_FLOAT_12 = expression(r"[-+]?[0-9]+(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?|\.[0-9]+(?:[eE][-+]?[0-9]+)?")
_SPECIAL = {
    f"{sign}{word}": -value if sign == "-" else value
    for sign in ("", "+", "-")
    for word, value in ((".inf", math.inf), (".nan", math.nan))
}
_SPECIAL_12 = expression(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")


def resolve12(text: str) -> Value:
    """The value of a plain scalar to js-yaml 4 (Astro, Eleventy)."""
    if not text:
        return None
    if text[0] not in _SPEAKING_HEAD:
        return text
    if text in _WORDS_12:
        return _WORDS_12[text]
    if found := _INTEGER_12.fullmatch(text):
        return _integer12(text, found)
    if _SPECIAL_12.fullmatch(text):
        return _SPECIAL[text.lower()]
    if _FLOAT_12.fullmatch(text):
        number = float(text)
        return number if math.isfinite(number) else text
    date = dates.yaml12(text)
    return text if date is None else date


def is_text12(text: str) -> bool:
    """Whether a plain text is the same text to js-yaml."""
    return isinstance(resolve12(text), str) and not dates.is_like12(text)


def _integer12(text: str, found: re.Match[str]) -> Value:
    sign = -1 if found[1] == "-" else 1
    for digits, base in zip(found.groups()[1:], (2, 16, 8, 10), strict=True):
        if digits is not None and len(digits) <= _MAX_DIGITS:
            return sign * int(digits, base)
    return text


# --- tags

_TAG = "tag:yaml.org,2002:"


def tagged(text: str, tag: str, plain: Value) -> Value:
    """The value of a scalar with a tag; `plain` is what it means without one.

    An unknown tag leaves the text, as does one that the text does not fit.
    """
    name = tag.removeprefix(_TAG)
    if name == "null":
        return None
    if name == "float" and isinstance(plain, int) and not isinstance(plain, bool):
        return float(plain) if abs(plain) < 1 << 1000 else text
    fits = {"int": int, "float": float, "bool": bool}.get(name)
    if fits is not None:
        return plain if type(plain) is fits else text
    return plain if name == "timestamp" else text
