"""The text stops in the middle of a sentence before a heading.

The last paragraph of a section ends in a comma or an open bracket. Texts whose
paragraphs often end without a full stop are not judged.

Bad:
    ---
    title: Spring
    ---

    The snow has gone, and nobody misses it.

    The first green tips stand along the wall.

    We have cut back the roses and carried out the pots.

    Instead of the long rows along the wall, where the bulbs were set in October,

    ## In the field

    We have sown beans.
Good:
    ---
    title: Spring
    ---

    The snow has gone, and nobody misses it.

    The first green tips stand along the wall.

    We have cut back the roses and carried out the pots.

    Instead of the long rows along the wall there will be a meadow.

    ## In the field

    We have sown beans.
"""

from collections.abc import Iterator

from editor_app.core.body.endings import Before
from editor_app.core.diagnostics import Diagnostic, Severity
from editor_app.core.post import Post
from editor_app.core.rule import Fixable
from editor_app.core.text.edits import Edit

ID = "text-cut-before-heading"
SEVERITY = Severity.WARNING
FIXABLE = Fixable.ASK
IS_ON = True


def check(post: Post) -> Iterator[Diagnostic]:
    for cut in post.cuts:
        if cut.is_last or cut.before is not Before.HEADING:
            continue
        edits = (Edit(cut.rest, ""),) if cut.rest is not None else ()
        yield post.report(
            ID,
            SEVERITY,
            cut.fragment,
            "The text stops in the middle of a sentence before a heading: {end}",
            fixes=(post.fix("Go back to the last full stop", edits),) if edits else (),
            end=cut.end(post.text),
        )
