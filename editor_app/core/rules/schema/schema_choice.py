"""A value is none of those that the schema allows.

Of a list each item is looked at. Where one of the allowed values is much like it, the
fix writes that.

    [[schema.collections]]
    name = "posts"
    files = ["/_posts/**"]

    [schema.collections.fields.category]
    choices = ["news", "recipes"]

Bad:
    ---
    title: Tea
    category: recipe
    ---

    Tea is slow.
Good:
    ---
    title: Tea
    category: recipes
    ---

    Tea is slow.
"""

from collections.abc import Iterator

from editor_app.core.diagnostics import Diagnostic, Severity
from editor_app.core.misfit_reports import reports
from editor_app.core.post import Post
from editor_app.core.rule import Fixable
from editor_app.core.schema.misfit import About

ID = "schema-choice"
SEVERITY = Severity.ERROR
FIXABLE = Fixable.ASK
IS_ON = True


def check(post: Post) -> Iterator[Diagnostic]:
    return reports(post, About.CHOICE, ID, SEVERITY)
