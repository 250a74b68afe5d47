"""What Hugo's `title` and `humanize` make of a text."""

from __future__ import annotations

import re

from editor_app.core.text.expressions import expression

_WORD = expression(r"[^\W_]+[^ \t\n\f\r\-/]*")
_SMALL = frozenset(
    [
        "a",
        "an",
        "and",
        "as",
        "at",
        "but",
        "by",
        "en",
        "for",
        "if",
        "in",
        "nor",
        "of",
        "on",
        "or",
        "per",
        "the",
        "to",
        "vs",
        "vs.",
        "via",
        "v",
        "v.",
    ]
)
_PREPOSITIONS = frozenset(
    [
        "with",
        "from",
        "into",
        "during",
        "including",
        "until",
        "against",
        "among",
        "throughout",
        "despite",
        "towards",
        "upon",
        "concerning",
        "about",
        "over",
        "through",
        "before",
        "between",
        "after",
        "since",
        "without",
        "under",
        "within",
        "along",
        "following",
        "across",
        "beyond",
        "around",
        "down",
        "near",
        "above",
    ]
)
_ASCII = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-"})
_GO_START = expression(r"(?:\A|(?<=[\x00-/:-@\[-^`{-\x7f])|(?<=\s))\w")
_INNER = expression(r"(?<=[a-z0-9])(?=[A-Z])")
_GAP = expression(r"[\s_\-]+")
_ACRONYMS = frozenset(
    [
        "OK",
        "HTML",
        "JSON",
        "JWT",
        "ID",
        "UUID",
        "SQL",
        "ACL",
        "AES",
        "ANSI",
        "API",
        "CLI",
        "CPU",
        "CRT",
        "DHCP",
        "DNS",
        "DSL",
        "FTP",
        "HTTP",
        "HTTPS",
        "IMAP",
        "IP",
        "ISP",
        "LAN",
        "MAC",
        "NAT",
        "PC",
        "RAM",
        "RFC",
        "ROM",
        "SMTP",
        "SSH",
        "SSID",
        "UDP",
        "URL",
        "URI",
        "USB",
        "VPN",
        "WAN",
        "WWW",
    ]
)


def titled(text: str, style: str = "ap") -> str:
    """In title case, as the site's `titleCaseStyle` says: `ap`, `chicago`, `go`."""
    if style == "none":
        return text
    if style == "firstupper":
        return _raised(text)
    if style == "go":
        return _GO_START.sub(lambda found: _raised(found[0]), text)
    small = _SMALL | _PREPOSITIONS if style == "chicago" else _SMALL
    plain = text.translate(_ASCII)

    def word(found: re.Match[str]) -> str:
        start, end = found.span()
        is_bounding = start == 0 or end == len(text)
        before, second = plain[start - 1 : start], plain[max(start - 2, 0) :][:1]
        is_inside = before in {" ", "-", "/"} and second not in {":", "-"}
        is_joined = plain[end : end + 1] == "-" and before != "-"
        lower = found[0].lower()
        if lower in small and not is_bounding and is_inside and not is_joined:
            return lower
        return _raised(found[0])

    return _WORD.sub(word, text)


def humanized(text: str) -> str:
    """A name as words: hyphens are blanks, the first letter is large, a number is an ordinal.

    Hugo does odd things to other marks than hyphens, which are left alone here.
    """
    if re.fullmatch(r"\d{1,18}", text, re.ASCII):
        return text + _ending(int(text))
    words = [word for part in _GAP.split(text) for word in _INNER.split(part) if word]
    spoken = [word.upper() if word.upper() in _ACRONYMS else word.lower() for word in words]
    return _raised(" ".join(spoken))


def _raised(text: str) -> str:
    """Of letters that are two in one, title case raises the first."""
    first = text[:1].title()
    return (first if len(first) == 1 else text[:1]) + text[1:]


def _ending(number: int) -> str:
    if number % 100 in {11, 12, 13}:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
