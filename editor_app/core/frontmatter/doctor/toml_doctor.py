"""The doctor for TOML: what is wrong between the fences, statement by statement."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from editor_app.core.frontmatter import toml_format, toml_statements
from editor_app.core.frontmatter.doctor import blanks, toml_values
from editor_app.core.frontmatter.doctor.ailment import Ailment, Cure, Words, as_read, smallest
from editor_app.core.frontmatter.doctor.report import Report
from editor_app.core.frontmatter.nodes import Unreadable
from editor_app.core.text.edits import Edit
from editor_app.core.text.expressions import expression
from editor_app.core.text.spans import Span

_MOST = 50
_LONGEST = 2_000
_MOST_CURES = 2
_PAIR = expression(
    r"""(?P<indent>\s*)(?P<key>"[^"\n]*"|'[^'\n]*'|[\w.-]+)"""
    rf"(?P<blank>[ \t{blanks.ODD}]*)(?P<mark>[=:：＝]?)(?P<gap>[ \t{blanks.ODD}]*)"
    r"(?P<value>[^\n]*?)[ \t]*$"
)
_BEGINS = expression(
    r"[ \t]*(?:[\w.-]+|\"[^\"\n]*\"|'[^'\n]*')[ \t]*[=:：＝]|[ \t]*\[{1,2}[\w.\" -]+\]"
)
_BARE = expression(r"[A-Za-z0-9_.-]+")
_ENDS = expression(r"[\]}]|\"\"\"|'''")
_LONGEST_VALUE = 100
_VALUE_START = expression(r"[\"'\[{\d“]|true\b|false\b")
_HEADER = expression(r"[ \t]*\[{1,2}[^\[\]]+\]{1,2}[ \t]*(?:#.*)?$")


@dataclass(frozen=True, slots=True)
class _Statement:
    span: Span
    key: str
    is_good: bool


def examine(text: str, content: Span) -> Report:
    """What is wrong in the TOML that `content` covers."""
    found: list[Ailment] = []
    lost: list[Span] = []
    statements = list(_statements(text, content))
    broken = [each for each in statements if not each.is_good]
    if len(broken) > _MOST:
        return Report(())
    for each in broken:
        ailments = list(_line(text, each.span))
        if not all(ailment.cures for ailment in ailments):
            lost.append(Span(each.span.start, min(each.span.end + 1, content.end)))
        found += ailments
    twice = [] if broken else list(_twice(text, statements))
    sound = () if twice else _sound(text, statements)
    return Report((*found, *twice), sound, tuple(lost))


def _sound(text: str, statements: list[_Statement]) -> tuple[str, ...]:
    return tuple(raw for each in statements if each.is_good for raw in written(text, each.span))


def written(text: str, content: Span) -> tuple[str, ...]:
    """Every header and pair of TOML that can be read, as it is written."""
    found = toml_statements.read(content.of(text), content.start)
    items = () if isinstance(found, Unreadable) else found.items
    return tuple(item.span.of(text) for item in items)


def _loads(source: str) -> bool:
    try:
        tomllib.loads(source)
    except (ValueError, RecursionError):
        return False
    return True


def _statements(text: str, content: Span) -> Iterator[_Statement]:
    """Lines, those together that one value stands on; blank lines and comments are none."""
    lines = list(_lines(text, content))
    at = 0
    while at < len(lines):
        line = lines[at]
        source = line.of(text)
        at += 1
        if not source.strip() or source.lstrip().startswith("#"):
            continue
        key = _key(source)
        if _loads(source):
            yield _Statement(line, key, True)
            continue
        end = _end_of_value(text, lines, at)
        yield _Statement(Span(line.start, lines[(end or at) - 1].end), key, end is not None)
        at = end or at


def _end_of_value(text: str, lines: list[Span], at: int) -> int | None:
    """The number of the line after a value that goes on from line `at`; None without one."""
    start = lines[at - 1].start
    for end in range(at, min(at + _LONGEST_VALUE, len(lines))):
        line = lines[end].of(text)
        if _BEGINS.match(line):
            return None
        if _ENDS.search(line) and _loads(text[start : lines[end].end]):
            return end + 1
    return None


def _lines(text: str, content: Span) -> Iterator[Span]:
    at = content.start
    while at < content.end:
        end = text.find("\n", at, content.end)
        end = content.end if end < 0 else end
        yield Span(at, end)
        at = end + 1


def _key(source: str) -> str:
    found = _PAIR.match(source)
    return found["key"].strip("\"'") if found else ""


# --- one line


def _line(text: str, line: Span) -> Iterator[Ailment]:
    """What is wrong on the line of a key; one ailment without cures where nobody can tell."""
    source = line.of(text)
    found = _PAIR.match(source)
    lost = None if found is None else _no_day(found, line.start)
    if lost is not None:
        yield lost
        return
    cured = [] if found is None else list(_pair(found, line.start))
    edits = [edit for each in cured for edit in each.cures[0].edits] if cured else []
    if cured and all(each.cures for each in cured) and _loads(_applied(source, edits, line.start)):
        yield from cured
        return
    fault = toml_format.read(text, line)
    words = Words("This can't be read as TOML")
    span = line
    if isinstance(fault, Unreadable):
        words, span = as_read(fault), fault.span
    yield Ailment(span, words, key=_key(source) or None)


def _no_day(found: re.Match[str], start: int) -> Ailment | None:
    """A date that no calendar has: nobody but the writer knows the right one."""
    value, name = found["value"], found["key"].strip("\"'")
    if found["mark"] != "=" or not value or not toml_values.is_no_day(value):
        return None
    place = toml_values.place(value, start + found.start("value"))
    date = place.shifted(-start).of(found.string)
    template = "{name} is in no form of date that is known: {date}"
    return Ailment(place, Words(template, {"name": name, "date": date}), key=name)


def _applied(source: str, edits: list[Edit], start: int) -> str:
    for edit in sorted(edits, key=lambda each: each.span, reverse=True):
        span = edit.span.shifted(-start)
        source = source[: span.start] + edit.text + source[span.end :]
    return source


def _pair(found: re.Match[str], start: int) -> Iterator[Ailment]:
    key, name = found["key"], found["key"].strip("\"'")
    if key == name and not _BARE.fullmatch(key):
        span = Span(*found.span("key")).shifted(start)
        words = Words("The key {key} must stand in quotes", {"key": name})
        cure = Cure(Words("Put the key in quotes"), smallest(key, f'"{key}"', span.start), True)
        yield Ailment(span, words, (cure,), name)
    yield from _sign(found, start, name)
    value = found["value"]
    if not value or toml_values.value_of(value) is not None or len(value) > _LONGEST:
        return
    remedies = (each for each in toml_values.remedies(value, name) if each.is_proven())
    kept = list(islice(remedies, _MOST_CURES))
    at = start + found.start("value")
    cures = tuple(
        Cure(each.title, smallest(value, each.raw, at), each.safe and each is kept[0])
        for each in kept
    )
    words = kept[0].words if kept else Words("The value of {key} can't be read", {"key": name})
    yield Ailment(toml_values.place(value, at), words, cures, name)


def _sign(found: re.Match[str], start: int, name: str) -> Iterator[Ailment]:
    """The sign between a key and its value, where it is no `=`."""
    mark = found["mark"]
    around = found["blank"] + found["gap"]
    odd = blanks.has_odd(around)
    if (mark == "=" and not odd) or (not mark and not _VALUE_START.match(found["value"])):
        return
    span = Span(found.end("key"), found.start("value")).shifted(start)
    words = Words("The key {key} has no equals sign after it", {"key": name})
    if mark == "=":
        words = Words("A {blank} stands beside the equals sign of {key}",
                      {"blank": blanks.name(around), "key": name})  # fmt: skip
    title = Words("Write an equals sign after {key}", {"key": name})
    yield Ailment(span, words, (Cure(title, (Edit(span, " = "),), safe=bool(mark)),), name)


# --- keys that stand twice


def _twice(text: str, statements: list[_Statement]) -> Iterator[Ailment]:
    first: dict[tuple[str, str], _Statement] = {}
    header = ""
    for each in statements:
        source = each.span.of(text)
        if _HEADER.match(source):
            header = source.strip()
            if header.startswith("[["):
                header = f"{header}{each.span.start}"
            continue
        earlier = first.setdefault((header, each.key), each)
        if earlier is not each:
            yield _second(text, earlier, each)


def _second(text: str, earlier: _Statement, each: _Statement) -> Ailment:
    later, place = _key_place(text, each), _key_place(text, earlier)
    cures = tuple(
        Cure(title, (Edit(Span(one.span.start, min(one.span.end + 1, len(text))), ""),))
        for title, one in (
            (Words("Remove the second {key}", {"key": each.key}), each),
            (Words("Remove the first {key}", {"key": each.key}), earlier),
        )
    )
    return Ailment(
        later, Words("The key {key} stands twice", {"key": each.key}), cures, each.key, place
    )


def _key_place(text: str, statement: _Statement) -> Span:
    found = _PAIR.match(statement.span.of(text))
    span = Span(0, 0) if found is None else Span(*found.span("key"))
    return span.shifted(statement.span.start)
