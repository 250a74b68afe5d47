"""Description repeats the title.

Lists and search results show both, one below the other.

Bad:
    ---
    title: Spring in the garden
    description: Spring in the garden.
    ---
Good:
    ---
    title: Spring in the garden
    description: What to cut back in March, and what to leave for the bees.
    ---
"""

from collections.abc import Iterator

from editor_app.core.body.wording import letters
from editor_app.core.diagnostics import Diagnostic, Severity
from editor_app.core.post import Post
from editor_app.core.rule import Fixable

ID = "description-equals-title"
SEVERITY = Severity.INFO
FIXABLE = Fixable.NO
IS_ON = True


def check(post: Post) -> Iterator[Diagnostic]:
    described = post.description
    title = letters(post.string("title") or "")
    if described is None or not title or letters(described[1].text) != title:
        return
    key, scalar = described
    yield post.report(
        ID, SEVERITY, scalar.span, "{name} says the same as the title", field=key, name=key
    )
