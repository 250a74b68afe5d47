"""Two posts have the same title.

Readers can't tell them apart in lists and search results. Capitals, widths
and marks make no difference; posts of other folders and languages are not
compared.

Bad:
    spring.md
        ---
        title: The garden in spring
        ---
    again.md
        ---
        title: The Garden in Spring!
        ---
Good:
    spring.md
        ---
        title: The garden in spring
        ---
    autumn.md
        ---
        title: The garden in autumn
        ---
"""

from collections.abc import Iterator
from pathlib import PurePath

from editor_app.core.body.wording import letters
from editor_app.core.diagnostics import Diagnostic, Related, Severity
from editor_app.core.rule import Fixable
from editor_app.core.site.summaries import Summaries
from editor_app.core.site.summary import Summary

ID = "title-duplicate"
SEVERITY = Severity.INFO
FIXABLE = Fixable.NO
IS_ON = True

_FEWEST_LETTERS = 6


def check(site: Summaries) -> Iterator[tuple[PurePath, Diagnostic]]:
    first: dict[tuple[PurePath, str], Summary] = {}
    for post in site.posts:
        if post.title is None or len(said := letters(post.title.text)) < _FEWEST_LETTERS:
            continue
        other = first.setdefault((post.path.parent, said), post)
        if other is not post and other.title is not None:
            here = site.say("The same title")
            yield (
                post.path,
                site.report(
                    ID,
                    SEVERITY,
                    post.title.span,
                    "{path} has the same title",
                    field="title",
                    related=(Related(other.title.span, here, other.path),),
                    path=other.path.name,
                ),
            )
