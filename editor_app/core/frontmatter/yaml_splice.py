"""Change YAML in place: the edits of one step each, and nothing else touched.

A path that is handed in exists (or its parent does, for a new key), and no
alias stands on it; the door in splice.py has seen to that.
"""

from __future__ import annotations

from editor_app.core.frontmatter import block, manner, yaml_values, yaml_write
from editor_app.core.frontmatter.block import Lines, Member
from editor_app.core.frontmatter.change import Change
from editor_app.core.frontmatter.flow import Brackets
from editor_app.core.frontmatter.front_matter import FrontMatter
from editor_app.core.frontmatter.nodes import (
    Entry,
    Mapping,
    Path,
    Sequence,
)
from editor_app.core.frontmatter.verbatim import Unwritable, Verbatim, Wanted
from editor_app.core.frontmatter.yaml_values import (
    comments_in,
    end_of_head,
    is_in_flow,
    items_style,
)
from editor_app.core.text.edits import Edit
from editor_app.core.text.spans import Span

replace = yaml_values.replace

# --- keys


def insert(
    front_matter: FrontMatter, path: Path, value: Wanted, index: int | None, on_one_line: bool
) -> Change:
    """Put a new key in its mapping, which exists. Raises Unwritable."""
    parent, name = front_matter.node(path[:-1]), path[-1]
    own = manner.of(front_matter, has_blocks=not on_one_line)
    if not isinstance(parent, Mapping) or not isinstance(name, str):
        raise KeyError(path)
    count = len(parent.entries)
    place = count if index is None else min(max(index, 0), count)
    if parent.is_flow or is_in_flow(front_matter, path):
        new = yaml_write.entry(name, value, 0, own, in_flow=True)
        return brackets(front_matter, parent).insert(place, new, own.map_pad)
    if not parent.entries:
        at = front_matter.content.end
        return Change((Edit(Span(at, at), yaml_write.entry(name, value, 0, own) + "\n"),))
    found = block.members(front_matter, parent)
    width = _value_column(front_matter, parent, found)
    new = yaml_write.entry(name, value, found[0].column, own, width=width)
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
    """A flow collection as brackets with members. Raises Unwritable for `[key: value]`."""
    if front_matter.text[node.span.start] not in "[{":
        raise Unwritable("This pair has no braces around it, so it can only be changed as text")
    if isinstance(node, Mapping):
        spans = tuple(Span(each.span.start, block.end_of(each.value)) for each in node.entries)
    else:
        spans = tuple(Span(block.start_of(each), block.end_of(each)) for each in node.items)
    return Brackets(front_matter.text, node.span, spans, front_matter.comments)


def remove(front_matter: FrontMatter, path: Path) -> Change:
    """Take a key or an item away, with its lines and the comment at their end."""
    parent, index = _parent(front_matter, path)
    if parent.is_flow:
        return brackets(front_matter, parent).remove(index)
    found = block.members(front_matter, parent)
    member = found[index]
    lost = comments_in(front_matter, member.lines)
    if len(found) == 1 and len(path) > 1:
        return _remove_only(front_matter, path[:-1], parent, member, lost)
    text = front_matter.text
    if not member.is_inline:
        start = text.rfind("\n", 0, member.start) + 1
        end = member.lines.end
        if block.keeps_blank_lines(front_matter, start):  # or they would become its text
            end = block.after_blank_lines(text, end)
        return Change((Edit(Span(start, end), ""),), lost)
    if len(found) == 1:
        return Change((Edit(Span(member.start, member.lines.end - 1), "{}"),), lost)
    end = _next_word(text, member.lines.end)
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
    head = end_of_head(front_matter, path, parent)
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
        taken = Edit(Span(member.start, _next_word(text, member.lines.end)), "")
    else:
        taken = Edit(member.chunk, "")
    target = found[to]
    if to > index:
        at = target.lines.end
    elif target.is_inline:
        at, chunk = target.start, chunk.removeprefix(indent) + indent
    else:
        at = target.above
    return Change((taken, Edit(Span(at, at), chunk)))


def _next_word(text: str, at: int) -> int:
    """The first thing, be it a comment, from the start of a line on."""
    at = block.after_blank_lines(text, at)
    while text[at] == " ":
        at += 1
    return at


def add_item(
    front_matter: FrontMatter, path: Path, value: Wanted, index: int | None, on_one_line: bool
) -> Change:
    """Put an item into a list, which exists. Raises Unwritable."""
    node = front_matter.node(path)
    if not isinstance(node, Sequence):
        raise KeyError(path)
    own = manner.of(front_matter, has_blocks=not on_one_line)
    count = len(node.items)
    place = count if index is None else min(max(index, 0), count)
    style = items_style(node)
    if node.is_flow:
        if isinstance(value, Verbatim):
            new = yaml_write.scalar(value, None, own, in_flow=True)
        else:
            new = yaml_write.flow(value, own, style)
        return brackets(front_matter, node).insert(place, new, own.list_pad)
    found = block.members(front_matter, node)
    new = yaml_write.item(value, found[0].column, own, style)
    return _insert_lines(front_matter.text, found, place, new)
