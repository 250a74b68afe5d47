"""The values of a post, each with the place where it was said."""

from __future__ import annotations

from dataclasses import dataclass

from editor_app.core.frontmatter.front_matter import FrontMatter
from editor_app.core.frontmatter.nodes import Entry, Value
from editor_app.core.frontmatter.values import is_merge
from editor_app.core.site.publishing.values import Origin, Place


@dataclass(frozen=True, slots=True)
class Said:
    """A value, and where it stands."""

    value: Value
    place: Place
    is_own: bool = False
    """Whether the file itself says it; only Hugo's dates need to know."""


def place_at(front_matter: FrontMatter, offset: int, key: str = "") -> Place:
    """A place in the post's own text; lines count from 1."""
    return Place(Origin.POST, key, front_matter.text.count("\n", 0, offset) + 1, offset)


def place_of(front_matter: FrontMatter, key: str) -> Place:
    """The line of a key at the top; that of the merge which brings it, where it is merged in."""
    entries = () if front_matter.root is None else front_matter.root.entries
    own: Entry | None = next((each for each in reversed(entries) if each.name == key), None)
    entry = own or next((each for each in entries if is_merge(each.key)), None)
    if entry is None:
        return Place(Origin.POST, key)
    return place_at(front_matter, entry.span.start, key)


def said_in(front_matter: FrontMatter, *, yaml12: bool = False) -> dict[str, Said]:
    """All keys at the top; as YAML 1.1 (Psych) reads them, or as 1.2."""
    return {
        key: Said(value, place_of(front_matter, key))
        for key, value in front_matter.values(yaml12=yaml12).items()
    }
