"""Change YAML in place: the edits of one step each, and nothing else touched.

A path that is handed in exists (or its parent does, for a new key), and no
alias stands on it; the door in splice.py has seen to that.
"""

from __future__ import annotations

from editor_app.core.frontmatter import block, manner, yaml_write
from editor_app.core.frontmatter.block import Lines, Member
from editor_app.core.frontmatter.change import Change
from editor_app.core.frontmatter.flow import Brackets
from editor_app.core.frontmatter.front_matter import FrontMatter
from editor_app.core.frontmatter.nodes import (
    Entry,
    Mapping,
    Node,
    Path,
    Reference,
    Scalar,
    Sequence,
    Style,
)
from editor_app.core.frontmatter.verbatim import Verbatim, Wanted
from editor_app.core.frontmatter.yaml_write import Place, Written
from editor_app.core.text.edits import Edit
from editor_app.core.text.spans import Span

_BLOCK = (Style.LITERAL, Style.FOLDED)
_STRING_TAGS = ("!", "tag:yaml.org,2002:str")


# --- values


def replace(front_matter: FrontMatter, path: Path, value: Wanted, style: Style | None) -> Change:
    """Put a value in the place of another. Raises Unwritable.

    `style` asks for another style of a string than the place has now.
    """
    node = front_matter.node(path)
    if node is None:
        raise KeyError(path)
    own = manner.of(front_matter)
    place = _place(front_matter, path, node, style)
    made = yaml_write.written(value, place, own)
    return _put(front_matter, path, node, made, keeps_tag=isinstance(value, str))


def _place(front_matter: FrontMatter, path: Path, node: Node, style: Style | None) -> Place:
    parent = front_matter.node(path[:-1])
    in_flow = is_in_flow(front_matter, path)
    old = node if isinstance(node, Scalar) and _is_own(node) else None
    if style is not None:
        old = None
    outer = 0
    if not in_flow and isinstance(parent, Mapping | Sequence):
        outer = block.members(front_matter, parent)[0].column
    is_item = isinstance(parent, Sequence)
    wanted = style or (_items_style(parent) if is_item and old is None else Style.PLAIN)
    return Place(outer, in_flow, is_item, old, wanted)


def _is_own(node: Node) -> bool:
    return node.reference is None or node.reference.alias is None


def is_in_flow(front_matter: FrontMatter, path: Path) -> bool:
    """Whether the place at a path stands between brackets."""
    for length in range(len(path)):
        node = front_matter.node(path[:length])
        if isinstance(node, Mapping | Sequence) and node.is_flow:
            return True
    return False


def _items_style(parent: Node | None) -> Style:
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
    lost = (*_comments_in(front_matter, beneath), *_comments_in(front_matter, line))
    return Change(tuple(edits), lost)


def _comments_in(front_matter: FrontMatter, span: Span) -> tuple[str, ...]:
    inside = (each.span for each in front_matter.comments if span.encloses(each.span))
    return tuple(each.of(front_matter.text) for each in inside)


def _spaced(text: str, line: Span, inline: str) -> tuple[Span, str]:
    """One blank between a mark and a value that is new there, none where no value stays."""
    start, end = line.start, line.end
    is_last = not text[end : text.find("\n", end)].strip(" \t")
    if not inline and is_last:
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
    at = text.find(tag, reference.span.start)
    end = at + len(tag)
    while end < line.start and text[end] in " \t":
        end += 1
    return line, [Edit(Span(at, end), "")]


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
    head = _end_of_head(front_matter, path, node)
    last = lines.end(block.end_of(node))
    if "\n" in text[head : node.span.start]:
        return Span(head, head), Span(lines.end(head), last)
    return Span(node.span.start, last), Span(last, last)


def _end_of_head(front_matter: FrontMatter, path: Path, node: Node) -> int:
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


# --- keys


def insert(
    front_matter: FrontMatter, path: Path, value: Wanted, index: int | None, style: Style | None
) -> Change:
    """Put a new key in its mapping, which exists. Raises Unwritable."""
    parent, name = front_matter.node(path[:-1]), path[-1]
    own, style = manner.of(front_matter), style or Style.PLAIN
    if not isinstance(parent, Mapping) or not isinstance(name, str):
        raise KeyError(path)
    count = len(parent.entries)
    place = count if index is None else min(max(index, 0), count)
    if parent.is_flow or is_in_flow(front_matter, path):
        new = yaml_write.entry(name, value, 0, own, in_flow=True)
        return brackets(front_matter, parent).insert(place, new, own.map_pad)
    if not parent.entries:
        at = front_matter.content.end
        return Change(
            (Edit(Span(at, at), yaml_write.entry(name, value, 0, own, style=style) + "\n"),)
        )
    found = block.members(front_matter, parent)
    width = _value_column(front_matter, parent, found)
    new = yaml_write.entry(name, value, found[0].column, own, width=width, style=style)
    return _insert_lines(front_matter.text, found, place, new)


def _value_column(front_matter: FrontMatter, parent: Mapping, found: tuple[Member, ...]) -> int:
    """How far from the key all values stand, where the post aligns them; else 0."""
    widths: set[int] = set()
    keys: set[int] = set()
    for entry, member in zip(parent.entries, found, strict=True):
        start = entry.value.span.start
        if start > entry.key.span.end + 1 and "\n" not in front_matter.text[member.start : start]:
            widths.add(start - member.start)
            keys.add(len(entry.key.span))
    return widths.pop() if len(widths) == 1 and len(keys) > 1 else 0


def _insert_lines(text: str, found: tuple[Member, ...], place: int, new: str) -> Change:
    """Put a key or item, all lines of it, before a member or after the last."""
    indent = " " * found[0].column
    if place == len(found):
        at = found[-1].lines.end
        return Change((Edit(Span(at, at), f"{indent}{new}\n"),))
    member = found[place]
    if member.is_inline:
        at = member.start
        return Change((Edit(Span(at, at), f"{new}\n{indent}"),))
    return Change((Edit(Span(member.above, member.above), f"{indent}{new}\n"),))


def rename(front_matter: FrontMatter, path: Path, name: str) -> Change:
    """Give a key another name. Raises Unwritable."""
    entry = front_matter.entry(path)
    if entry is None:
        raise KeyError(path)
    in_flow = is_in_flow(front_matter, path)
    own = manner.of(front_matter)
    new = yaml_write.key(name, own, in_flow=in_flow, style=entry.key.style)
    edits = [Edit(entry.key.span, new)]
    parent = front_matter.node(path[:-1])
    if isinstance(parent, Mapping) and not in_flow:
        edits += _realigned(front_matter, parent, entry, len(new) - len(entry.key.span))
    return Change(tuple(edits))


def _realigned(front_matter: FrontMatter, parent: Mapping, entry: Entry, longer: int) -> list[Edit]:
    """Keep the value of a renamed key in the column of the others, if it has room."""
    found = block.members(front_matter, parent)
    colon = front_matter.text.find(":", entry.key.span.end)
    gap = Span(colon + 1, max(entry.value.span.start, colon + 1))
    is_blank = not gap.is_empty and not gap.of(front_matter.text).strip(" ")
    if not _value_column(front_matter, parent, found) or not is_blank or not longer:
        return []
    return [Edit(gap, " " * max(len(gap) - longer, 1))]


# --- members of either kind


def brackets(front_matter: FrontMatter, node: Mapping | Sequence) -> Brackets:
    """A flow collection as brackets with members."""
    if isinstance(node, Mapping):
        spans = tuple(Span(each.span.start, block.end_of(each.value)) for each in node.entries)
    else:
        spans = tuple(Span(start_of(each), block.end_of(each)) for each in node.items)
    return Brackets(front_matter.text, node.span, spans, front_matter.comments)


def start_of(node: Node) -> int:
    """Where a node begins, an anchor or tag included."""
    return node.span.start if node.reference is None else node.reference.span.start


def remove(front_matter: FrontMatter, path: Path) -> Change:
    """Take a key or an item away, with its lines and the comment at their end."""
    parent, index = _parent(front_matter, path)
    if parent.is_flow:
        return brackets(front_matter, parent).remove(index)
    found = block.members(front_matter, parent)
    member = found[index]
    lost = _comments_in(front_matter, member.lines)
    if len(found) == 1 and len(path) > 1:
        return _remove_only(front_matter, path[:-1], parent, member, lost)
    text = front_matter.text
    if not member.is_inline:
        start = text.rfind("\n", 0, member.start) + 1
        return Change((Edit(Span(start, member.lines.end), ""),), lost)
    if len(found) == 1:
        return Change((Edit(Span(member.start, member.lines.end - 1), "{}"),), lost)
    end = member.lines.end
    while text[end] in " \n":
        end += 1
    return Change((Edit(Span(member.start, end), ""),), lost)


def _remove_only(
    front_matter: FrontMatter,
    path: Path,
    parent: Mapping | Sequence,
    member: Member,
    lost: tuple[str, ...],
) -> Change:
    """The last member goes: empty brackets stay, so that it is still a list or mapping."""
    empty = "{}" if isinstance(parent, Mapping) else "[]"
    if member.is_inline:
        end = member.lines.end - 1
        return Change((Edit(Span(parent.span.start, end), empty),), lost)
    head = _end_of_head(front_matter, path, parent)
    start = Lines(front_matter).start(member.start)
    edits = (Edit(Span(head, head), f" {empty}"), Edit(Span(start, member.lines.end), ""))
    return Change(edits, lost)


def _parent(front_matter: FrontMatter, path: Path) -> tuple[Mapping | Sequence, int]:
    """The collection that the last step of a path leads into, and the place there."""
    parent, step = front_matter.node(path[:-1]), path[-1]
    if isinstance(parent, Mapping):
        entry = front_matter.entry(path)
        return parent, next(i for i, each in enumerate(parent.entries) if each is entry)
    if isinstance(parent, Sequence) and isinstance(step, int):
        return parent, step
    raise KeyError(path)


def move(front_matter: FrontMatter, path: Path, to: int) -> Change:
    """Move a key or an item to another place among its neighbours, its comments with it."""
    parent, index = _parent(front_matter, path)
    if parent.is_flow:
        return brackets(front_matter, parent).move(index, to)
    found = block.members(front_matter, parent)
    text, member = front_matter.text, found[index]
    indent = " " * member.column
    chunk = member.chunk.of(text)
    if member.is_inline:  # the next one takes its place beside the dash
        chunk = indent + chunk
        taken = Edit(Span(member.start, _first_word(text, found[index + 1].above)), "")
    else:
        taken = Edit(member.chunk, "")
    after = to if to < index else to + 1
    if after == len(found):
        at = found[-1].lines.end
    elif found[after].is_inline:
        at, chunk = found[after].start, chunk.removeprefix(indent) + indent
    else:
        at = found[after].above
    return Change((taken, Edit(Span(at, at), chunk)))


def _first_word(text: str, at: int) -> int:
    while text[at] == " ":
        at += 1
    return at


def add_item(
    front_matter: FrontMatter, path: Path, value: Wanted, index: int | None, style: Style | None
) -> Change:
    """Put an item into a list, which exists. Raises Unwritable."""
    node = front_matter.node(path)
    if not isinstance(node, Sequence):
        raise KeyError(path)
    own = manner.of(front_matter)
    count = len(node.items)
    place = count if index is None else min(max(index, 0), count)
    style = style or _items_style(node)
    if node.is_flow:
        if isinstance(value, Verbatim):
            new = yaml_write.scalar(value, None, own, in_flow=True)
        else:
            new = yaml_write.flow(value, own, style)
        return brackets(front_matter, node).insert(place, new, own.list_pad)
    found = block.members(front_matter, node)
    new = yaml_write.item(value, found[0].column, own, style)
    return _insert_lines(front_matter.text, found, place, new)
