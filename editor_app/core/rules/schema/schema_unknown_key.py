"""A key stands in the post that the schema does not know.

Where the schema allows no keys but its own, each other one is reported. Elsewhere only
one that looks like a slip: it differs by a letter, or by capitals, `-` and `_`, from a key
of the schema that the post does not have. Keys that the generator itself knows are never
reported.

    [[schema.collections]]
    name = "posts"
    files = ["/_posts/**"]

    [schema.collections.fields.author]
    kind = "line"

Bad:
    ---
    title: Tea
    auhtor: Sato
    ---

    Tea is slow.
Good:
    ---
    title: Tea
    author: Sato
    ---

    Tea is slow.
"""

from collections.abc import Iterator

from editor_app.core.diagnostics import Diagnostic, Severity
from editor_app.core.misfit_reports import reports
from editor_app.core.post import Post
from editor_app.core.rule import Fixable
from editor_app.core.schema.misfit import About

ID = "schema-unknown-key"
SEVERITY = Severity.WARNING
FIXABLE = Fixable.ASK
IS_ON = True


def check(post: Post) -> Iterator[Diagnostic]:
    return reports(post, About.UNKNOWN_KEY, ID, SEVERITY)
