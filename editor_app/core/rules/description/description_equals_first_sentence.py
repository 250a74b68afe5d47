"""Description repeats the beginning of the text.

Many sites take it from there by themselves, so this is off until a site asks
for it.

Bad:
    ---
    title: Spring in the garden
    description: The snow has gone, and the first green tips stand along the wall.
    ---

    The snow has gone, and the first green tips stand along the wall. We cut back the roses.
Good:
    ---
    title: Spring in the garden
    description: What to cut back in March, and what to leave for the bees.
    ---

    The snow has gone, and the first green tips stand along the wall. We cut back the roses.
"""

from collections.abc import Iterator

from editor_app.core.body.wording import letters
from editor_app.core.diagnostics import Diagnostic, Severity
from editor_app.core.post import Post
from editor_app.core.rule import Fixable

ID = "description-equals-first-sentence"
SEVERITY = Severity.INFO
FIXABLE = Fixable.NO
IS_ON = False

_FEWEST_LETTERS = 12


def check(post: Post) -> Iterator[Diagnostic]:
    described = post.description
    first = next(iter(post.body.prose_blocks), None)
    if described is None or first is None:
        return
    key, scalar = described
    said = letters(scalar.text)
    if len(said) >= _FEWEST_LETTERS and letters(post.body.visible(first)).startswith(said):
        yield post.report(
            ID,
            SEVERITY,
            scalar.span,
            "{name} repeats the beginning of the text",
            field=key,
            name=key,
        )
