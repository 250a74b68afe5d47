"""Members of a YAML block collection: the lines that each key or item takes."""

from __future__ import annotations

from dataclasses import dataclass

from editor_app.core.frontmatter.front_matter import FrontMatter
from editor_app.core.frontmatter.nodes import Comment, Mapping, Node, Scalar, Sequence
from editor_app.core.text.expressions import expression
from editor_app.core.text.spans import Span

_KEEPING = expression(r"[|>][0-9]?\+")
_BLANK_LINES = expression(r"(?:[ \t]*\n)*")


@dataclass(frozen=True, slots=True)
class Member:
    """A key with its value, or a dash with its item.

    `start` is the key's or dash's place, `lines` goes from there to the end of
    its last line, the break included. `above` is where the comments begin that
    stand directly above and belong to it. A member that is not the first thing
    on its line (`- name: x`) `is_inline`.
    """

    start: int
    value: Node
    lines: Span
    above: int
    is_inline: bool
    column: int

    @property
    def chunk(self) -> Span:
        """All its lines, with the indentation and the comments that belong to it."""
        return Span(self.above, self.lines.end)


def members(front_matter: FrontMatter, node: Mapping | Sequence) -> tuple[Member, ...]:
    """The members of a block collection in the order of the text."""
    lines = Lines(front_matter)
    if isinstance(node, Mapping):
        return tuple(lines.member(entry.span.start, entry.value) for entry in node.entries)
    result: list[Member] = []
    at = node.span.start
    for item in node.items:
        start = lines.dash(at)
        result.append(lines.member(start, item))
        at = result[-1].lines.end
    return tuple(result)


@dataclass(frozen=True, slots=True)
class Lines:
    """Where lines begin and end in a front matter."""

    front_matter: FrontMatter

    @property
    def text(self) -> str:
        return self.front_matter.text

    def start(self, offset: int) -> int:
        return self.text.rfind("\n", 0, offset) + 1

    def end(self, offset: int) -> int:
        """The end of the line, before its break."""
        found = self.text.find("\n", offset)
        return len(self.text) if found < 0 else found

    def comment_on(self, start: int) -> Comment | None:
        """The comment that a line holds and nothing else."""
        end = self.end(start)
        at = end - len(self.text[start:end].lstrip(" \t"))
        if self.text[at : at + 1] != "#":
            return None
        return next((each for each in self.front_matter.comments if each.span.start == at), None)

    def dash(self, at: int) -> int:
        """The dash at or after a place, past blank lines and comments."""
        while True:
            if self.text[at] == "-":
                return at
            if self.text[at] in " \t\n":
                at += 1
            elif self.text[at] == "#":
                at = self.end(at)
            else:
                raise ValueError(f"no list item at {at}")

    def member(self, start: int, value: Node) -> Member:
        line = self.start(start)
        last = end_of(value)
        lines = Span(start, min(self.end(last) + 1, len(self.text)))
        is_inline = bool(self.text[line:start].strip(" "))
        column = start - line
        above = start if is_inline else self._above(line, column)
        return Member(start, value, lines, above, is_inline, column)

    def _above(self, line: int, column: int) -> int:
        """The first of the comment lines above a line that stand in the same column."""
        first = self.front_matter.content.start
        while line > first:
            before = self.start(line - 1)
            comment = self.comment_on(before)
            if before < first or comment is None or comment.span.start - before != column:
                break
            line = before
        return line


def keeps_blank_lines(front_matter: FrontMatter, offset: int) -> bool:
    """Whether the value before a place is a block scalar to which blank lines belong (`|+`)."""
    node: Node | None = front_matter.root
    while isinstance(node, Mapping | Sequence) and not node.is_flow:
        inner = [each.value for each in node.entries] if isinstance(node, Mapping) else node.items
        node = next((each for each in reversed(inner) if each.span.start < offset), None)
    return isinstance(node, Scalar) and bool(_KEEPING.match(node.raw))


def after_blank_lines(text: str, offset: int) -> int:
    """The start of the first line from a line's start on that is not blank."""
    found = _BLANK_LINES.match(text, offset)
    return offset if found is None else found.end()


def end_of(node: Node) -> int:
    """Where a node ends, an anchor or tag before an empty value included."""
    if node.reference is None:
        return node.span.end
    return max(node.span.end, node.reference.span.end)


def start_of(node: Node) -> int:
    """Where a node begins, an anchor or tag included."""
    return node.span.start if node.reference is None else node.reference.span.start
