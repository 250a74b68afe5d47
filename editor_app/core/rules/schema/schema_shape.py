r"""A text does not have the form that the schema says.

The schema gives the form as a regular expression, and perhaps a message of its own. The
search for all forms of one post takes half a second at most.

    [[schema.collections]]
    name = "posts"
    files = ["/_posts/**"]

    [schema.collections.fields.code]
    pattern = '^[a-z]{2}-\d+$'
    pattern-message = "Two letters, a hyphen, a number"

Bad:
    ---
    title: Tea
    code: tea
    ---

    Tea is slow.
Good:
    ---
    title: Tea
    code: te-12
    ---

    Tea is slow.
"""

from collections.abc import Iterator

from editor_app.core.diagnostics import Diagnostic, Severity
from editor_app.core.misfit_reports import reports
from editor_app.core.post import Post
from editor_app.core.rule import Fixable
from editor_app.core.schema.misfit import About

ID = "schema-shape"
SEVERITY = Severity.ERROR
FIXABLE = Fixable.NO
IS_ON = True


def check(post: Post) -> Iterator[Diagnostic]:
    return reports(post, About.SHAPE, ID, SEVERITY)
