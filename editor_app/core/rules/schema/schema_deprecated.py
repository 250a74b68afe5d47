"""A key is deprecated.

The schema still knows the key, and advises against it.

    [[schema.collections]]
    name = "posts"
    files = ["/_posts/**"]

    [schema.collections.fields.subtitle]
    deprecated = true

Bad:
    ---
    title: Tea
    subtitle: Slow
    ---

    Tea is slow.
Good:
    ---
    title: Tea
    ---

    Tea is slow.
"""

from collections.abc import Iterator

from editor_app.core.diagnostics import Diagnostic, Severity
from editor_app.core.misfit_reports import reports
from editor_app.core.post import Post
from editor_app.core.rule import Fixable
from editor_app.core.schema.misfit import About

ID = "schema-deprecated"
SEVERITY = Severity.INFO
FIXABLE = Fixable.NO
IS_ON = True


def check(post: Post) -> Iterator[Diagnostic]:
    return reports(post, About.DEPRECATED, ID, SEVERITY)
