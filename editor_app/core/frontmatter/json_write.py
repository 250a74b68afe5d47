"""Values as JSON text, in the manner of the post."""

from __future__ import annotations

import datetime as dt
import json
import math
from collections.abc import Iterator
from dataclasses import dataclass

from editor_app.core.frontmatter import notation
from editor_app.core.frontmatter.front_matter import FrontMatter
from editor_app.core.frontmatter.nodes import Mapping, Node, Scalar, Sequence
from editor_app.core.frontmatter.verbatim import Unwritable, Verbatim, Wanted
from editor_app.core.text.expressions import expression

_HIDDEN = expression("[\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Manner:
    """How an object is laid out.

    `colon` and `gap` are what stands after a key and after a comma. `step` is
    the indentation of keys on lines of their own, None for an object on one
    line; `has_inner_lines` says that what is inside is spread over lines too.
    """

    colon: str = ": "
    gap: str = " "
    step: str | None = "  "
    has_inner_lines: bool = False


def manner(front_matter: FrontMatter) -> Manner:
    root = front_matter.root
    if root is None or not root.entries:
        return Manner()
    text, first = front_matter.text, root.entries[0]
    start = text.rfind("\n", 0, first.span.start) + 1
    indent = text[start : first.span.start]
    inner = [node for node in _inside(root) if not isinstance(node, Scalar) and _parts(node)]
    return Manner(
        text[first.key.span.end : first.value.span.start],
        "" if text[first.key.span.end : first.value.span.start] == ":" else " ",
        indent if start > root.span.start and not indent.strip() else None,
        any("\n" in node.span.of(text) for node in inner),
    )


def _parts(node: Mapping | Sequence) -> tuple[object, ...]:
    return node.entries if isinstance(node, Mapping) else node.items


def _inside(node: Node) -> Iterator[Node]:
    inner: tuple[Node, ...] = ()
    if isinstance(node, Mapping):
        inner = tuple(entry.value for entry in node.entries)
    elif isinstance(node, Sequence):
        inner = node.items
    for each in inner:
        yield each
        yield from _inside(each)


def written(value: Wanted, own: Manner, indent: str, old: Node | None = None) -> str:
    """A value that begins on a line with an indentation; a date in the notation of `old`.

    Raises Unwritable.
    """
    if isinstance(value, Verbatim):
        return value.raw
    if isinstance(value, str):
        return string(value)
    if isinstance(value, float) and not math.isfinite(value):
        raise Unwritable("JSON has no infinite numbers and no “not a number”")
    if isinstance(value, dt.date):
        return string(notation.written(value, old.text if isinstance(old, Scalar) else None))
    if isinstance(value, dt.time):
        return string(value.isoformat())
    inner = indent + (own.step or "")
    if isinstance(value, list):
        return _bracketed("[]", [written(each, own, inner) for each in value], own, indent)
    if isinstance(value, dict):
        parts = [entry(key, each, own, inner) for key, each in value.items()]
        return _bracketed("{}", parts, own, indent)
    return json.dumps(value)


def entry(key: str, value: Wanted, own: Manner, indent: str) -> str:
    """A key and its value. Raises Unwritable."""
    return f"{string(key)}{own.colon}{written(value, own, indent)}"


def _bracketed(brackets: str, parts: list[str], own: Manner, indent: str) -> str:
    if not parts:
        return brackets
    if own.step is None or not own.has_inner_lines:
        return f"{brackets[0]}{f',{own.gap}'.join(parts)}{brackets[1]}"
    break_ = f"\n{indent}{own.step}"
    return f"{brackets[0]}{break_}{f',{break_}'.join(parts)}\n{indent}{brackets[1]}"


def string(text: str) -> str:
    """In double quotes; what no editor shows and no encoding carries stands as an escape."""
    text = json.dumps(text, ensure_ascii=False)
    return _HIDDEN.sub(lambda found: f"\\u{ord(found.group()):04x}", text)
