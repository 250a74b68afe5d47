"""Two posts have the same description.

It says what is special to a post, so one of the two was left over from a copy.
Capitals, widths and marks make no difference. Posts of other languages, and
parts of a series, whose titles differ by a number, are not compared, nor are
pages of one title in two folders. In
reference pages, which have no date, this is only an information.

Bad:
    2026-03-01-spring.md
        ---
        title: The garden in spring
        description: What to cut back in March.
        ---
    2026-10-04-autumn.md
        ---
        title: The garden in autumn
        description: What to cut back in March
        ---
Good:
    2026-03-01-spring.md
        ---
        title: The garden in spring
        description: What to cut back in March.
        ---
    2026-10-04-autumn.md
        ---
        title: The garden in autumn
        description: What to leave for the bees.
        ---
"""

from collections.abc import Iterator
from pathlib import PurePath

from editor_app.core.body.wording import letters
from editor_app.core.diagnostics import Diagnostic, Related, Severity
from editor_app.core.rule import Fixable
from editor_app.core.site.alike import without_counting
from editor_app.core.site.post_paths import name, without_variant
from editor_app.core.site.summaries import Summaries
from editor_app.core.site.summary import Summary

ID = "description-duplicate"
SEVERITY = Severity.WARNING
FIXABLE = Fixable.NO
IS_ON = True

_FEWEST_LETTERS = 12


def check(site: Summaries) -> Iterator[tuple[PurePath, Diagnostic]]:
    first: dict[tuple[str, str], Summary] = {}
    for post in site.posts:
        if post.description is None:
            continue
        said = letters(post.description.said.text)
        if len(said) < _FEWEST_LETTERS:
            continue
        other = first.setdefault((post.language, said), post)
        if other is not post and other.description is not None and not _is_series(post, other):
            here = site.say("The same description")
            is_blog = post.day is not None and other.day is not None
            yield (
                post.path,
                site.report(
                    ID,
                    SEVERITY if is_blog else Severity.INFO,
                    post.description.said.span,
                    "{path} has the same {name}",
                    field=post.description.key,
                    related=(Related(other.description.said.span, here, other.path),),
                    path=name(other.path),
                    name=post.description.key,
                ),
            )


def _is_series(post: Summary, other: Summary) -> bool:
    """Parts of one series, versions of one page, or the same page for two programs."""
    if without_variant(post.path) == without_variant(other.path):
        return True
    if post.title is None or other.title is None:
        return False
    if letters(post.title.text) == letters(other.title.text):
        return post.collection != other.collection
    return without_counting(post.title.text) == without_counting(other.title.text)
