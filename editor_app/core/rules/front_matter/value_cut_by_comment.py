"""A value ends at a number sign that belongs to its text.

In YAML a blank and # begin a comment, so the rest of the line is not read.
Only what can be no comment is reported: a number after #, a bracket that the
comment closes, the name of a language such as C #, a colour, or a text that
the first heading has in full.

Bad:
    ---
    title: Spring news (issue #12)
    ---
Good:
    ---
    title: "Spring news (issue #12)"
    ---
"""

import re
from collections.abc import Iterator

from editor_app.core.diagnostics import Diagnostic, Fix, Severity
from editor_app.core.frontmatter.doctor.ailment import smallest
from editor_app.core.frontmatter.doctor.remedy import quoted
from editor_app.core.frontmatter.nodes import Entry, Scalar, Style
from editor_app.core.frontmatter.reader import read
from editor_app.core.post import Post
from editor_app.core.rule import Fixable
from editor_app.core.text.edits import apply
from editor_app.core.text.expressions import expression
from editor_app.core.text.spans import Span

ID = "value-cut-by-comment"
SEVERITY = Severity.WARNING
FIXABLE = Fixable.ASK
IS_ON = True

_TITLES = ("title", "subtitle", "linkTitle", "description", "excerpt", "summary")
_COMMENT = expression(r"(?P<gap>[ \t]*)(?P<comment>#[^\n]*)")
_NUMBER = expression(r"#\d+(?![\w.-])")
_COLOUR = expression(r"#(?:[0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})\s*$")
_COLOUR_KEY = expression(r"colou?r|background|accent", re.IGNORECASE)
_LANGUAGE = expression(r"\b[CFJ]$")
_PAIRS = (("(", ")"), ("[", "]"), ("（", "）"), ("「", "」"), ("『", "』"), ("【", "】"))


def check(post: Post) -> Iterator[Diagnostic]:
    root = post.front_matter.root
    if root is None or not post.is_yaml:
        return
    for entry in root.entries:
        comment = _comment(post, entry)
        if comment is not None and _is_text(post, entry, comment):
            yield _told(post, entry, comment)


def _comment(post: Post, entry: Entry) -> Span | None:
    """The comment beside a plain value."""
    value = entry.value
    if not isinstance(value, Scalar) or value.style is not Style.PLAIN or value.reference:
        return None
    if "\n" in value.raw:
        return None
    start = value.span.end if value.raw else post.text.find(":", entry.key.span.end) + 1
    found = _COMMENT.match(post.text, start)
    return Span(*found.span("comment")) if found else None


def _is_text(post: Post, entry: Entry, comment: Span) -> bool:
    said, rest = entry.value.span.of(post.text), comment.of(post.text).rstrip()
    if not said:
        is_colour = _COLOUR_KEY.search(entry.name) and _COLOUR.match(rest)
        return bool(is_colour or (entry.name in _TITLES and _NUMBER.match(rest)))
    if entry.name not in _TITLES:
        return False
    gap = post.text[entry.value.span.end : comment.start]
    return (
        _NUMBER.match(rest) is not None
        or any(said.count(a) > said.count(b) and b in rest for a, b in _PAIRS)
        or (gap == " " and rest.startswith("# ") and _LANGUAGE.search(said) is not None)
        or _is_in_heading(post, f"{said}{gap}{rest}")
    )


def _is_in_heading(post: Post, text: str) -> bool:
    headings = post.body.headings
    return bool(headings) and headings[0].text.strip() == text


def _told(post: Post, entry: Entry, comment: Span) -> Diagnostic:
    end = comment.start + len(comment.of(post.text).rstrip())
    value = entry.value
    start = value.span.start if value.span.of(post.text) else comment.start
    text = post.text[start:end]
    return post.report(
        ID,
        SEVERITY,
        Span(comment.start, end),
        "The value of {key} ends before {rest}, because a blank and # begin a comment",
        field=entry.name,
        fixes=_fixes(post, entry, text, Span(start, end)),
        key=entry.name,
        rest=post.text[comment.start : end],
    )


def _fixes(post: Post, entry: Entry, text: str, span: Span) -> tuple[Fix, ...]:
    """The whole text in quotes, where it is read back as it stands and nothing else changes."""
    edits = smallest(text, quoted(text), span.start)
    after = read(apply(post.text, edits))
    if after.scalar_text(entry.name) != text or after.keys() != post.front_matter.keys():
        return ()
    return (post.fix("Put the whole value of {key} in quotes", edits, key=entry.name),)
