"""Values that begin with a quote and can't be read: open ones, too many, none of YAML's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from editor_app.core.frontmatter.doctor.ailment import Words
from editor_app.core.frontmatter.doctor.remedy import SEPARATORS, Remedy, quoted, without_comment
from editor_app.core.text.expressions import expression
from editor_app.core.text.spans import Span

CURLY = "“”„‟″＂〝〞〟«»"
_CURLY_SINGLE = "‘’‚‛＇"
_CLOSES_CURLY = expression(f"[{CURLY}{_CURLY_SINGLE}]$")
_GOOD_ESCAPE = expression(
    r"""\\(?:[0abtnvfre "/\\N_LP\t]|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8})"""
)
_ANY_ESCAPE = expression(r"\\.?", re.DOTALL)
_INNER_DOUBLE = expression(r'(?<!\\)"')
_ELISION = expression(r"'(?:\d\ds|t(?:is|was|il)|em|n|bout|cause)\b", re.IGNORECASE)
_AFTER = expression(r"""(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')(?P<rest>[ \t]*[^ \t#].*)""")


def remedies(value: str, key: str) -> Iterator[Remedy]:
    """What a value with quotes may have been meant to be, the likeliest first."""
    if value[0] == '"':
        yield from _wrong_closer(value, key)
        yield from _escapes(value, key)
        yield from _inner_double(value, key)
        yield from _after(value, key)
        yield from _open(value, key)
    elif value[0] == "'":
        yield from _wrong_closer(value, key)
        yield from _apostrophes(value, key)
        yield from _after(value, key)
        yield from _open(value, key)
    elif value[0] in CURLY + _CURLY_SINGLE:
        yield from _curly(value, key)


def _wrong_closer(value: str, key: str) -> Iterator[Remedy]:
    """`"Spring”`: opened by a plain quote, closed by a curly one."""
    mark = value[0]
    if not _CLOSES_CURLY.search(value) or mark in value[1:]:
        return
    at = Span(len(value) - 1, len(value))
    template = "The quote {mark} opens the value of {key}, and {other} does not close it"
    words = Words(template, {"mark": mark, "key": key, "other": value[-1]})
    raw, inner = value[:-1] + mark, value[1:-1]
    if "\\" not in inner:
        yield Remedy(words, at, raw, Words("Write {mark}", {"mark": mark}), inner, safe=True)


def _escapes(value: str, key: str) -> Iterator[Remedy]:
    """`"C:\\Users"`: a backslash that is meant as one."""
    if len(value) < 2 or value[-1] != '"' or _INNER_DOUBLE.search(value[1:-1]):
        return
    inner = value[1:-1]
    escapes = list(_ANY_ESCAPE.finditer(inner))
    bad = [each for each in escapes if not _good(inner, each.start())]
    if not bad:
        return
    at = Span(bad[0].start() + 1, bad[0].start() + 2)
    words = Words(
        "In double quotes a backslash begins an escape, and {escape} is none",
        {"escape": inner[bad[0].start() : bad[0].start() + 2]},
    )
    if "'" not in inner and '\\"' not in inner and "\\\\" not in inner:
        raw = f"'{inner}'"
        title = Words("Put the value of {key} in single quotes", {"key": key})
        yield Remedy(words, at, raw, title, inner, safe=len(bad) == len(escapes))
    doubled = "".join(_doubled(inner))
    yield Remedy(words, at, f'"{doubled}"', Words("Write two backslashes"), None)


def _good(inner: str, at: int) -> bool:
    return _GOOD_ESCAPE.match(inner, at) is not None


def _doubled(inner: str) -> Iterator[str]:
    at = 0
    for found in _ANY_ESCAPE.finditer(inner):
        yield inner[at : found.start()]
        yield found[0] if _good(inner, found.start()) else "\\" + found[0]
        at = found.end()
    yield inner[at:]


def _inner_double(value: str, key: str) -> Iterator[Remedy]:
    """`"He said "hi" to me"`: quotes inside quotes."""
    inner = value[1:-1]
    found = _INNER_DOUBLE.search(inner)
    if len(value) < 3 or value[-1] != '"' or found is None or "\\" in inner:
        return
    opens_inside = found.start() == 0 or inner[found.start() - 1] in " \t(["
    if not opens_inside or len(_INNER_DOUBLE.findall(inner)) % 2:
        return
    at = Span(found.start() + 1, found.start() + 2)
    words = Words("A quote inside the value of {key} ends it too early", {"key": key})
    title = Words("Put the value of {key} in single quotes", {"key": key})
    if "'" in inner:
        raw = '"' + inner.replace('"', '\\"') + '"'
        title = Words("Write a backslash before the quotes inside")
    else:
        raw = f"'{inner}'"
    yield Remedy(words, at, raw, title, inner)


def _after(value: str, key: str) -> Iterator[Remedy]:
    """`"Spring" is here`: text after the closing quote."""
    found = _AFTER.fullmatch(value)
    if found is None:
        return
    rest = found["rest"].lstrip(" \t")
    is_sentence = (
        value[0] == '"' and rest[0] not in SEPARATORS + ":：]}" and rest[-1] not in SEPARATORS
    )
    at = Span(len(value) - len(rest), len(value))
    text, comment, is_sure = without_comment(value)
    words = Words("Text stands after the quote that ends the value of {key}", {"key": key})
    title = Words("Put the whole value of {key} in quotes", {"key": key})
    yield Remedy(words, at, quoted(text) + comment, title, text, safe=is_sure and is_sentence)


def _apostrophes(value: str, key: str) -> Iterator[Remedy]:
    """`'It's spring'`: an apostrophe in single quotes."""
    inner = value[1:-1]
    if len(value) < 3 or value[-1] != "'":
        return
    bare = re.sub("''", "\u241f", inner)
    found = re.search(r"(?<=\w)'(?=\w)", bare)
    if found is None or re.search(r"'(?!\w)|(?<!\w)'", bare):
        return
    place = inner.find(bare[found.start() - 1] + "'") + 1
    raw = "'" + bare.replace("'", "''").replace("\u241f", "''") + "'"
    means = bare.replace("\u241f", "'")
    words = Words("The apostrophe ends the single quotes around the value of {key}", {"key": key})
    title = Words("Write the apostrophe twice, which means one")
    yield Remedy(words, Span(place + 1, place + 2), raw, title, means, safe=True)


def _open(value: str, key: str) -> Iterator[Remedy]:
    """`"Spring`: never closed."""
    mark = value[0]
    body, comment, _ = without_comment(value)
    words = Words("The quote that opens the value of {key} is never closed", {"key": key})
    close = Words("Close the quote")
    keep = Words("Put the whole value of {key} in quotes", {"key": key})
    as_text = Remedy(words, Span(0, len(body)), quoted(body) + comment, keep, body)
    if mark == "'" and _ELISION.match(value):
        yield as_text
    inner = body[1:]
    if mark not in inner and not (mark == '"' and "\\" in inner):
        yield Remedy(words, Span(0, len(body)), body + mark + comment, close, inner)
    yield as_text


def _curly(value: str, key: str) -> Iterator[Remedy]:
    """`“Foo: bar”`: typographic quotes, which are letters to YAML."""
    body, comment, _ = without_comment(value)
    inner = body[1:-1]
    keep = Words("Put the value of {key} in quotes, with those that it has", {"key": key})
    template = "The quotes {open} and {close} around the value of {key} are letters to YAML"
    words = Words(template, {"open": body[0], "close": body[-1], "key": key})
    at = Span(0, len(body))
    if len(body) > 2 and body[-1] in CURLY + _CURLY_SINGLE + "\"'":
        if not re.search(f"[{CURLY}]", inner):
            title = Words("Write plain quotes around the value of {key}", {"key": key})
            yield Remedy(words, at, quoted(inner) + comment, title, inner)
        yield Remedy(words, at, quoted(body) + comment, keep, body)
