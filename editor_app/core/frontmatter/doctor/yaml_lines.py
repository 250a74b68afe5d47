"""YAML line by line, also where it is no YAML: indentation, dashes, key, colon, value."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from editor_app.core.frontmatter import yaml_format
from editor_app.core.frontmatter.doctor import blanks
from editor_app.core.frontmatter.doctor.known_keys import KNOWN
from editor_app.core.frontmatter.nodes import Content, Mapping, Node
from editor_app.core.text.expressions import expression
from editor_app.core.text.spans import Span

_BLANK = rf"[ \t{blanks.ODD}]"
_HEAD = expression(rf"(?P<indent>{_BLANK}*)(?P<dash>(?:-(?:{_BLANK}+|$))*)")
_GOOD_KEY = expression(
    r"""(?P<key>"[^"\n]*"|'[^'\n]*'|[^\s\-?:,\[\]{}#&*!|>'"%@`][^\n:#]{0,80}?|-[^\s:#]+)"""
    r"(?P<colon>[ \t]*:)(?P<gap>[ \t]+|$)"
)
_ODD_KEY = expression(
    rf"(?P<key>[^\W\d][\w.-]{{0,40}}|\"[\w.-]+\")(?P<colon>{_BLANK}*[:：])(?!//)(?P<gap>{_BLANK}*)"
)
_NO_COLON = expression(r"(?P<key>[^\W\d][\w-]*)(?P<colon>[ \t]*=|(?=[ \t]))(?P<gap>[ \t]*)(?=\S)")
_TOML_VALUE = expression(r"[\"'\[\d]|(?:true|false)\b")
_SIMPLE = expression(r"[^\W_][\w /.+-]*")
_BLOCK = expression(r"[|>](?:[-+]?[1-9]?|[1-9][-+])[ \t]*(?:#.*)?$")


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its parts have spans in the text; without a key all is value.

    The value has the comment after it, but no blanks at its end.
    """

    start: int
    end: int
    indent: Span
    dash: Span
    key: Span | None
    colon: Span
    gap: Span
    value: Span
    is_block: bool

    @property
    def is_item(self) -> bool:
        """Whether a dash stands before the key or value."""
        return not self.dash.is_empty

    def depth(self, text: str) -> int:
        """The column where the line's key or value begins, odd blanks as they look."""
        return len(blanks.spaces(self.indent.of(text)))


def lines(text: str, content: Span) -> Iterator[Line]:
    at = content.start
    while at < content.end:
        end = text.find("\n", at, content.end)
        end = content.end if end < 0 else end
        yield line(text, at, end)
        at = end + 1


def line(text: str, start: int, end: int) -> Line:
    head = _HEAD.match(text, start, end)
    indent = Span(*head.span("indent")) if head else Span(start, start)
    dash = Span(*head.span("dash")) if head else Span(start, start)
    at = dash.end
    found = _GOOD_KEY.match(text, at, end) or (
        None if len(dash) or _is_quote(text, at) else _ODD_KEY.match(text, at, end)
    )
    if found is None and indent.is_empty and dash.is_empty:
        missing = _NO_COLON.match(text, at, end)
        is_meant = missing is not None and (
            missing["key"] in KNOWN or (missing["colon"] != "" and _is_toml(text, missing.end()))
        )
        found = missing if is_meant else None
    key, colon, gap = None, Span(at, at), Span(at, at)
    if found is not None:
        key, colon = Span(*found.span("key")), Span(*found.span("colon"))
        gap, at = Span(*found.span("gap")), found.end()
    stop = at + len(text[at:end].rstrip(" \t" + blanks.ODD))
    value = Span(at, max(at, stop))
    is_block = bool(_BLOCK.match(text, at, end))
    return Line(start, end, indent, dash, key, colon, gap, value, is_block)


def _is_toml(text: str, at: int) -> bool:
    """Whether a value of TOML begins there: no text without quotes."""
    return _TOML_VALUE.match(text, at) is not None


def _is_quote(text: str, at: int) -> bool:
    return text[at : at + 1] == "'"


def read(source: str) -> Content | None:
    """A piece of YAML on its own, None where it can't be read."""
    found = yaml_format.read(source, Span(0, len(source)))
    return found if isinstance(found, Content) else None


def is_simple(raw: str) -> bool:
    """Whether a text on one line is so plain that nobody need ask a parser."""
    return _SIMPLE.fullmatch(raw) is not None


def value_of(raw: str) -> Node | None:
    """What a text means as the value of a key, None where it can't be one."""
    content = read(f"k: {raw}\n")
    if content is None or len(content.root.entries) != 1:
        return None
    return content.root.entries[0].value


def is_one_entry(source: str, name: str | None = None) -> bool:
    """Whether a piece of YAML is one key with its value."""
    content = read(source)
    entries = content.root.entries if content else ()
    return len(entries) == 1 and (name is None or entries[0].name == name)


@dataclass(frozen=True, slots=True)
class Part:
    """A key at the top and all that belongs to it, or lines of text that belong to none."""

    span: Span
    lines: tuple[Line, ...]

    @property
    def head(self) -> Line:
        return self.lines[0]

    def name(self, text: str) -> str:
        key = self.head.key
        return "" if key is None else key.of(text).strip("\"'")


def parts(text: str, content: Span) -> tuple[tuple[Line, ...], tuple[Part, ...]]:
    """The lines before the first key, and the keys at the top with what is beneath them."""
    before: list[Line] = []
    found: list[list[Line]] = []
    for each in lines(text, content):
        if _begins(text, each, found[-1] if found else None):
            found.append([each])
        elif found:
            found[-1].append(each)
        else:
            before.append(each)
    return tuple(before), tuple(
        Part(Span(group[0].start, min(group[-1].end + 1, content.end)), tuple(group))
        for group in found
    )


def _begins(text: str, each: Line, part: list[Line] | None) -> bool:
    """Whether a key at the top begins with this line, or text that belongs to none."""
    if each.key is None and part is not None:
        return part[0].key is not None and _is_stray(text, each, part)
    if each.key is None or each.is_item:
        return False
    if part is None:
        return True
    depth, top = each.depth(text), part[0].depth(text)
    if depth <= top:
        return True
    head = part[0]
    # Nothing can stand beneath a key whose value is on its line.
    return not head.is_block and len(part) == 1 and _is_whole(text, head)


def _is_stray(text: str, each: Line, part: list[Line]) -> bool:
    """Whether a line without a key stands in the column of the keys, where none can go on."""
    written = text[each.start : each.end]
    if each.is_item or not written.strip() or written.lstrip()[0] in "#]}":
        return False
    is_open = part[0].value.of(text)[:1] in tuple("\"'[{")
    return each.depth(text) <= part[0].depth(text) and not is_open


def _is_whole(text: str, head: Line) -> bool:
    """Whether the value of a line is at its end there."""
    value = head.value.of(text)
    if not value or value[0] in "#&!":
        return False
    node = value_of(value)
    return node is not None and not isinstance(node, Mapping)
