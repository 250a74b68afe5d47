"""Values that begin with a bracket and can't be read: no end, text after it, odd items."""

from __future__ import annotations

from collections.abc import Iterator

from editor_app.core.frontmatter.doctor import yaml_lines
from editor_app.core.frontmatter.doctor.ailment import Words
from editor_app.core.frontmatter.doctor.known_keys import LISTS
from editor_app.core.frontmatter.doctor.remedy import Remedy, quoted, without_comment
from editor_app.core.frontmatter.nodes import Mapping, Scalar, Sequence
from editor_app.core.text.expressions import expression
from editor_app.core.text.spans import Span

_ITEM = expression(
    r"""[ \t]*(?P<item>"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^,\[\]{}]*?)[ \t]*(?P<end>[,\[\]{}]|$)"""
)
_MISSING_COMMA = expression(r"""(?P<end>["'])(?P<gap>[ \t]+)(?=["'])""")


def remedies(value: str, key: str) -> Iterator[Remedy]:
    """What a value with brackets may have been meant to be, the likeliest first."""
    if value.startswith(("{{", "{%")):
        return
    body, comment, _ = without_comment(value)
    if body[0] == "[":
        is_list = key in LISTS
        if not is_list:
            yield from _text(body, comment, key)
        yield from _items(body, comment, key)
        if is_list:
            yield from _text(body, comment, key)
    elif body[0] == "{":
        yield from _text(body, comment, key)


def _text(body: str, comment: str, key: str) -> Iterator[Remedy]:
    """`[Draft] Spring`: a bracket that is part of a text."""
    closer = "]" if body[0] == "[" else "}"
    end = body.find(closer)
    if 0 <= end < len(body) - 1:
        words = Words(
            "Text stands after the bracket that the value of {key} begins with", {"key": key}
        )
        title = Words("Put the value of {key} in quotes", {"key": key})
        safe = key not in LISTS and body[end + 1] not in ",;"
        yield Remedy(words, Span(0, len(body)), quoted(body) + comment, title, body, safe)
    elif end < 0:
        words = Words("The bracket that opens the value of {key} is never closed", {"key": key})
        title = Words("Put the value of {key} in quotes", {"key": key})
        if key not in LISTS and "," not in body:
            yield Remedy(words, Span(0, len(body)), quoted(body) + comment, title, body)


def _items(body: str, comment: str, key: str) -> Iterator[Remedy]:
    """Each item in quotes that needs them, commas between, a bracket at the end."""
    made: list[str] = []
    at, wrong = 1, Span(0, len(body))
    words = Words("The list that opens the value of {key} is never closed", {"key": key})
    title = Words("Close the list with ]")
    text = _MISSING_COMMA.sub(r"\g<end>,\g<gap>", body)
    if text != body:
        words = Words("A comma is missing between two items of {key}", {"key": key})
        title = Words("Write a comma between the items")
    is_closed = False
    while at < len(text):
        found = _ITEM.match(text, at)
        if found is None or found["end"] in tuple("[{}"):
            return
        item = found["item"]
        if item and not _is_item(item):
            if item[0] in "\"'":
                return
            made.append(text[at : found.start("item")] + quoted(item))
            template = "The item {item} of {key} must stand in quotes"
            words = Words(template, {"item": item, "key": key})
            title = Words("Put the item in quotes")
            wrong = Span(found.start("item"), found.end("item")) if text == body else wrong
            made.append(text[found.end("item") : found.end()])
        else:
            made.append(text[at : found.end()])
        at = found.end()
        if found["end"] == "]":
            is_closed = True
            break
    if is_closed and text[at:].strip():
        return
    raw = "[" + "".join(made) + ("" if is_closed else "]") + comment
    yield Remedy(words, wrong, raw, title, None, _is_sure(raw, key))


def _is_item(item: str) -> bool:
    node = yaml_lines.value_of(f"[{item}]")
    if not isinstance(node, Sequence) or len(node.items) != 1:
        return False
    only = node.items[0]
    return isinstance(only, Scalar) or (isinstance(only, Mapping) and only.is_flow)


def _is_sure(raw: str, key: str) -> bool:
    """Whether the list is one of words, as its key says."""
    node = yaml_lines.value_of(raw)
    return key in LISTS and isinstance(node, Sequence) and len(node.items) > 0
