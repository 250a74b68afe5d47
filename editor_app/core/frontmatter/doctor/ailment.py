"""What the doctor says: what is wrong, where, and what mends it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from editor_app.core.frontmatter.nodes import Unreadable
from editor_app.core.text.edits import Edit, difference
from editor_app.core.text.spans import Span


@dataclass(frozen=True, slots=True)
class Words:
    """An English template and what fills its places.

    `blank` and `reason` are English too, and are translated as well.
    """

    template: str
    values: Mapping[str, str] = field(default_factory=dict)


def as_read(unreadable: Unreadable) -> Words:
    """A parser's own words, for what nobody can explain better."""
    reason = unreadable.message.rstrip(".")
    return Words("The front matter can't be read: {reason}", {"reason": reason})


@dataclass(frozen=True, slots=True)
class Cure:
    """Edits that mend an ailment; `safe` where no reader could object."""

    title: Words
    edits: tuple[Edit, ...]
    safe: bool = False


@dataclass(frozen=True, slots=True)
class Ailment:
    """One thing that is wrong, and its cures, the best first.

    `key` is the key at the top that it is about. `earlier` is the first of two
    equal keys.
    """

    span: Span
    words: Words
    cures: tuple[Cure, ...] = ()
    key: str | None = None
    earlier: Span | None = None


def smallest(before: str, after: str, start: int) -> tuple[Edit, ...]:
    """The edits from a text at `start` to another: what is put around it, else what differs."""
    at = after.find(before) if before else -1
    if at < 0:
        return tuple(
            Edit(each.span.shifted(start), each.text) for each in difference(before, after)
        )
    end = start + len(before)
    around = (
        Edit(Span(start, start), after[:at]),
        Edit(Span(end, end), after[at + len(before) :]),
    )
    return tuple(edit for edit in around if edit.text)
