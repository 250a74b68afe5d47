"""A phrase that the site does without.

The site's `galley.toml` lists them, under a name of its own:

    [[check.phrases]]
    name = "filler"
    phrases = ["in today's fast-paced world", "と言えるでしょう"]

Upper and lower case are the same. `message` tells why, `severity` how grave it is,
`fields = true` also looks into the front matter. Searched is prose, never code or
a URL.

Bad:
    ---
    title: Tea
    ---

    In today's fast-paced world, tea is slow.
Good:
    ---
    title: Tea
    ---

    Tea is slow.
"""

from collections.abc import Iterator

from editor_app.core.diagnostics import Diagnostic, Severity
from editor_app.core.post import Post
from editor_app.core.prose import of_body, of_fields
from editor_app.core.rule import Fixable
from editor_app.core.text.patterns import shared
from editor_app.core.text.spans import Span

ID = "forbidden-phrase"
SEVERITY = Severity.WARNING
FIXABLE = Fixable.NO
IS_ON = True

SECONDS = 0.5
"""For all together; one takes half of what is left at most."""


def check(post: Post) -> Iterator[Diagnostic]:
    lists = post.settings.own.phrases
    if not lists:
        return
    body = of_body(post)
    fields = of_fields(post) if any(each.in_fields for each in lists) else body
    for each, clock in shared(SECONDS, lists):
        template = "{message}" if each.message else "“{phrase}” is in the site's list {name}"
        for prose in (body, fields) if each.in_fields else (body,):
            for found in clock.find_all(each.pattern, prose.text):
                place = prose.at(found.span)
                if place is None:
                    continue
                piece, span = place
                yield post.report(
                    ID,
                    each.severity or SEVERITY,
                    piece.place(post, span),
                    template,
                    field=piece.field,
                    message=each.message,
                    phrase=found.groups["0"],
                    name=each.name,
                )
        if clock.has_run_out:
            message = "The search for the phrases of {name} took too long on this post"
            yield post.report(ID, SEVERITY, Span(0, 0), message, name=each.name)
