"""Paths as text: `author.name`, `tags.0`, `params."a.b"`."""

from __future__ import annotations

import json
import re

from editor_app.core.frontmatter.nodes import Path
from editor_app.core.text.expressions import expression

_BARE = expression(r'[^\s."\\]+')
_INDEX = expression(r"0|[1-9][0-9]*", re.ASCII)
_STEP = expression(r'"(?:[^"\\]|\\.)*"|[^."]+')


def dotted(path: Path) -> str:
    """A path as text; a key that would not be read back alone stands in double quotes."""
    return ".".join(_step(step) for step in path)


def _step(step: str | int) -> str:
    if isinstance(step, int):
        return str(step)
    if _BARE.fullmatch(step) and not _INDEX.fullmatch(step):
        return step
    return json.dumps(step, ensure_ascii=False)


def parse_dotted(text: str) -> Path:
    """The path that a text means: a bare number is an index, in quotes it is a key.

    Raises ValueError for a text that is no path, such as one with an empty step.
    """
    steps: list[str | int] = []
    at = 0
    while True:
        found = _STEP.match(text, at)
        if found is None:
            raise ValueError(f"{text!r} is no path: a key is missing at {at}")
        steps.append(_parsed(found.group()))
        at = found.end()
        if at == len(text):
            return tuple(steps)
        if text[at] != ".":
            raise ValueError(f"{text!r} is no path: a dot is missing at {at}")
        at += 1


def _parsed(step: str) -> str | int:
    if step.startswith('"'):
        key: str = json.loads(step, strict=False)
        return key
    return int(step) if _INDEX.fullmatch(step) else step
