"""A list says the same twice.

The schema wants each item of the list once.

    [[schema.collections]]
    name = "posts"
    files = ["/_posts/**"]

    [schema.collections.fields.tools]
    kind = "list"
    unique = true

Bad:
    ---
    title: Tea
    tools: [pot, cup, pot]
    ---

    Tea is slow.
Good:
    ---
    title: Tea
    tools: [pot, cup]
    ---

    Tea is slow.
"""

from collections.abc import Iterator

from editor_app.core.diagnostics import Diagnostic, Severity
from editor_app.core.misfit_reports import reports
from editor_app.core.post import Post
from editor_app.core.rule import Fixable
from editor_app.core.schema.misfit import About

ID = "schema-unique"
SEVERITY = Severity.ERROR
FIXABLE = Fixable.ASK
IS_ON = True


def check(post: Post) -> Iterator[Diagnostic]:
    return reports(post, About.UNIQUE, ID, SEVERITY)
