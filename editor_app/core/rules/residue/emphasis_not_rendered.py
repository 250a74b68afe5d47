"""The site prints the asterisks of this emphasis.

CommonMark, which Hugo, Eleventy and Astro read, sees no emphasis where a
bracket or full stop stands inside of the asterisks and a letter outside.
Jekyll does, so its sites are left in peace.

Bad:
    ---
    title: Spring
    ---

    雪は**「もう」**消えた。
Good:
    ---
    title: Spring
    ---

    雪は「**もう**」消えた。
"""

from collections.abc import Iterator

from editor_app.core.diagnostics import Diagnostic, Severity
from editor_app.core.generator import Generator
from editor_app.core.post import Post
from editor_app.core.rule import Fixable

ID = "emphasis-not-rendered"
SEVERITY = Severity.WARNING
FIXABLE = Fixable.ASK
IS_ON = True

_COMMON_MARK = frozenset({Generator.HUGO, Generator.ELEVENTY, Generator.ASTRO})


def check(post: Post) -> Iterator[Diagnostic]:
    if post.generator not in _COMMON_MARK or "**" not in post.text:
        return
    from editor_app.core.body.emphasis import unrendered  # noqa: PLC0415 (loads a parser)

    for found in unrendered(post.body):
        yield post.report(
            ID,
            SEVERITY,
            found.span,
            "The site prints the asterisks of this emphasis: {words}",
            fixes=(post.fix("Move the asterisks", found.edits),) if found.edits else (),
            words=found.span.of(post.text),
        )
