"""A key stands twice.

Jekyll takes the last of them without a word; Hugo, Astro and Eleventy refuse
the post.

Bad:
    ---
    title: Spring
    title: Summer
    ---
Good:
    ---
    title: Spring
    ---
"""

from collections.abc import Iterator

from editor_app.core.diagnostics import Diagnostic, Related, Severity
from editor_app.core.post import Post
from editor_app.core.rule import Fixable

ID = "duplicate-key"
SEVERITY = Severity.ERROR
FIXABLE = Fixable.NO
IS_ON = True


def check(post: Post) -> Iterator[Diagnostic]:
    for first, later in post.front_matter.duplicates:
        place = Related(first.key.span, post.say("{key} stands here first", key=first.name))
        yield post.report(
            ID,
            SEVERITY,
            later.key.span,
            "The key {key} stands twice",
            field=later.name,
            related=(place,),
            key=later.name,
        )
