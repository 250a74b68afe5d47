"""The choice that somebody meant who wrote another word."""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Iterable

from editor_app.core.frontmatter.nodes import Value
from editor_app.core.schema.misfit import NOTHING, Nothing
from editor_app.core.schema.schema import Choice
from editor_app.core.text.likeness import like

_LONGEST = 60


def written(value: Value) -> str:
    """A value as it is written in a message, or in a post without its quotes."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    text = str(value)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def near(text: str, choices: Iterable[Choice]) -> Value | Nothing:
    """Equal but for capitals, width and `-` or `_`, or else the most alike; or that label."""
    known: dict[str, Value] = {}
    for choice in choices:
        for name in (choice.label, written(choice.value)):
            known[_loose(name)] = choice.value
    known.pop("", None)
    if _loose(text) in known:
        return known[_loose(text)]
    guess = like(_loose(text), known)
    return NOTHING if guess is None else known[guess]


def _loose(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold().strip().replace("_", "-")
