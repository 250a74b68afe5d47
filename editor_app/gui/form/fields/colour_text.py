"""Colours in the notation of the post: read one, write another in the same way."""

from __future__ import annotations

import re

from PySide6.QtGui import QColor

from editor_app.core.text.expressions import expression

_HEX = expression(r"#?(?:[0-9A-Fa-f]{3,4}|[0-9A-Fa-f]{6}|[0-9A-Fa-f]{8})")
_FUNCTION = expression(
    r"(?P<name>rgba?|hsla?)\(\s*(?P<parts>[^()]{1,60})\)", re.IGNORECASE | re.ASCII
)
_PARTS = expression(r"[\s,/]+")
_NAME = expression(r"[A-Za-z]{3,24}")


def read_colour(text: str) -> QColor | None:
    """The colour that a text means in CSS, with or without `#`; None for anything else."""
    text = text.strip()
    if _HEX.fullmatch(text):
        return _from_hex(text.removeprefix("#"))
    function = _FUNCTION.fullmatch(text)
    if function is not None:
        return _from_function(function)
    if _NAME.fullmatch(text) and QColor.isValidColorName(text):
        return QColor.fromString(text)
    return None


def like(text: str, colour: QColor) -> str:
    """The colour as the text writes colours; `#rrggbb` where it is no colour.

    Short forms stay short where the colour has one; what has an alpha that the
    notation has no place for gets one.
    """
    old = text.strip()
    function = _FUNCTION.fullmatch(old)
    if function is not None:
        return _function_like(function, colour)
    is_hex = _HEX.fullmatch(old) is not None
    digits = _digits(colour, has_alpha=is_hex and len(old.removeprefix("#")) in {4, 8})
    is_short = is_hex and len(old.removeprefix("#")) in {3, 4}
    if is_short and all(digits[at] == digits[at + 1] for at in range(0, len(digits), 2)):
        digits = digits[::2]
    sign = "" if is_hex and not old.startswith("#") else "#"
    is_upper = is_hex and old.upper() == old and old.lower() != old
    return sign + (digits.upper() if is_upper else digits)


def _digits(colour: QColor, *, has_alpha: bool) -> str:
    numbers = [colour.red(), colour.green(), colour.blue()]
    if has_alpha or colour.alpha() < 255:
        numbers.append(colour.alpha())
    return "".join(f"{number:02x}" for number in numbers)


def _from_hex(digits: str) -> QColor:
    if len(digits) < 6:
        digits = "".join(digit * 2 for digit in digits)
    return QColor(*(int(digits[at : at + 2], 16) for at in range(0, len(digits), 2)))


def _from_function(found: re.Match[str]) -> QColor | None:
    parts = [part for part in _PARTS.split(found["parts"].strip()) if part]
    if len(parts) not in {3, 4}:
        return None
    is_rgb = found["name"].lower().startswith("rgb")
    try:
        alpha = _share(parts[3], 1) if len(parts) == 4 else 1.0
        if is_rgb:
            red, green, blue = (_share(part, 255) for part in parts[:3])
            return QColor.fromRgbF(red, green, blue, alpha)
        hue = float(parts[0].removesuffix("deg")) % 360 / 360
        saturation, lightness = (_share(part, 100) for part in parts[1:3])
        return QColor.fromHslF(hue, saturation, lightness, alpha)
    except ValueError:
        return None


def _share(part: str, whole: float) -> float:
    """A number of `whole`, or a percentage, as a share of 0 to 1."""
    number = float(part.removesuffix("%")) / (100 if part.endswith("%") else whole)
    if not 0 <= number <= 1:
        raise ValueError(part)
    return number


def _function_like(found: re.Match[str], colour: QColor) -> str:
    """Commas or blanks as they stand; an alpha where there was one or is one now."""
    name, parts = found["name"], found["parts"]
    has_commas = "," in parts
    old = [part for part in _PARTS.split(parts.strip()) if part]
    if name.lower().startswith("rgb"):
        numbers = [str(colour.red()), str(colour.green()), str(colour.blue())]
    else:
        hue = max(0, round(colour.hslHueF() * 360))
        shares = (colour.hslSaturationF(), colour.lightnessF())
        numbers = [str(hue), *(f"{round(share * 100)}%" for share in shares)]
    gap = (", " if ", " in parts else ",") if has_commas else " "
    text = gap.join(numbers)
    if len(old) == 4 or colour.alpha() < 255:
        alpha = f"{round(colour.alphaF(), 2):g}"
        text += f"{gap if has_commas else ' / '}{alpha}"
        if has_commas and not name.lower().endswith("a"):
            name += "A" if name.isupper() else "a"
    return f"{name}({text})"
