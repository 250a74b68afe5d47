"""Where TOML keeps things: each statement with the path that it speaks of."""

from __future__ import annotations

from dataclasses import dataclass

from editor_app.core.frontmatter import toml_statements
from editor_app.core.frontmatter.front_matter import FrontMatter
from editor_app.core.frontmatter.nodes import Comment, Path
from editor_app.core.frontmatter.toml_statements import Header, Pair, Statements
from editor_app.core.text.spans import Span


@dataclass(frozen=True, slots=True)
class Located:
    """A statement: `path` from the root, and `section`, the path of its header.

    `lines` are whole lines with their break; `above` is where the comments
    begin that stand directly above.
    """

    item: Header | Pair
    path: Path
    section: Path
    lines: Span
    above: int


@dataclass(frozen=True, slots=True)
class Layout:
    front_matter: FrontMatter
    items: tuple[Located, ...]

    def under(self, path: Path) -> tuple[int, ...]:
        """The places of the statements that speak of a path or of what is in it."""
        size = len(path)
        return tuple(i for i, each in enumerate(self.items) if each.path[:size] == path)

    def header(self, path: Path) -> int | None:
        """The place of the header of a table or array item."""
        places = (i for i, each in enumerate(self.items) if isinstance(each.item, Header))
        return next((i for i in places if self.items[i].path == path), None)

    def section(self, path: Path) -> tuple[int, ...]:
        """The places of the pairs that stand under a header, or before the first one."""
        return tuple(
            i
            for i, each in enumerate(self.items)
            if isinstance(each.item, Pair) and each.section == path
        )

    def first_header(self) -> int | None:
        places = (i for i, each in enumerate(self.items) if isinstance(each.item, Header))
        return next(places, None)

    def is_one_stretch(self, places: tuple[int, ...]) -> bool:
        return places[-1] - places[0] == len(places) - 1


def of(front_matter: FrontMatter) -> Layout:
    content = front_matter.content
    found = toml_statements.read(content.of(front_matter.text), content.start)
    if not isinstance(found, Statements):
        raise ValueError("a layout is of TOML that was read before")
    arrays: dict[Path, int] = {}
    section: Path = ()
    items: list[Located] = []
    comments = {comment.span.start: comment for comment in front_matter.comments}
    for item in found.items:
        if isinstance(item, Header):
            section = _path_of(item, arrays)
            path = section
        else:
            path = (*section, *(key.text for key in item.keys))
        items.append(_located(front_matter, item, path, section, comments))
    return Layout(front_matter, tuple(items))


def _path_of(header: Header, arrays: dict[Path, int]) -> Path:
    """The path of a header; a key that is an array of tables means its last item."""
    path: Path = ()
    last = len(header.keys) - 1
    for place, key in enumerate(header.keys):
        path = (*path, key.text)
        if place == last and header.is_array:
            arrays[path] = arrays.get(path, -1) + 1
        if path in arrays:
            index = arrays[path]
            path = (*path, index)
    return path


def _located(
    front_matter: FrontMatter,
    item: Header | Pair,
    path: Path,
    section: Path,
    comments: dict[int, Comment],
) -> Located:
    text = front_matter.text
    start = text.rfind("\n", 0, item.span.start) + 1
    end = text.find("\n", item.span.end)
    lines = Span(start, len(text) if end < 0 else end + 1)
    above = start
    while above > front_matter.content.start:
        before = text.rfind("\n", 0, above - 1) + 1
        indent = len(text[before:above]) - len(text[before:above].lstrip(" \t"))
        if before < front_matter.content.start or before + indent not in comments:
            break
        above = before
    return Located(item, path, section, lines, above)
