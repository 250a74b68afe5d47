"""The value of a key has swallowed the keys beneath it.

A quote that is closed some lines too late makes a text of the lines between,
and so does a block (`>` or `|`) whose indentation the next keys have.

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
from editor_app.core.frontmatter.nodes import Entry, Scalar, Style
from editor_app.core.frontmatter.reader import read
from editor_app.core.post import Post
from editor_app.core.rule import Fixable
from editor_app.core.text.edits import Edit, apply
from editor_app.core.text.spans import Span

ID = "key-in-value"
SEVERITY = Severity.ERROR
FIXABLE = Fixable.ASK
IS_ON = True

_LINE = re.compile(r"\n(?P<key>[A-Za-z_]+):[ \t]+\S")
_IN_BLOCK = re.compile(
    r"\n[ \t]+(?P<key>date|tags|categories|layout|draft):[ \t]+"
    r"(?:\d{4}-\d\d-\d\d\b|\[[^\]\n]*\]|true|false|post$)",
    re.MULTILINE,
)


def check(post: Post) -> Iterator[Diagnostic]:
    root = post.front_matter.root
    if root is None or not post.is_yaml:
        return
    for entry in root.entries:
        value = entry.value
        if isinstance(value, Scalar) and "\n" in value.raw and value.reference is None:
            yield from _in_value(post, entry, value)


def _in_value(post: Post, entry: Entry, value: Scalar) -> Iterator[Diagnostic]:
    """The first key of the post's top in a value, where the post has it nowhere else."""
    is_quoted = value.style in (Style.SINGLE, Style.DOUBLE)
    for found in (_LINE if is_quoted else _IN_BLOCK).finditer(value.raw):
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
    edits = (Edit(Span(place, place), mark), Edit(Span(last, last + 1), ""))
    after = read(apply(post.text, edits))
    before, now = post.front_matter.keys(), after.keys()
    kept = tuple(key for key in now if key in before)
    if kept != before or after.node((found["key"],)) is None or after.duplicates:
        return ()
    return (post.fix("Close the quote before {inner}", edits, inner=found["key"]),)
