"""Title is very long.

Lists, tabs and search results cut it. A wide character, as in Japanese,
counts two columns. `longest` in `[check.rules.title-too-long]` of
`galley.toml` sets how many columns a title may have.

Bad:
    ---
    title: How we moved a million users to the new system in the course of one long winter night without a single one of them noticing
    ---
Good:
    ---
    title: How we moved a million users without them noticing
    ---
"""  # noqa: E501

from collections.abc import Iterator

from editor_app.core.body.wording import width
from editor_app.core.diagnostics import Diagnostic, Severity
from editor_app.core.post import Post
from editor_app.core.rule import Fixable, NumberOption

ID = "title-too-long"
SEVERITY = Severity.INFO
FIXABLE = Fixable.NO
IS_ON = True

LONGEST = NumberOption(ID, "longest", 100, least=10, most=1000)
OPTIONS = (LONGEST,)


def check(post: Post) -> Iterator[Diagnostic]:
    scalar = post.scalar("title")
    columns = width(post.string("title") or "")
    longest = LONGEST.of(post.settings)
    if scalar is None or columns <= longest:
        return
    yield post.report(
        ID,
        SEVERITY,
        scalar.span,
        "Title is {columns} columns wide, more than {longest}",
        field="title",
        columns=columns,
        longest=longest,
    )
