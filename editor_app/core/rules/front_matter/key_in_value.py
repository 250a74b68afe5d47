"""The value of a key has swallowed the keys beneath it.

A quote that is closed some lines too late makes a text of the lines between,
and so does a block (`>` or `|`) whose indentation the next keys have. Items of
a list without the blank after their `-` are one text too.

Bad:
    ---
    title: "Spring
    date: 2026-03-01"
    ---
Good:
    ---
    title: "Spring"
    date: 2026-03-01
    ---
"""

import re
from collections.abc import Iterator

from editor_app.core.diagnostics import Diagnostic, Fix, Severity
from editor_app.core.frontmatter.doctor.known_keys import KNOWN
from editor_app.core.frontmatter.nodes import Entry, Scalar, Sequence, Style
from editor_app.core.frontmatter.reader import read
from editor_app.core.post import Post
from editor_app.core.rule import Fixable
from editor_app.core.text.edits import Edit, apply
from editor_app.core.text.expressions import expression
from editor_app.core.text.spans import Span

ID = "key-in-value"
SEVERITY = Severity.ERROR
FIXABLE = Fixable.ASK
IS_ON = True

_LINE = expression(r"\n(?P<key>[A-Za-z_]+):[ \t]+\S")
_IN_BLOCK = expression(
    r"\n[ \t]+(?P<key>date|tags|categories|layout|draft):[ \t]+"
    r"(?:\d{4}-\d\d-\d\d\b|\[[^\]\n]*\]|true|false|post$)",
    re.MULTILINE,
)
_INDENT = expression(r"(?<=\n)[ \t]+(?=\S)")
_GLUED_ITEM = expression(r"-(?=[^\s\d-])")


def check(post: Post) -> Iterator[Diagnostic]:
    root = post.front_matter.root
    if root is None or not post.is_yaml:
        return
    for entry in root.entries:
        value = entry.value
        if isinstance(value, Scalar) and "\n" in value.raw and value.reference is None:
            yield from _in_value(post, entry, value)
        if isinstance(value, Scalar) and value.style is Style.PLAIN and value.raw[:1] == "-":
            yield from _items(post, entry, value)


def _in_value(post: Post, entry: Entry, value: Scalar) -> Iterator[Diagnostic]:
    """The first key of the post's top in a value, where the post has it nowhere else."""
    is_quoted = value.style in (Style.SINGLE, Style.DOUBLE)
    matches = [*(_LINE.finditer(value.raw) if is_quoted else ()), *_IN_BLOCK.finditer(value.raw)]
    for found in sorted(matches, key=lambda each: each.start()):
        key = found["key"]
        if key not in KNOWN or post.front_matter.node((key,)) is not None:
            continue
        start = value.span.start + found.start("key")
        yield post.report(
            ID,
            SEVERITY,
            Span(start, start + len(key)),
            "The key {inner} stands inside the value of {key}",
            field=entry.name,
            fixes=_fixes(post, value, found) if is_quoted else (),
            inner=key,
            key=entry.name,
        )
        return


def _fixes(post: Post, value: Scalar, found: re.Match[str]) -> tuple[Fix, ...]:
    """Close the quote before the key instead of at the end; proved by reading again."""
    mark, place = value.raw[0], value.span.start + found.start()
    if mark in value.raw[1:-1] or "\\" in value.raw:  # an escape would mean something else
        return ()
    last = value.span.end - 1
    indents = (
        Span(*each.span()).shifted(value.span.start)
        for each in _INDENT.finditer(value.raw, found.start())
    )
    edits = (
        Edit(Span(place, place), mark),
        *(Edit(span, "") for span in indents),
        Edit(Span(last, last + 1), ""),
    )
    after = read(apply(post.text, edits))
    before, now = post.front_matter.keys(), after.keys()
    kept = tuple(key for key in now if key in before)
    if kept != before or after.node((found["key"],)) is None or after.duplicates:
        return ()
    return (post.fix("Close the quote before {inner}", edits, inner=found["key"]),)


def _items(post: Post, entry: Entry, value: Scalar) -> Iterator[Diagnostic]:
    """`-a` on each line beneath a key: one text that was meant for a list."""
    lines = value.raw.split("\n")
    if len(lines) < 2 or not all(_GLUED_ITEM.match(line.lstrip(" ")) for line in lines):
        return
    dashes, at = [], value.span.start
    for line in lines:
        dash = at + len(line) - len(line.lstrip(" ")) + 1
        dashes.append(Edit(Span(dash, dash), " "))
        at += len(line) + 1
    node = read(apply(post.text, dashes)).node((entry.name,))
    fixes: tuple[Fix, ...] = ()
    if isinstance(node, Sequence) and len(node.items) == len(lines):
        fixes = (post.fix("Write a blank after each -", tuple(dashes)),)
    message = "The items of {key} are one text: a blank is missing after each -"
    yield post.report(
        ID, SEVERITY, value.span, message, field=entry.name, fixes=fixes, key=entry.name
    )
