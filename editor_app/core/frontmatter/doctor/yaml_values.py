"""The value on one line of YAML, and the lines that it goes on over: whether it can be read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from editor_app.core.frontmatter import nodes
from editor_app.core.frontmatter.doctor import flow, plain, quotes, yaml_lines
from editor_app.core.frontmatter.doctor.ailment import Ailment, Cure, Words
from editor_app.core.frontmatter.doctor.known_keys import DATE, LEAKED, LISTS
from editor_app.core.frontmatter.doctor.remedy import (
    Remedy,
    stands_after,
    without_comment,
    without_separator,
)
from editor_app.core.frontmatter.doctor.yaml_lines import Line
from editor_app.core.text.edits import Edit
from editor_app.core.text.expressions import expression
from editor_app.core.text.spans import Span

_LONGEST = 2_000
_MOST_CURES = 2
_ALIAS = expression(r"\*[^\s,\[\]{}]+$")
_OPENS = {'"': '"', "'": "'", "[": "]", "{": "}"}


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong with a value, nothing where it can be read, and how many lines it has.

    `keys` is how many keys stand where one stood, after the first cure.
    """

    ailment: Ailment | None = None
    lines: int = 1
    keys: int = 1


def examine(
    text: str, line: Line, following: Sequence[Line], key: str, names: frozenset[str]
) -> Finding:
    """Examine the value of a line; `names` are the keys at the top of the post."""
    value = line.value.of(text)
    if not value or value[0] == "#" or line.is_block or _is_good(text, line, value):
        return Finding()
    count, end = _stretch(text, line, following)
    joined = text[line.value.start : end]
    if count and _is_whole(joined):
        return Finding(lines=count + 1)
    if len(value) > _LONGEST:
        return Finding(Ailment(line.value, Words("This value can't be read"), key=key))
    beside = _open_over_lines(line, joined, key, count) or _list_beside(text, line, following, key)
    if beside is not None:
        return Finding(beside, count + 1)
    leaked = _leaked(text, line, key, names)
    if leaked is not None:
        return Finding(leaked, keys=2)
    return Finding(_mended(value, line, key), 1)


def _is_good(text: str, line: Line, value: str) -> bool:
    if yaml_lines.is_simple(value):
        return True
    if _ALIAS.match(value) and re.search(rf"&{re.escape(value[1:])}\b", text[: line.start]):
        return True
    return yaml_lines.value_of(value) is not None


def _is_whole(joined: str) -> bool:
    node = yaml_lines.value_of(joined)
    return node is not None and (joined[0] in _OPENS or ": " not in joined)


def _stretch(text: str, line: Line, following: Sequence[Line]) -> tuple[int, int]:
    """How many lines beneath may belong to the value, and where the last ends."""
    count, end = 0, line.value.end
    for number, each in enumerate(following, 1):
        written = text[each.start : each.end].strip()
        if not written:
            continue
        is_inside = each.depth(text) > line.depth(text) and not each.is_item
        if not is_inside and written[0] not in "]}":
            break
        if each.key is not None and text[line.value.start] not in "{[":
            break
        count, end = number, each.value.end
    return count, end


def _open_over_lines(line: Line, joined: str, key: str, count: int) -> Ailment | None:
    """A quote or bracket that is never closed, and whose value goes on beneath."""
    closer = _OPENS.get(joined[0])
    if not count or closer is None or yaml_lines.value_of(joined + closer) is None:
        return None
    end = line.value.start + len(joined)
    template = "The quote that opens the value of {key} is never closed"
    if joined[0] in "[{":
        template = "The bracket that opens the value of {key} is never closed"
    cure = Cure(Words("Write {mark} at its end", {"mark": closer}), (Edit(Span(end, end), closer),))
    return Ailment(
        Span(line.value.start, line.value.end), Words(template, {"key": key}), (cure,), key
    )


def _leaked(text: str, line: Line, key: str, names: frozenset[str]) -> Ailment | None:
    """`"Spring" date: 2026-01-01`: the next key on the same line."""
    value = line.value.of(text)
    for found in LEAKED.finditer(value):
        head, rest, leaked = value[: found.start()], value[found.end() :], found[1]
        is_apart = head[0] in "\"'" or head[-1] in "]}" or DATE.match(rest)
        if leaked in names or not is_apart or line.is_item:
            continue
        if yaml_lines.value_of(head) is None or yaml_lines.value_of(rest) is None:
            continue
        start = line.value.start + found.start()
        name = Span(line.value.start + found.start(1), line.value.start + found.end(1))
        edit = Edit(Span(start, name.start), "\n" + line.indent.of(text))
        words = Words(
            "The key {leaked} stands on the line of {key}", {"leaked": leaked, "key": key}
        )
        cures = [Cure(Words("Put {leaked} on a line of its own", {"leaked": leaked}), (edit,))]
        cures += (
            _cure(each, value, line.value.start) for each in _proven(plain.remedies(value, key))
        )
        return Ailment(name, words, tuple(cures), key)
    return None


def _list_beside(text: str, line: Line, following: Sequence[Line], key: str) -> Ailment | None:
    """`tags: - a`: a list that begins beside its key."""
    value = line.value.of(text)
    if not value.startswith("- ") or line.is_item:
        return None
    items = [each for each in following if text[each.start : each.end].strip()]
    if not items or not items[0].is_item:
        return None
    indent = items[0].indent.of(text)
    if not value[2:].strip() or yaml_lines.value_of(value[2:].strip()) is None:
        return None
    edit = Edit(Span(line.colon.end, line.value.start), f"\n{indent}")
    words = Words("The first item of {key} must stand on a line of its own", {"key": key})
    cure = Cure(Words("Put the item on a line of its own"), (edit,), safe=True)
    return Ailment(line.value, words, (cure,), key)


def _mended(value: str, line: Line, key: str) -> Ailment:
    """The value in its place, as the first remedies that can be proved have it."""
    found = list(islice(_proven(_remedies(value, key)), _MOST_CURES))
    if not found:
        return Ailment(line.value, Words("The value of {key} can't be read", {"key": key}), key=key)
    cures = (
        _cure(found[0], value, line.value.start),
        *(replace(_cure(each, value, line.value.start), safe=False) for each in found[1:]),
    )
    return Ailment(found[0].at.shifted(line.value.start), found[0].words, cures, key)


def _remedies(value: str, key: str) -> Iterator[Remedy]:
    if value[0] in _OPENS:
        yield from _separator(value, key)
    if value[0] in "[{":
        yield from flow.remedies(value, key)
    yield from quotes.remedies(value, key)
    if value[0] not in "\"'[" and not (value[0] == "{" and value[:2] not in ("{{", "{%")):
        yield from plain.remedies(value, key)


def _separator(value: str, key: str) -> Iterator[Remedy]:
    """`"Spring",`: a whole value with the comma that JSON wants."""
    body, comment, is_sure = without_comment(value)
    whole, mark = without_separator(body)
    if not mark or len(whole) < 2 or whole[-1] != _OPENS[whole[0]]:
        return
    words, title = stands_after(mark, key)
    node = yaml_lines.value_of(whole)
    means = node.text if isinstance(node, nodes.Scalar) else None
    safe = is_sure and (means is not None or (isinstance(node, nodes.Sequence) and key in LISTS))
    at = Span(len(body) - 1, len(body))
    yield Remedy(words, at, whole + comment, title, means, safe)


def _proven(remedies: Iterator[Remedy]) -> Iterator[Remedy]:
    seen: set[str] = set()
    for each in remedies:
        if each.raw not in seen and each.is_proven():
            seen.add(each.raw)
            yield each


def _cure(remedy: Remedy, value: str, start: int) -> Cure:
    is_safe = remedy.safe and LEAKED.search(value) is None
    return Cure(remedy.title, remedy.edits(value, start), is_safe)
