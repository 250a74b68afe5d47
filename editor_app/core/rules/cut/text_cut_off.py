"""The text stops in the middle of a sentence.

The last paragraph has no end, or the next one begins with its last words and
goes on. Texts whose paragraphs often end without a full stop are not judged.

Bad:
    ---
    title: Spring
    ---

    The snow has gone, and nobody misses it.

    The first green tips stand along the wall.

    We have cut back the roses and carried out the pots.

    The mice have left more of them than in any winter.

    This year we want to try something else. Instead of the long rows along the wall there will be
Good:
    ---
    title: Spring
    ---

    The snow has gone, and nobody misses it.

    The first green tips stand along the wall.

    We have cut back the roses and carried out the pots.

    The mice have left more of them than in any winter.

    This year we want to try something else. Instead of the long rows there will be a meadow.
"""

from collections.abc import Iterator

from editor_app.core.body.endings import Before
from editor_app.core.diagnostics import Diagnostic, Severity
from editor_app.core.post import Post
from editor_app.core.rule import Fixable
from editor_app.core.text.edits import Edit

ID = "text-cut-off"
SEVERITY = Severity.ERROR
FIXABLE = Fixable.ASK
IS_ON = True


def check(post: Post) -> Iterator[Diagnostic]:
    for cut in post.cuts:
        if not cut.is_last and cut.before is not Before.AGAIN:
            continue
        edits = (Edit(cut.rest, ""),) if cut.rest is not None else ()
        yield post.report(
            ID,
            SEVERITY,
            cut.fragment,
            "The text stops in the middle of a sentence and begins again: {end}"
            if cut.before is Before.AGAIN
            else "The text stops in the middle of a sentence: {end}",
            fixes=(post.fix("Go back to the last full stop", edits),) if edits else (),
            end=cut.end(post.text),
        )
