"""A key at the top of YAML with all beneath it: what is wrong in it, line by line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from editor_app.core.frontmatter import yaml_format
from editor_app.core.frontmatter.doctor import blanks, yaml_lines, yaml_values
from editor_app.core.frontmatter.doctor.ailment import Ailment, Cure, Words, as_read
from editor_app.core.frontmatter.doctor.known_keys import KNOWN
from editor_app.core.frontmatter.doctor.yaml_lines import Line, Part
from editor_app.core.frontmatter.nodes import Unreadable
from editor_app.core.text.edits import Edit, apply
from editor_app.core.text.expressions import expression
from editor_app.core.text.spans import Span

_ALIAS = expression(r"(?:^|[\s,\[])\*([^\s,\[\]{}]+)")
_MOST_LINES = 100
"""So many lines a value that can't be read has, and so many are wrong beneath one key."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a part stands: its post, the column of the keys at the top, and their names."""

    text: str
    column: int
    names: frozenset[str]


def is_good(part: Part, place: Place) -> bool:
    """Whether a part can be read on its own as one key in its right column."""
    text = place.text
    head = part.head
    if head.key is None or head.indent.of(text) != " " * place.column:
        return False
    name = None if text[head.key.start] in "\"'" else part.name(text)
    source = part.span.of(text)
    if yaml_lines.is_one_entry(source, name):
        return True
    names = {found for found in _ALIAS.findall(source) if f"&{found}" in text[: part.span.start]}
    if not names:
        return False
    anchors = "".join(
        f"{' ' * place.column}{number}: &{each} 0\n" for number, each in enumerate(names)
    )
    content = yaml_lines.read(anchors + source)
    return content is not None and len(content.root.entries) == len(names) + 1


def examine(part: Part, place: Place) -> tuple[Ailment, ...]:
    """What is wrong in a part that is not good; without cures where they prove nothing."""
    found, keys = _line_by_line(part, place)
    if _is_mended(part, place, found, keys):
        return tuple(found)
    for more in (_lists(part, place), _nested(part, place)):
        if more and _is_mended(part, place, [*found, *more], keys):
            return tuple(sorted([*found, *more], key=lambda ailment: ailment.span))
    if found and any(not each.cures for each in found):
        return tuple(each for each in found if not each.cures)
    return (_unknown(part, place),)


def _is_mended(part: Part, place: Place, found: Sequence[Ailment], keys: int) -> bool:
    if not found or not all(each.cures for each in found):
        return False
    edits = (edit for each in found for edit in each.cures[0].edits)
    start = part.span.start
    source = apply(
        part.span.of(place.text), (Edit(each.span.shifted(-start), each.text) for each in edits)
    )
    content = yaml_lines.read(source)
    entries = () if content is None else content.root.entries
    return len(entries) == keys and entries[0].name == part.name(place.text)


def _unknown(part: Part, place: Place) -> Ailment:
    found = yaml_format.read(place.text, part.span)
    if isinstance(found, Unreadable):
        return Ailment(found.span, as_read(found), key=part.name(place.text))
    return Ailment(part.head.value, Words("This can't be read"), key=part.name(place.text))


# --- line by line


def _line_by_line(part: Part, place: Place) -> tuple[list[Ailment], int]:
    """The ailments of all lines, and how many keys there are after their cures."""
    text, name = place.text, part.name(place.text)
    tab = _tab_width(part, text)
    found: list[Ailment] = []
    at, keys = 0, 1
    block: int | None = None
    while at < len(part.lines) and len(found) < _MOST_LINES:
        line = part.lines[at]
        is_blank = not text[line.start : line.end].strip()
        found += () if is_blank else _indentation(line, part, place, tab)
        if block is not None and (is_blank or line.depth(text) > block):
            at += 1
            continue
        block = line.depth(text) if line.is_block else None
        if is_blank or text[line.dash.end : line.dash.end + 1] == "#":
            at += 1
            continue
        found += _colon(line, text)
        finding = yaml_values.examine(
            text, line, part.lines[at + 1 : at + _MOST_LINES], _key(line, text, name), place.names
        )
        if finding.ailment is not None:
            found.append(finding.ailment)
        at += finding.lines
        keys += finding.keys - 1
    return found, keys


def _key(line: Line, text: str, name: str) -> str:
    return name if line.key is None else line.key.of(text).strip("\"'")


def _tab_width(part: Part, text: str) -> int:
    """How many spaces one step is where lines of the part show it."""
    steps = (
        len(line.indent)
        for line in part.lines
        if line.indent.of(text).strip(" ") == "" and text[line.start : line.end].strip()
    )
    return min((step for step in steps if step), default=2)


def _indentation(line: Line, part: Part, place: Place, tab: int) -> Iterator[Ailment]:
    """Tabs and odd blanks before a line, and a part that does not begin where the others do."""
    text = place.text
    indent, name = line.indent.of(text), part.name(text)
    is_head, shift = line is part.head, place.column - part.head.depth(text)
    column = place.column if is_head else max(len(blanks.spaces(indent, tab)) + shift, 0)
    if indent == " " * column:
        return
    wanted, safe = " " * column, True
    if "\t" in indent:
        words = Words("A tab stands where only spaces may indent")
    elif blanks.has_odd(indent):
        template = "A {blank} stands where only spaces may indent"
        words = Words(template, {"blank": blanks.name(indent)})
    else:
        words = Words("The key {key} must begin in the column of the keys around it", {"key": name})
        safe = name in KNOWN and is_head
    title = Words("Indent it with spaces") if wanted else Words("Remove the indentation")
    span = Span(line.start, max(line.indent.end, line.start + 1))
    yield Ailment(span, words, (Cure(title, (Edit(line.indent, wanted),), safe),), name)


def _colon(line: Line, text: str) -> Iterator[Ailment]:
    """What stands between a key and its value where it is not a colon and a blank."""
    if line.key is None:
        return
    key, colon, gap = line.key.of(text), line.colon.of(text), line.gap.of(text)
    needs_gap = not gap and not line.value.is_empty
    safe = True
    if "：" in colon:
        words = Words("A full-width colon stands after {key}", {"key": key})
        title = Words("Write a plain colon")
    elif ":" not in colon:
        words = Words("The key {key} has no colon after it", {"key": key})
        title, safe = Words("Write a colon after {key}", {"key": key}), False
    elif blanks.has_odd(colon + gap):
        template = "A {blank} stands beside the colon of {key}"
        words = Words(template, {"blank": blanks.name(colon + gap), "key": key})
        title = Words("Write a plain blank")
    elif needs_gap:
        words = Words("A blank is missing after the colon of {key}", {"key": key})
        title = Words("Write a blank after the colon")
    else:
        return
    span = Span(line.colon.start, line.gap.end)
    new = ":" if line.value.is_empty else ": "
    kept = gap if gap and not blanks.has_odd(gap) and ":" in colon + "：" else ""
    new = ":" + kept if kept and "：" in colon else new
    shown = line.key if line.colon.is_empty else line.colon
    shown = span if ":" in colon and blanks.has_odd(colon + gap) else shown
    yield Ailment(shown, words, (Cure(title, _only(span, text, new), safe),), key)


def _only(span: Span, text: str, new: str) -> tuple[Edit, ...]:
    """The edit without the colon or blank that stays."""
    old = span.of(text)
    if new.startswith(old):
        return (Edit(Span(span.end, span.end), new[len(old) :]),)
    return (Edit(span, new),)


# --- lines that do not fit each other


def _lists(part: Part, place: Place) -> list[Ailment]:
    """Items of one list that begin in several columns."""
    text = place.text
    dashes = [line for line in part.lines if line.is_item]
    if len(dashes) < 2 or any(line.key is not None for line in dashes):
        return []
    first = dashes[0]
    return [
        _moved(
            line, first, Words("This item must begin in the column of the first one"), part, text
        )
        for line in dashes[1:]
        if line.depth(text) != first.depth(text)
    ]


def _nested(part: Part, place: Place) -> list[Ailment]:
    """Keys beneath one key that begin in several columns."""
    text = place.text
    inner = [line for line in part.lines[1:] if text[line.start : line.end].strip()]
    if len(inner) < 2 or any(
        line.key is None or line.is_item or line.is_block or line.value.is_empty for line in inner
    ):
        return []
    first = inner[0]
    words = "The key {key} must begin in the column of the keys around it"
    return [
        _moved(line, first, Words(words, {"key": _key(line, text, "")}), part, text)
        for line in inner[1:]
        if line.depth(text) != first.depth(text)
    ]


def _moved(line: Line, first: Line, words: Words, part: Part, text: str) -> Ailment:
    edit = Edit(line.indent, " " * first.depth(text))
    span = Span(line.indent.end, max(line.value.end, line.indent.end))
    title = Words("Indent it like the first one")
    return Ailment(span, words, (Cure(title, (edit,)),), part.name(text))
