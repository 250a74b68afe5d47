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

from editor_app.core.diagnostics import Diagnostic, Severity
from editor_app.core.own import OwnPattern
from editor_app.core.post import Post
from editor_app.core.prose import Piece, of_body, of_fields
from editor_app.core.rule import Fixable
from editor_app.core.text.patterns import Clock, Found, expanded
from editor_app.core.text.spans import Span

ID = "own-pattern"
SEVERITY = Severity.WARNING
FIXABLE = Fixable.SAFE
IS_ON = True

SECONDS = 0.5


def check(post: Post) -> Iterator[Diagnostic]:
    patterns = post.settings.own.patterns
    if not patterns:
        return
    clock = Clock(SECONDS)
    body = of_body(post)
    fields = of_fields(post) if any(each.in_fields for each in patterns) else body
    for each in patterns:
        for prose in (body, fields) if each.in_fields else (body,):
            for found in clock.find_all(each.pattern, prose.text):
                place = prose.at(found.span)
                if place is not None:
                    yield _told(post, each, *place, found)
        if clock.has_run_out:
            message = "The pattern {name} takes too long on this post, so the search was given up"
            yield post.report(ID, SEVERITY, Span(0, 0), message, name=each.name)
            return


def _told(post: Post, own: OwnPattern, piece: Piece, span: Span, found: Found) -> Diagnostic:
    new = found.groups["0"] if own.replace is None else expanded(own.replace, found)
    title = "Write {prefer}" if new else "Remove it"
    is_new = new != found.groups["0"]
    return post.report(
        ID,
        own.severity or SEVERITY,
        piece.place(post, span),
        "{message}",
        field=piece.field,
        fixes=piece.fix(post, span, new, title, is_safe=own.is_safe, prefer=new) if is_new else (),
        message=own.message,
    )
