"""The file does not end with a line break.

Such a last line is shown as changed when the next one is written, and some
tools lose it. (In the example ◁ is the end of the file.)

Bad:
    ---
    title: Spring
    ---

    The snow has gone.◁
Good:
    ---
    title: Spring
    ---

    The snow has gone.
"""

from collections.abc import Iterator

from editor_app.core.diagnostics import Diagnostic, Severity
from editor_app.core.post import Post
from editor_app.core.rule import Fixable
from editor_app.core.text.edits import Edit
from editor_app.core.text.spans import Span

ID = "no-final-newline"
SEVERITY = Severity.INFO
FIXABLE = Fixable.SAFE
IS_ON = True


def check(post: Post) -> Iterator[Diagnostic]:
    if not post.text or post.text.endswith("\n"):
        return
    end = Span(len(post.text), len(post.text))
    fix = post.fix("Add a line break", (Edit(end, "\n"),), safe=True)
    yield post.report(
        ID, SEVERITY, end, "The last line does not end with a line break", fixes=(fix,)
    )
