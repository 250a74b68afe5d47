"""The choices that fit to what is typed, the likeliest first."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence

from editor_app.core.frontmatter.nodes import Node, Scalar, Value
from editor_app.core.schema.kinds import text_of
from editor_app.core.schema.schema import Choice

MOST = 200
"""So many are shown; whoever looks for another types more."""


def label_of(choice: Choice) -> str:
    """What people read for a choice."""
    return choice.label or written(choice.value)


def written(value: Value) -> str:
    """A value as text, as post and people write it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)


def filtered(choices: Iterable[Choice], text: str) -> list[Choice]:
    """Those whose label, value or help has the text; what begins with it comes first."""
    wanted = _folded(text)
    if not wanted:
        return list(choices)[:MOST]
    first: list[Choice] = []
    others: list[Choice] = []
    for choice in choices:
        label, value = _folded(label_of(choice)), _folded(written(choice.value))
        if label.startswith(wanted) or value.startswith(wanted):
            first.append(choice)
        elif wanted in label or wanted in value or wanted in _folded(choice.help):
            others.append(choice)
    return (first + others)[:MOST]


def named(choices: Iterable[Choice], text: str) -> Choice | None:
    """The one whose label, or else whose value, is the text."""
    text = text.strip()
    choices = tuple(choices)
    by_label = (each for each in choices if label_of(each) == text)
    return next(by_label, next((each for each in choices if written(each.value) == text), None))


def chosen(choices: Sequence[Choice], node: Node | None) -> Choice | None:
    """The one whose value stands at a node, else one that is written alike."""
    if not isinstance(node, Scalar):
        return None
    for choice in choices:
        if choice.value == node.yaml12 and isinstance(choice.value, bool) == isinstance(
            node.yaml12, bool
        ):
            return choice
    text = text_of(node)
    return next((each for each in choices if written(each.value) == text), None) if text else None


def _folded(text: str) -> str:
    """Without what people do not look at: case, full width, blanks around."""
    return unicodedata.normalize("NFKC", text).casefold().strip()
