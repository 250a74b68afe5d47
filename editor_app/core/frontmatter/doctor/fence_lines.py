"""Where the writer meant the fences to be, and what is wrong with them.

What stands between is read line by line: keys, what is indented beneath them,
comments. It ends where a body clearly begins: with a heading, or with a line
that is no key after a blank one.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from editor_app.core.frontmatter.doctor import blanks, json_walk
from editor_app.core.frontmatter.doctor.ailment import Ailment, Cure, Words
from editor_app.core.frontmatter.doctor.known_keys import KNOWN
from editor_app.core.frontmatter.nodes import Format
from editor_app.core.text.edits import Edit
from editor_app.core.text.expressions import expression
from editor_app.core.text.spans import Span

_LEADING = expression(rf"[\s{blanks.ODD}]*")
_DASHES = "-—–―ー−─‐‑‒－"
_FENCE = expression(rf"[ \t{blanks.ODD}]*(?:[{_DASHES}]{{2,}}|[—–―]|\+{{2,}})[ \t{blanks.ODD}]*")
"""Some programs make one long dash of three hyphens."""
_PROPER = expression(r"(?:---|\+\+\+)[ \t]*")
_NAMED = expression(r"---[ \t]*(?:yaml|yml|toml)[ \t]*", re.IGNORECASE)
_YAML_KEY = expression(
    rf"[ \t{blanks.ODD}]*(?:([\w.-]+)(?:[ \t]*[:：]|[ \t]+=[ \t])"
    r"|[^\s:#\[\]{}>|*-][^\n:]*?:(?=[ \t]|$)|[\"'][^\n:]*:)"
)
_TOML_KEY = expression(rf"[ \t]*(?:([\w.-]+)[ \t{blanks.ODD}]*[=:：＝]|[\"'][^\n=]*=|\[)")
_YAML_PAIR = expression(r"([\w-]+):(?:[ \t]|$)")
_TOML_PAIR = expression(r"([\w-]+)[ \t]*=")
_TABLE = expression(r"^\[", re.MULTILINE)
_MOST_UNOPENED = 50
_MOST_COMMENTS = 20
_LONGEST_OBJECT = 1 << 14
_OBJECT = expression(r"\{\s*[\"'“]?([\w-]+)[\"'”]?\s*[:：=]")
_HEADING = expression(r"##+ \S")
_BELONGS = expression(r"[ \t]+\S|[\]})]|-(?:[ \t]|$)|[\u3000\u00a0]")


@dataclass(frozen=True, slots=True)
class Frame:
    """What lies between the fences as they were meant; `body_start` comes after them."""

    format: Format
    content: Span
    body_start: int
    ailments: tuple[Ailment, ...] = ()


def find(text: str, *, is_sure: bool) -> Frame | None:
    """The frame of front matter, None where a text has none or nobody can tell.

    Where it is not `is_sure` that there is any, its first key must be one that is known.
    """
    leading = _leading(text)
    if (found := _OBJECT.match(text, leading)) and (
        found[1] in KNOWN or found[0][1:].strip()[0] == '"'
    ):
        return _object(text, leading)
    opening = _line(text, leading)
    written = opening.of(text)
    if not _FENCE.fullmatch(written) and not _NAMED.fullmatch(written):
        return None if is_sure else _unopened(text, leading)
    mark = "+++" if "+" in written else "---"
    is_proper = bool(_PROPER.fullmatch(written) or _NAMED.fullmatch(written))
    start = min(opening.end + 1, len(text))
    if mark == "---" and is_proper and (toml := _tables(text, opening, start)) is not None:
        return toml
    region = _region(text, start, mark, is_indented=written[0].isspace())
    is_sure = is_sure or (is_proper and leading > 0 and region.closing is not None)
    if region.first_key is None or (not is_sure and region.first_key not in KNOWN):
        return None
    if not is_proper and region.closing is None:
        return None
    ailments = [*_before(text, leading), *_opening(opening, written, mark, is_proper)]
    format_ = Format.TOML if mark == "+++" or "toml" in written.lower() else Format.YAML
    if region.closing is None:
        ailments.append(_missing(text, region.end, opening, mark))
        return Frame(format_, Span(start, region.end), region.end, tuple(ailments))
    if not _is_closing(region.closing.of(text), mark):
        ailments.append(_wrong(text, region, region.closing, mark, safe=is_proper))
    body_start = min(region.closing.end + 1, len(text))
    return Frame(format_, Span(start, region.closing.start), body_start, tuple(ailments))


def _tables(text: str, opening: Span, start: int) -> Frame | None:
    """TOML with tables, which YAML has no lines for, between the fences of YAML."""
    if not _TOML_PAIR.match(text, start):
        return None
    end = text.find("\n---\n", start, start + _LONGEST_OBJECT)
    content = Span(start, max(start, end + 1))
    if not _TABLE.search(content.of(text)):
        return None
    try:
        tomllib.loads(content.of(text))
    except (ValueError, RecursionError):
        return None
    closing = Span(content.end, content.end + 3)
    words = Words("TOML stands between the fences of YAML; its own are {mark}", {"mark": "+++"})
    edits = (Edit(opening, "+++"), Edit(closing, "+++"))
    cure = Cure(Words("Write {mark}", {"mark": "+++"}), edits)
    return Frame(Format.TOML, content, closing.end + 1, (Ailment(opening, words, (cure,)),))


def _unopened(text: str, start: int) -> Frame | None:
    """Keys from the first line on, and the fence that ends them.

    A line over hyphens is a heading as well, so one key alone has to be the title.
    """
    line = _line(text, start).of(text)
    is_toml = _TOML_PAIR.match(line) is not None
    mark, pattern = ("+++", _TOML_PAIR) if is_toml else ("---", _YAML_PAIR)
    region = _region(text, start, mark, is_indented=False)
    if region.closing is None or not _PROPER.fullmatch(region.closing.of(text)):
        return None
    content = Span(start, region.closing.start)
    lines = [each.of(text) for each in islice(_lines(text, start), _MOST_UNOPENED + 1)]
    lines = lines[: text.count("\n", start, content.end)]
    keys = [found[1] for each in lines if (found := pattern.match(each)) is not None]
    known = [key for key in keys if key in KNOWN]
    if len(lines) > _MOST_UNOPENED or not all(each.strip() for each in lines):
        return None
    if keys[:1] != known[:1] or (len(known) < 2 and known != ["title"]):
        return None
    words = Words("The front matter must begin with the line {mark}", {"mark": mark})
    cure = Cure(Words("Write {mark}", {"mark": mark}), (Edit(Span(start, start), f"{mark}\n"),))
    ailments = (*_before(text, start), Ailment(_line(text, start), words, (cure,)))
    body_start = min(region.closing.end + 1, len(text))
    return Frame(Format.TOML if is_toml else Format.YAML, content, body_start, ailments)


def _object(text: str, start: int) -> Frame | None:
    """JSON ends where its last brace is meant to stand; without one, at the first blank line."""
    blank = text.find("\n\n", start)
    for stop in (min(len(text), start + _LONGEST_OBJECT), blank):
        walk = json_walk.walk(text[:stop], start) if stop > start else None
        if walk is None:
            continue
        is_closed = text[walk.end - 1] == "}"
        if not is_closed and stop == len(text) and blank > 0:
            continue
        after = walk.end if is_closed else walk.end + 1
        body_start = after
        while text.startswith((" ", "\t"), body_start):
            body_start += 1
        body_start = body_start + 1 if text.startswith("\n", body_start) else after
        return Frame(
            Format.JSON,
            Span(start, max(walk.end, stop if not is_closed else 0)),
            min(body_start, len(text)),
            tuple(_before(text, start)),
        )
    return None


def _leading(text: str) -> int:
    """Where the first line begins that holds more than blanks; blanks on it are its own."""
    found = _LEADING.match(text)
    end = 0 if found is None else found.end()
    line = text.rfind("\n", 0, end) + 1
    at = line
    while at < end and text[at] in "\u200b\ufeff":
        at += 1
    return at


def _line(text: str, start: int) -> Span:
    end = text.find("\n", start)
    return Span(start, len(text) if end < 0 else end)


def _is_closing(line: str, mark: str) -> bool:
    return line.rstrip(" \t") == mark or (mark == "---" and line.rstrip(" \t") == "...")


@dataclass(slots=True)
class _Region:
    """The lines of the keys; `closing` is the line that ends them, if one does.

    It `is_loose` where it is indented, as the text of a key may be as well.
    """

    end: int
    closing: Span | None = None
    is_loose: bool = False
    first_key: str | None = None


def _region(text: str, start: int, mark: str, *, is_indented: bool) -> _Region:
    """`is_indented` says whether the opening fence is, and so may the closing one be."""
    key = _TOML_KEY if mark == "+++" else _YAML_KEY
    region = _Region(start)
    is_after_blank = False
    stray: int | None = None
    loose: Span | None = None
    for line in _lines(text, start):
        written = line.of(text)
        if not written.strip():
            is_after_blank = True
            continue
        goes_on = _goes_on(text, line.end, key)
        is_fence = bool(_FENCE.fullmatch(written))
        if is_fence and written[0].isspace() and not is_indented:
            loose = line if loose is None and not goes_on and not is_after_blank else None
            continue
        if _is_closing(written, mark) or (is_fence and not goes_on):
            region.closing = line
            return region
        if written.startswith("#"):
            if not goes_on and (is_after_blank or _HEADING.match(written)):
                break
            continue
        found = key.match(written)
        if is_after_blank and not _is_inside(written, found):
            break
        if found or _BELONGS.match(written):
            loose = None
            name = found[1] or written.strip() if found else None
            region.first_key = region.first_key or name
            region.end, is_after_blank = min(line.end + 1, len(text)), False
        elif stray is None:
            stray = line.start
    region.closing, region.is_loose = loose, loose is not None
    if stray is not None:
        region.end = min(region.end, stray)
    return region


def _is_inside(written: str, found: re.Match[str] | None) -> bool:
    """Whether a line after a blank one still belongs to the keys and not to a body."""
    if written[0].isspace():
        return True
    return found is not None and (found[1] in KNOWN or written[0].islower() or written[0] == "[")


def _lines(text: str, start: int) -> Iterator[Span]:
    while start < len(text):
        line = _line(text, start)
        yield line
        start = line.end + 1


def _goes_on(text: str, end: int, key: re.Pattern[str]) -> bool:
    """Whether a key stands on the next line that is no comment."""
    for line in islice(_lines(text, end + 1), _MOST_COMMENTS):
        written = line.of(text)
        if not written.startswith("#"):
            found = key.match(written)
            return bool(found and (found[1] in KNOWN or written[:1].islower()))
    return False


def _before(text: str, leading: int) -> Iterator[Ailment]:
    before = text[:leading]
    if blanks.has_odd(before):
        span = Span(0, leading)
        cure = Cure(Words("Remove what stands before it"), (Edit(span, ""),), safe=True)
        words = Words(
            "A {blank} that can't be seen stands before the front matter",
            {"blank": blanks.name(before)},
        )
        yield Ailment(span, words, (cure,))


def _opening(opening: Span, written: str, mark: str, is_proper: bool) -> Iterator[Ailment]:
    if not is_proper:
        words = Words("The front matter must begin with the line {mark}", {"mark": mark})
        is_same = written.strip(" \t" + blanks.ODD) == mark
        title = Words("Write {mark}", {"mark": mark})
        yield Ailment(opening, words, (Cure(title, (Edit(opening, mark),), safe=is_same),))


def _wrong(text: str, region: _Region, closing: Span, mark: str, *, safe: bool) -> Ailment:
    line = closing.of(text)
    template = "The line “{line}” does not end the front matter, only {mark} does"
    is_same = line.strip(" \t" + blanks.ODD) == mark
    words = Words(template, {"line": line.strip(), "mark": mark})
    if is_same:
        template = "Only blanks may stand beside {mark} on the last line of the front matter"
        if line[:1] in " \t" + blanks.ODD:
            template = "The line {mark} that ends the front matter must not be indented"
        words = Words(template, {"mark": mark})
    is_clear = len(line.strip()) > 1 and not region.is_loose
    safe = is_clear and (safe or is_same)
    cure = Cure(Words("Write {mark}", {"mark": mark}), (Edit(closing, mark),), safe)
    return Ailment(closing, words, (cure,))


def _missing(text: str, end: int, opening: Span, mark: str) -> Ailment:
    added = f"{mark}\n" if text[end - 1] == "\n" else f"\n{mark}\n"
    words = Words(
        "The front matter has no end: {mark} must stand on a line of its own after the last key",
        {"mark": mark},
    )
    title = Words("Write {mark} after the last key", {"mark": mark})
    return Ailment(opening, words, (Cure(title, (Edit(Span(end, end), added),)),))
