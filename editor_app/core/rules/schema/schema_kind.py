"""A value is of another kind than the schema says.

A text stands where a number has to be, one value where a list has to be, and so on.
What counts is what the site's own generator reads: Jekyll takes a bare `yes` for true,
Astro takes it for a text. Where the same characters say what was meant, `galley fix`
writes that.

    [[schema.collections]]
    name = "posts"
    files = ["/_posts/**"]

    [schema.collections.fields.rating]
    kind = "number"

Bad:
    ---
    title: Tea
    rating: "5"
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

ID = "schema-kind"
SEVERITY = Severity.ERROR
FIXABLE = Fixable.SAFE
IS_ON = True


def check(post: Post) -> Iterator[Diagnostic]:
    return reports(post, About.KIND, ID, SEVERITY)
