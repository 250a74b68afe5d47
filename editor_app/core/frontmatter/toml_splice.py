"""Change TOML in place: the edits of one step each.

A table may be written as `[a]`, as `a.b = 1` or as `a = { b = 1 }`; what is new
goes where the table's keys stand already.
"""

from __future__ import annotations

from editor_app.core.frontmatter import toml_layout, toml_write
from editor_app.core.frontmatter.change import Change
from editor_app.core.frontmatter.flow import Brackets
from editor_app.core.frontmatter.front_matter import FrontMatter
from editor_app.core.frontmatter.nodes import Mapping, Node, Path, Scalar, Sequence, Style
from editor_app.core.frontmatter.toml_layout import Layout
from editor_app.core.frontmatter.toml_statements import Header, Pair
from editor_app.core.frontmatter.verbatim import Unwritable, Wanted
from editor_app.core.text.edits import Edit
from editor_app.core.text.spans import Span


def replace(front_matter: FrontMatter, path: Path, value: Wanted, on_one_line: bool) -> Change:
    """Put a value in the place of another. Raises Unwritable."""
    node = _node(front_matter, path)
    if isinstance(node, Scalar) or node.is_flow:
        return Change((Edit(node.span, toml_write.written(value, node, on_one_line=on_one_line)),))
    if isinstance(path[-1], int):
        raise Unwritable("An item of a TOML list of tables can only be a table")
    layout = toml_layout.of(front_matter)
    gone = _without(layout, path)
    new = _new_pair(layout, path, value, None, on_one_line)
    return Change((*gone.edits, *new.edits), gone.lost)


def insert(
    front_matter: FrontMatter, path: Path, value: Wanted, index: int | None, on_one_line: bool
) -> Change:
    """Put a new key into its table, which exists. Raises Unwritable."""
    parent = _node(front_matter, path[:-1])
    if isinstance(parent, Mapping) and parent.is_flow:
        text = toml_write.written(value, on_one_line=on_one_line)
        new = f"{toml_write.key(str(path[-1]))} = {text}"
        place = len(parent.entries) if index is None else index
        return _brackets(front_matter, parent).insert(place, new, " ")
    return _new_pair(toml_layout.of(front_matter), path, value, index, on_one_line)


def _new_pair(
    layout: Layout, path: Path, value: Wanted, index: int | None = None, on_one_line: bool = False
) -> Change:
    """A pair in the table above a path, wherever that table has its keys."""
    above, name = path[:-1], str(path[-1])
    text = f"{toml_write.key(name)} = {toml_write.written(value, on_one_line=on_one_line)}\n"
    header = layout.header(above) if above else None
    if header is not None or not above:
        indent = _indent_in_section(layout, above)
        return _line(layout, _place_in_section(layout, above, header, index), indent + text)
    dotted = [i for i in layout.under(above) if isinstance(layout.items[i].item, Pair)]
    pairs = [i for i in dotted if len(layout.items[i].section) < len(above)]
    if pairs:
        last = layout.items[pairs[-1]]
        keys = last.item.keys[: len(above) - len(last.section)]
        prefix = "".join(f"{key.raw}." for key in keys)
        return _line(layout, last.lines.end, prefix + text)
    places = layout.under(above)
    title = ".".join(toml_write.key(str(step)) for step in above if isinstance(step, str))
    at = layout.items[places[0]].above if places else layout.front_matter.content.end
    return _line(layout, at, f"[{title}]\n{text}\n")


def _indent_in_section(layout: Layout, section: Path) -> str:
    """The blanks before the keys of a table, as its first key has them."""
    pairs = layout.section(section)
    if not pairs:
        return ""
    first = layout.items[pairs[0]]
    return layout.front_matter.text[first.lines.start : first.item.span.start]


def _place_in_section(layout: Layout, section: Path, header: int | None, index: int | None) -> int:
    pairs = layout.section(section)
    parent = layout.front_matter.node(section)
    if index is not None and isinstance(parent, Mapping) and index < len(parent.entries):
        before = (*section, parent.entries[index].name)
        found = [i for i in pairs if i in layout.under(before)]
        if found:
            return layout.items[found[0]].above
    if pairs:
        return layout.items[pairs[-1]].lines.end
    if header is not None:
        return layout.items[header].lines.end
    first = layout.first_header()
    return layout.front_matter.content.end if first is None else layout.items[first].above


def _line(layout: Layout, at: int, text: str) -> Change:
    """Whole lines at the start of a line."""
    source = layout.front_matter.text
    break_ = "" if at == 0 or source[at - 1] == "\n" else "\n"
    return Change((Edit(Span(at, at), break_ + text),))


def rename(front_matter: FrontMatter, path: Path, name: str) -> Change:
    """Give a key another name, in each header and dotted key that says it."""
    above = front_matter.node(path[:-1])
    new = toml_write.key(name)
    entry = front_matter.entry(path)
    if entry is None:
        raise KeyError(path)
    if isinstance(above, Mapping) and above.is_flow:
        return Change(tuple(Edit(span, new) for span in _inline_keys(front_matter, above, path)))
    layout = toml_layout.of(front_matter)
    edits: list[Edit] = []
    for place in layout.under(path):
        located = layout.items[place]
        outer = located.section if isinstance(located.item, Pair) else ()
        strings = [step for step in path[len(outer) :] if isinstance(step, str)]
        if len(path) > len(outer):
            edits.append(Edit(located.item.keys[len(strings) - 1].span, new))
    return Change(tuple(edits))


def _inline_keys(front_matter: FrontMatter, parent: Mapping, path: Path) -> tuple[Span, ...]:
    entry = front_matter.entry(path)
    if entry is None or (isinstance(entry.value, Mapping) and not entry.value.is_flow):
        raise Unwritable("A dotted key inside of braces can only be changed in the text")
    return (entry.key.span,)


def remove(front_matter: FrontMatter, path: Path) -> Change:
    """Take a key, table or item away, with its lines."""
    parent = _node(front_matter, path[:-1])
    if isinstance(parent, Mapping | Sequence) and parent.is_flow:
        return _brackets(front_matter, parent).remove(_index(front_matter, path))
    layout = toml_layout.of(front_matter)
    gone = _without(layout, path)
    if not isinstance(parent, Mapping | Sequence) or not path[:-1]:
        return gone
    count = len(parent.entries if isinstance(parent, Mapping) else parent.items)
    if count > 1 or layout.header(path[:-1]) is not None:
        return gone
    empty: Wanted = {} if isinstance(parent, Mapping) else []
    kept = _new_pair(layout, path[:-1], empty)
    return Change((*gone.edits, *kept.edits), gone.lost)


def _without(layout: Layout, path: Path) -> Change:
    """All lines that speak of a path; comments between them go, those above stay."""
    text, edits, lost = layout.front_matter.text, [], []
    places = layout.under(path)
    start = 0
    while start < len(places):
        end = start
        while end + 1 < len(places) and places[end + 1] == places[end] + 1:
            end += 1
        span = Span(layout.items[places[start]].lines.start, layout.items[places[end]].lines.end)
        edits.append(Edit(span, ""))
        inside = (c.span for c in layout.front_matter.comments if span.encloses(c.span))
        lost += [each.of(text) for each in inside]
        start = end + 1
    return Change(tuple(edits), tuple(lost))


def move(front_matter: FrontMatter, path: Path, to: int) -> Change:
    """Move a key or item among its neighbours; tables keep standing after plain keys."""
    parent = _node(front_matter, path[:-1])
    if not isinstance(parent, Mapping | Sequence):
        raise KeyError(path)
    index = _index(front_matter, path)
    if parent.is_flow:
        return _brackets(front_matter, parent).move(index, to)
    layout = toml_layout.of(front_matter)
    if isinstance(parent, Mapping):
        steps: list[str | int] = [entry.name for entry in parent.entries]
    else:
        steps = list(range(len(parent.items)))
    own, other = (layout.under((*path[:-1], steps[each])) for each in (index, to))
    if not layout.is_one_stretch(own) or not layout.is_one_stretch(other):
        raise Unwritable("This is written in several places, so it can only be moved in the text")
    kinds = {isinstance(layout.items[places[0]].item, Header) for places in (own, other)}
    if len(kinds) > 1:
        raise Unwritable("In TOML a table can't stand before a plain key")
    chunk = _chunk(layout, own)
    target = _chunk(layout, other)
    at = target.start if to < index else target.end
    return Change((Edit(chunk, ""), Edit(Span(at, at), chunk.of(front_matter.text))))


def _chunk(layout: Layout, places: tuple[int, ...]) -> Span:
    """The lines of statements that stand together, with the comments above and, for a
    table, the blank lines up to the next one."""
    first, last = layout.items[places[0]], layout.items[places[-1]]
    end = last.lines.end
    if isinstance(first.item, Header) and places[-1] + 1 < len(layout.items):
        end = layout.items[places[-1] + 1].above
    return Span(first.above, end)


def add_item(
    front_matter: FrontMatter, path: Path, value: Wanted, index: int | None, on_one_line: bool
) -> Change:
    """Put an item into a list, which exists. Raises Unwritable."""
    node = _node(front_matter, path)
    if not isinstance(node, Sequence):
        raise KeyError(path)
    place = len(node.items) if index is None else index
    if node.is_flow:
        new = toml_write.written(value, _like(node), on_one_line=on_one_line)
        return _brackets(front_matter, node).insert(place, new)
    if not isinstance(value, dict):
        raise Unwritable("A TOML list of tables can only hold tables")
    layout = toml_layout.of(front_matter)
    title = ".".join(toml_write.key(str(step)) for step in path if isinstance(step, str))
    pairs = (
        f"{toml_write.key(name)} = {toml_write.written(each)}\n" for name, each in value.items()
    )
    table = f"[[{title}]]\n{''.join(pairs)}"
    if place < len(node.items):
        before = layout.items[layout.under((*path, place))[0]]
        return _line(layout, before.above, table + "\n")
    last = layout.items[layout.under(path)[-1]]
    return _line(layout, last.lines.end, "\n" + table)


def _like(node: Sequence) -> Node | None:
    """An item whose quotes all items share."""
    scalars = [item for item in node.items if isinstance(item, Scalar)]
    styles = {item.style for item in scalars}
    return scalars[0] if len(styles) == 1 and styles <= {Style.SINGLE} else None


def _brackets(front_matter: FrontMatter, node: Mapping | Sequence) -> Brackets:
    inner = node.entries if isinstance(node, Mapping) else node.items
    spans = tuple(each.span for each in inner)
    return Brackets(front_matter.text, node.span, spans, front_matter.comments)


def _index(front_matter: FrontMatter, path: Path) -> int:
    parent, step = _node(front_matter, path[:-1]), path[-1]
    if isinstance(parent, Mapping):
        return next(i for i, each in enumerate(parent.entries) if each.name == step)
    if isinstance(step, int):
        return step
    raise KeyError(path)


def _node(front_matter: FrontMatter, path: Path) -> Node:
    node = front_matter.node(path)
    if node is None:
        raise KeyError(path)
    return node
