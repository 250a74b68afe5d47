"""A value of TOML that can't be read, and what it should be."""

from __future__ import annotations

import datetime as dt
import json
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass

from editor_app.core.frontmatter.doctor.ailment import Words
from editor_app.core.frontmatter.doctor.known_keys import LISTS
from editor_app.core.frontmatter.doctor.remedy import (
    stands_after,
    without_comment,
    without_separator,
)
from editor_app.core.text.expressions import expression
from editor_app.core.text.spans import Span

_CURLY = "“”„″＂〝〞〟‘’＇"
_WORDS = {"yes": "true", "on": "true", "no": "false", "off": "false"}
_DAY = expression(
    r"(?P<year>\d{4})[-/.](?P<month>\d\d?)[-/.](?P<day>\d\d?)"
    r"(?:(?P<gap>[T ])(?P<time>\d\d?:\d\d(?::\d\d)?) ?(?P<zone>Z|[-+]\d\d:?\d\d)?)?"
)
_ITEM = expression(
    r"""[ \t]*(?P<item>"(?:[^"\\]|\\.)*"|'[^']*'|[^,\[\]{}"']*?)[ \t]*(?P<end>[,\]]|$)"""
)
_MISSING_COMMA = expression(r"""(?P<end>["'])(?P<gap>[ \t]+)(?=["'])""")


@dataclass(frozen=True, slots=True)
class Remedy:
    """What is wrong with a value, and the text to put for it; `means` is what that says."""

    words: Words
    raw: str
    title: Words
    means: object = None
    safe: bool = False

    def is_proven(self) -> bool:
        value = value_of(self.raw)
        return value is not None and (self.means is None or value == self.means)


def value_of(raw: str) -> object:
    """What a text means as the value of a key, None where it can't be one."""
    try:
        return tomllib.loads(f"v = {raw}\n")["v"] if "\n" not in raw else None
    except (ValueError, RecursionError):
        return None


def remedies(value: str, key: str) -> Iterator[Remedy]:
    """What a value on one line may have been meant to be, the likeliest first."""
    body, comment, _ = without_comment(value)
    for each in _of_body(body, key):
        yield Remedy(each.words, each.raw + comment, each.title, each.means, each.safe)


def _of_body(body: str, key: str) -> Iterator[Remedy]:
    yield from _separator(body, key)
    if body[0] in _CURLY:
        yield from _curly(body, key)
    elif body[0] in "\"'":
        yield from _quotes(body, key)
    elif body[0] == "[":
        yield from _items(body, key)
        yield _text(body, key)
    else:
        yield from _words(body, key)
        yield from _day(body, key)
        yield _text(body, key)


def is_no_day(value: str) -> bool:
    """Whether a value is written as a day, and there is no such day."""
    body, _ = without_separator(without_comment(value)[0])
    found = _DAY.fullmatch(body)
    if found is None:
        return False
    try:
        dt.date(int(found["year"]), int(found["month"]), int(found["day"]))
    except ValueError:
        return True
    return False


def _separator(body: str, key: str) -> Iterator[Remedy]:
    """`"Spring",`: a whole value with the comma that JSON wants."""
    whole, mark = without_separator(body)
    if mark and whole:
        words, title = stands_after(mark, key)
        yield Remedy(words, whole, title, value_of(whole), safe=True)


def quoted(text: str) -> str:
    """A text in the quotes that leave it as it looks."""
    if ('"' in text or "\\" in text) and "'" not in text:
        return f"'{text}'"
    return json.dumps(text, ensure_ascii=False)


def _text(body: str, key: str) -> Remedy:
    words = Words("The value of {key} is a text, so it must stand in quotes", {"key": key})
    title = Words("Put the value of {key} in quotes", {"key": key})
    return Remedy(words, quoted(body), title, body, safe=not body[0].isdigit())


def _words(body: str, key: str) -> Iterator[Remedy]:
    lower = body.lower()
    if lower in ("true", "false"):
        words = Words("TOML writes {other}, not {word}", {"word": body, "other": lower})
        yield Remedy(words, lower, Words("Write {other}", {"other": lower}), lower == "true", True)
    elif lower in _WORDS:
        other = _WORDS[lower]
        words = Words("TOML writes {other}, not {word}", {"word": body, "other": other})
        yield Remedy(words, other, Words("Write {other}", {"other": other}), other == "true")


def _day(body: str, key: str) -> Iterator[Remedy]:
    """`2026-3-1 8:00 +0900`: a day or time in a notation that TOML does not have."""
    found = _DAY.fullmatch(body)
    if found is None:
        return
    raw = f"{found['year']}-{found['month']:>02}-{found['day']:>02}"
    if found["time"]:
        time = found["time"] if found["time"][1] != ":" else "0" + found["time"]
        zone = found["zone"] or ""
        zone = zone if len(zone) in (0, 1, 6) else f"{zone[:3]}:{zone[3:]}"
        raw += found["gap"] + (time if len(time) > 5 else time + ":00") + zone
    words = Words("TOML writes the date of {key} as {date}", {"key": key, "date": raw})
    yield Remedy(words, raw, Words("Write {date}", {"date": raw}))


def _curly(body: str, key: str) -> Iterator[Remedy]:
    inner = body[1:-1]
    if len(body) > 1 and body[-1] in _CURLY + "\"'" and not any(c in inner for c in _CURLY[:8]):
        words = Words("TOML knows plain quotes only around the value of {key}", {"key": key})
        title = Words("Write plain quotes around the value of {key}", {"key": key})
        yield Remedy(words, quoted(inner), title, inner, safe=True)
    yield _text(body, key)


def _quotes(body: str, key: str) -> Iterator[Remedy]:
    mark, inner = body[0], body[1:-1]
    if len(body) > 1 and body[-1] == mark:
        if mark == '"' and '"' not in inner:
            words = Words("In double quotes a backslash begins an escape, and this is none")
            title = Words("Put the value of {key} in single quotes", {"key": key})
            if "\\\\" not in inner:
                yield Remedy(words, quoted(inner), title, inner)
        elif '"' not in inner or "'" not in inner:
            words = Words("A quote inside the value of {key} ends it too early", {"key": key})
            title = Words("Put the value of {key} in other quotes", {"key": key})
            yield Remedy(words, quoted(inner), title, inner)
    elif len(body) > 2 and body[-1] in _CURLY:
        template = "The quote {mark} opens the value of {key}, and {other} does not close it"
        words = Words(template, {"mark": mark, "key": key, "other": body[-1]})
        yield Remedy(words, body[:-1] + mark, Words("Write {mark}", {"mark": mark}), inner, True)
    if mark not in body[1:]:
        words = Words("The quote that opens the value of {key} is never closed", {"key": key})
        yield Remedy(words, body + mark, Words("Close the quote"), body[1:])
    else:
        words = Words("Text stands after the quote that ends the value of {key}", {"key": key})
        title = Words("Put the whole value of {key} in quotes", {"key": key})
        yield Remedy(words, quoted(body), title, body)


def _items(body: str, key: str) -> Iterator[Remedy]:
    """Each item in quotes that needs them, commas between, a bracket at the end."""
    text = _MISSING_COMMA.sub(r"\g<end>,\g<gap>", body)
    words = Words("The list that opens the value of {key} is never closed", {"key": key})
    title = Words("Close the list with ]")
    if text != body:
        words = Words("A comma is missing between two items of {key}", {"key": key})
        title = Words("Write a comma between the items")
    made: list[str] = []
    at, is_closed = 1, False
    while at < len(text) and not is_closed:
        found = _ITEM.match(text, at)
        if found is None:
            return
        item = found["item"]
        new = item if not item or value_of(item) is not None else quoted(item)
        if new != item:
            words = Words(
                "The item {item} of {key} must stand in quotes", {"item": item, "key": key}
            )
            title = Words("Put the items in quotes")
        made.append(text[at : found.start("item")] + new + text[found.end("item") : found.end()])
        at, is_closed = found.end(), found["end"] == "]"
    if text[at:].strip():
        return
    raw = "[" + "".join(made) + ("" if is_closed else "]")
    yield Remedy(words, raw, title, safe=key in LISTS and is_closed)


def place(value: str, start: int) -> Span:
    """Where a value stands, without the comment after it."""
    return Span(start, start + len(without_comment(value)[0]))
