"""A key is missing that the schema demands, or has no value.

The site's own files name the keys that its posts must have: `[schema]` of `galley.toml`,
a content management system's configuration, a JSON Schema, an Astro collection. What only
the generator's manual says is no demand. A key that the post inherits from the site is
not missing.

    [[schema.collections]]
    name = "posts"
    files = ["/_posts/**"]

    [schema.collections.fields.summary]
    required = true

Bad:
    ---
    title: Tea
    ---

    Tea is slow.
Good:
    ---
    title: Tea
    summary: Slow, and worth it
    ---

    Tea is slow.
"""

from collections.abc import Iterator

from editor_app.core.diagnostics import Diagnostic, Severity
from editor_app.core.misfit_reports import reports
from editor_app.core.post import Post
from editor_app.core.rule import Fixable
from editor_app.core.schema.misfit import About

ID = "schema-required"
SEVERITY = Severity.ERROR
FIXABLE = Fixable.SAFE
IS_ON = True


def check(post: Post) -> Iterator[Diagnostic]:
    return reports(post, About.REQUIRED, ID, SEVERITY)
