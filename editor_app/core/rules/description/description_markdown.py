"""Description holds Markdown.

A description is plain text to feeds and search results: they print the marks.

Bad:
    ---
    title: Spring in the garden
    description: What to do **now**, and what can wait.
    ---
Good:
    ---
    title: Spring in the garden
    description: What to do now, and what can wait.
    ---
"""

from collections.abc import Iterator

from editor_app.core.body.stray_marks import marked_parts
from editor_app.core.diagnostics import Diagnostic, Severity
from editor_app.core.post import Post
from editor_app.core.rule import Fixable
from editor_app.core.text.expressions import expression

ID = "description-markdown"
SEVERITY = Severity.WARNING
FIXABLE = Fixable.SAFE
IS_ON = True

_HEADING = expression(r"\s*(?P<mark>#{1,6}\s+)(?=\S)")


def check(post: Post) -> Iterator[Diagnostic]:
    described = post.description
    if described is None:
        return
    key, scalar = described
    text = scalar.text
    heading = _HEADING.match(text)
    if heading is not None:
        yield post.report(
            ID,
            SEVERITY,
            post.place(scalar, *heading.span("mark")),
            "{name} holds Markdown: {marked}",
            field=key,
            fixes=post.fix_value(
                "Remove the heading mark", (key,), text[heading.end() :], safe=True
            ),
            name=key,
            marked=heading["mark"].strip(),
        )
    for part in marked_parts(text):
        if not (part.is_strong or part.is_link):
            continue  # one asterisk may be anything
        start, end = part.span.start, part.span.end
        yield post.report(
            ID,
            SEVERITY,
            post.place(scalar, start, end),
            "{name} holds Markdown: {marked}",
            field=key,
            fixes=post.fix_value(
                "Keep the text only: {text}",
                (key,),
                text[:start] + part.inner + text[end:],
                safe=part.is_strong,
                text=part.inner,
            ),
            name=key,
            marked=part.span.of(text),
        )
