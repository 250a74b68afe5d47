"""A value is smaller, larger, longer or shorter than the schema allows.

Numbers and dates have bounds, texts a length in characters, lists a number of items; a
number may have to be whole, or a multiple of another.

    [[schema.collections]]
    name = "posts"
    files = ["/_posts/**"]

    [schema.collections.fields.rating]
    kind = "number"
    least = 1
    most = 5
    whole = true

Bad:
    ---
    title: Tea
    rating: 7
    ---

    Tea is slow.
Good:
    ---
    title: Tea
    rating: 5
    ---

    Tea is slow.
"""

from collections.abc import Iterator

from editor_app.core.diagnostics import Diagnostic, Severity
from editor_app.core.misfit_reports import reports
from editor_app.core.post import Post
from editor_app.core.rule import Fixable
from editor_app.core.schema.misfit import About

ID = "schema-range"
SEVERITY = Severity.ERROR
FIXABLE = Fixable.NO
IS_ON = True


def check(post: Post) -> Iterator[Diagnostic]:
    return reports(post, About.RANGE, ID, SEVERITY)
