"""A pattern that the site does not want.

The site's `galley.toml` says which, as a regular expression in Python's notation:

    [[check.patterns]]
    name = "double-mark"
    pattern = "([!?])[!?]+"
    message = "One mark is enough"
    replace = "$1"

`$1` and `$<name>` in `replace` are groups. `severity` says how grave it is,
`fields = true` also looks into the front matter, `safe = true` lets `galley fix`
mend it. Searched is prose, never code or a URL, and not longer than half a second.

Bad:
    ---
    title: Tea
    ---

    Tea is slow!!!
Good:
    ---
    title: Tea
    ---

    Tea is slow!
"""

from collections.abc import Iterator

from editor_app.core.diagnostics import Diagnostic, Fix, Severity
from editor_app.core.own import OwnPattern
from editor_app.core.post import Post
from editor_app.core.prose import Piece, of_body, of_fields
from editor_app.core.rule import Fixable
from editor_app.core.text.patterns import Clock, Found, expanded, shared
from editor_app.core.text.spans import Span

ID = "own-pattern"
SEVERITY = Severity.WARNING
FIXABLE = Fixable.SAFE
IS_ON = True

SECONDS = 1.0
"""For all together; one takes half of what is left at most."""
_AROUND = 200
"""Code points beside a replacement that its pattern may look at."""


def check(post: Post) -> Iterator[Diagnostic]:
    patterns = post.settings.own.patterns
    if not patterns:
        return
    body = of_body(post)
    fields = of_fields(post) if any(each.in_fields for each in patterns) else body
    for each, clock in shared(SECONDS, patterns):
        for prose in (body, fields) if each.in_fields else (body,):
            for found in clock.find_all(each.pattern, prose.text):
                place = prose.at(found.span)
                if place is not None:
                    yield _told(post, each, place, found, clock)
        if clock.has_run_out:
            message = "The pattern {name} takes too long on this post, so the search was given up"
            yield post.report(ID, SEVERITY, Span(0, 0), message, name=each.name)


def _told(
    post: Post, own: OwnPattern, place: tuple[Piece, Span], found: Found, clock: Clock
) -> Diagnostic:
    piece, span = place
    return post.report(
        ID,
        own.severity or SEVERITY,
        piece.place(post, span),
        "{message}",
        field=piece.field,
        fixes=() if post.is_only_counted else _fixes(post, own, place, found, clock),
        message=own.message,
    )


def _fixes(
    post: Post, own: OwnPattern, place: tuple[Piece, Span], found: Found, clock: Clock
) -> tuple[Fix, ...]:
    piece, span = place
    said = found.groups["0"]
    new = said if own.replace is None else expanded(own.replace, found)
    if new == said or (own.replace and _is_found_again(own, piece, span, new, clock)):
        return ()
    title = "Write {prefer}" if new else "Remove it"
    return piece.fix(post, span, new, title, is_safe=own.is_safe, prefer=new)


def _is_found_again(own: OwnPattern, piece: Piece, span: Span, new: str, clock: Clock) -> bool:
    """Whether the pattern would replace what it has written, so that the text grew for ever."""
    if len(new) < len(span.of(piece.text)):
        return False
    start = max(span.start - _AROUND, 0)
    before, after = piece.text[start : span.start], piece.text[span.end : span.end + _AROUND]
    written = Span(len(before), len(before) + len(new))
    for found in clock.find_all(own.pattern, before + new + after):
        if found.span.start >= written.end:
            return False
        if found.span.overlaps(written) and expanded(own.replace or "", found) != found.groups["0"]:
            return True
    return clock.has_run_out
