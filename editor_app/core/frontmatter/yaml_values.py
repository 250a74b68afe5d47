"""Put a value in the place of another in YAML: the edits, and nothing else touched."""

from __future__ import annotations

from editor_app.core.frontmatter import block, manner, yaml_write
from editor_app.core.frontmatter.block import Lines
from editor_app.core.frontmatter.change import Change
from editor_app.core.frontmatter.front_matter import FrontMatter
from editor_app.core.frontmatter.nodes import (
    Mapping,
    Node,
    Path,
    Reference,
    Scalar,
    Sequence,
    Style,
)
from editor_app.core.frontmatter.verbatim import Wanted
from editor_app.core.frontmatter.yaml_write import Place, Written
from editor_app.core.text.edits import Edit
from editor_app.core.text.spans import Span

_BLOCK = (Style.LITERAL, Style.FOLDED)
_STRING_TAGS = ("!", "tag:yaml.org,2002:str")


def replace(front_matter: FrontMatter, path: Path, value: Wanted, on_one_line: bool) -> Change:
    """Put a value in the place of another. Raises Unwritable.

    `on_one_line` asks for double quotes where lines of a block scalar would stand.
    """
    node = front_matter.node(path)
    if node is None:
        raise KeyError(path)
    own = manner.of(front_matter, has_blocks=not on_one_line)
    place = _place(front_matter, path, node)
    made = yaml_write.written(value, place, own)
    return _put(front_matter, path, node, made, keeps_tag=isinstance(value, str))


def _place(front_matter: FrontMatter, path: Path, node: Node) -> Place:
    parent = front_matter.node(path[:-1])
    in_flow = is_in_flow(front_matter, path)
    old = node if isinstance(node, Scalar) and _is_own(node) else None
    outer = 0
    if not in_flow and isinstance(parent, Mapping | Sequence):
        outer = block.members(front_matter, parent)[0].column
    is_item = isinstance(parent, Sequence)
    style = items_style(parent) if is_item and old is None else Style.PLAIN
    return Place(outer, in_flow, is_item, old, style)


def _is_own(node: Node) -> bool:
    return node.reference is None or node.reference.alias is None


def is_in_flow(front_matter: FrontMatter, path: Path) -> bool:
    """Whether the place at a path stands between brackets."""
    for length in range(len(path)):
        node = front_matter.node(path[:length])
        if isinstance(node, Mapping | Sequence) and node.is_flow:
            return True
    return False


def items_style(parent: Node | None) -> Style:
    """The quotes that all strings of a list have, else none."""
    items = parent.items if isinstance(parent, Sequence) else ()
    styles = {
        item.style for item in items if isinstance(item, Scalar) and isinstance(item.yaml11, str)
    }
    if len(styles) == 1 and styles <= {Style.SINGLE, Style.DOUBLE}:
        return styles.pop()
    return Style.PLAIN


def _put(
    front_matter: FrontMatter, path: Path, node: Node, made: Written, *, keeps_tag: bool
) -> Change:
    """Edits that put a written value where a node stands."""
    text = front_matter.text
    line, beneath = _parts(front_matter, path, node)
    edits: list[Edit] = []
    reference = node.reference
    if reference is not None and reference.tag is not None and reference.alias is None:
        is_kept = keeps_tag and reference.tag in _STRING_TAGS
        line, edits = (line, edits) if is_kept else _without_tag(text, reference, line)
    line, inline = _spaced(text, line, made.inline)
    if line.is_empty and inline and _is_flow_key_without_colon(front_matter, path, node):
        inline = ":" + inline
    if not line.is_empty or inline:
        edits.append(Edit(line, inline))
    if beneath.of(text) != made.beneath:
        edits.append(Edit(beneath, made.beneath))
    lost = (*comments_in(front_matter, beneath), *comments_in(front_matter, line))
    return Change(tuple(edits), lost)


def _spaced(text: str, line: Span, inline: str) -> tuple[Span, str]:
    """One blank between a mark and a value that is new there, none where no value stays."""
    start, end = line.start, line.end
    is_last = not text[end : text.find("\n", end)].strip(" \t")
    if not inline and (is_last or text[end : end + 1] in " \t"):
        while text[start - 1] in " \t":
            start -= 1
        return Span(start, end), ""
    if line.is_empty and inline:
        if text[start - 1] not in " \t\n[{,":
            inline = " " + inline
        if is_last and text[end : end + 1] in " \t":
            end = text.find("\n", end)
        elif text[end : end + 1] == "#":
            inline += " "
    return Span(start, end), inline


def _without_tag(text: str, reference: Reference, line: Span) -> tuple[Span, list[Edit]]:
    """Take the tag away; an anchor stays."""
    if reference.anchor is None:
        return Span(reference.span.start, line.end), []
    words = reference.span.of(text).split()
    tag = next((word for word in words if word.startswith("!")), "")
    start = text.find(tag, reference.span.start)
    end = start + len(tag)
    if start > reference.span.start:  # the blank after it may go with the value
        while text[start - 1] in " \t":
            start -= 1
    else:
        while text[end] in " \t":
            end += 1
    return line, [Edit(Span(start, end), "")]


def _is_flow_key_without_colon(front_matter: FrontMatter, path: Path, node: Node) -> bool:
    """Whether an empty value belongs to a key such as `b` in `{a: 1, b}`."""
    if not isinstance(path[-1], str) or not is_in_flow(front_matter, path):
        return False
    entry = front_matter.entry(path)
    if entry is None:
        return False
    return ":" not in front_matter.text[entry.key.span.end : node.span.start]


def _parts(front_matter: FrontMatter, path: Path, node: Node) -> tuple[Span, Span]:
    """The part of a value on the line of its key or dash, and the lines beneath.

    Either may be empty; between the two a comment may stand.
    """
    text, lines = front_matter.text, Lines(front_matter)
    if isinstance(node, Scalar) and node.style in _BLOCK and _is_own(node):
        mark = node.span.start
        while mark < node.span.end and text[mark] in "|>+-0123456789":
            mark += 1
        return Span(node.span.start, mark), Span(
            lines.end(mark), max(node.span.end, lines.end(mark))
        )
    if isinstance(node, Scalar) or node.is_flow or not _is_own(node):
        end = node.span.end if is_in_flow(front_matter, path) else lines.end(node.span.end)
        return node.span, Span(end, end)
    head = end_of_head(front_matter, path, node)
    last = lines.end(block.end_of(node))
    if "\n" in text[head : node.span.start]:
        return Span(head, head), Span(lines.end(head), last)
    return Span(node.span.start, last), Span(last, last)


def end_of_head(front_matter: FrontMatter, path: Path, node: Node) -> int:
    """Where a block collection's place on the line of its key or dash is."""
    if node.reference is not None:
        return node.reference.span.end
    parent = front_matter.node(path[:-1])
    if isinstance(parent, Mapping):
        entry = front_matter.entry(path)
        at = entry.key.span.end if entry is not None else node.span.start
        return front_matter.text.find(":", at) + 1
    if isinstance(parent, Sequence) and isinstance(path[-1], int):
        return block.members(front_matter, parent)[path[-1]].start + 1
    return node.span.start


def comments_in(front_matter: FrontMatter, span: Span) -> tuple[str, ...]:
    """The comments that stand in a span, as text."""
    inside = (each.span for each in front_matter.comments if span.encloses(each.span))
    return tuple(each.of(front_matter.text) for each in inside)
