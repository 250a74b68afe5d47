"""The text stops in the middle of a sentence before a marker.

A program that writes texts puts a line such as `---END---` where it stopped.
The paragraph before one has no end, and more text follows.

Bad:
    ---
    title: Spring
    ---

    The snow has gone, and nobody misses it.

    The first green tips stand along the wall.

    We have cut back the roses and carried out the pots.

    This year we want to try something else. Instead of the long rows along the wall there will be

    ---END---

    The mice have left more of them than in any winter.
Good:
    ---
    title: Spring
    ---

    The snow has gone, and nobody misses it.

    The first green tips stand along the wall.

    We have cut back the roses and carried out the pots.

    This year we want to try something else.

    The mice have left more of them than in any winter.
"""

from collections.abc import Iterator

from editor_app.core.body.endings import Before
from editor_app.core.diagnostics import Diagnostic, Severity
from editor_app.core.post import Post
from editor_app.core.rule import Fixable
from editor_app.core.text.edits import Edit

ID = "text-cut-before-marker"
SEVERITY = Severity.ERROR
FIXABLE = Fixable.ASK
IS_ON = True


def check(post: Post) -> Iterator[Diagnostic]:
    for cut in post.cuts:
        if cut.is_last or cut.before is not Before.MARKER:
            continue
        edits = (Edit(cut.rest, ""),) if cut.rest is not None else ()
        yield post.report(
            ID,
            SEVERITY,
            cut.fragment,
            "The text stops in the middle of a sentence before a marker: {end}",
            fixes=(post.fix("Go back to the last full stop", edits),) if edits else (),
            end=cut.end(post.text),
        )
