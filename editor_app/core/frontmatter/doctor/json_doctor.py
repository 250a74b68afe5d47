"""The doctor for JSON: what is wrong between the braces."""

from __future__ import annotations

from editor_app.core.frontmatter import json_format
from editor_app.core.frontmatter.doctor import json_walk
from editor_app.core.frontmatter.doctor.report import Report
from editor_app.core.frontmatter.nodes import Content
from editor_app.core.text.spans import Span


def examine(text: str, content: Span) -> Report:
    """What is wrong in the JSON that `content` covers."""
    walk = json_walk.walk(text[: content.end], content.start)
    if walk is None:
        return Report(())
    places = [edit.span for each in walk.found for cure in each.cures for edit in cure.edits]
    sound = (
        entry
        for entry in walk.entries
        if not any(entry.start <= place.start and place.end <= entry.end for place in places)
    )
    return Report(tuple(walk.found), tuple(entry.of(text) for entry in sound))


def written(text: str, content: Span) -> tuple[str, ...]:
    """Every key at the top of JSON that can be read, with its value, as it is written."""
    found = json_format.read(text, content)
    entries = found.root.entries if isinstance(found, Content) else ()
    return tuple(entry.span.of(text) for entry in entries)
