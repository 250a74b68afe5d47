"""Two posts have the same title.

Readers can't tell them apart in lists and search results. Capitals, widths
and marks make no difference. Posts of other folders and languages are not
compared, and a title that comes again each year, or three times and more with
some days between, is that of a series.

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
from editor_app.core.site.alike import is_recurring
from editor_app.core.site.collections import collections
from editor_app.core.site.post_paths import name
from editor_app.core.site.summaries import Summaries
from editor_app.core.site.summary import Summary

ID = "title-duplicate"
SEVERITY = Severity.INFO
FIXABLE = Fixable.NO
IS_ON = True

_FEWEST_LETTERS = 6


def check(site: Summaries) -> Iterator[tuple[PurePath, Diagnostic]]:
    for posts in collections(site.posts).values():
        alike: dict[tuple[str, str], list[Summary]] = {}
        for post in posts:
            said = letters(post.title.text) if post.title is not None else ""
            if len(said) >= _FEWEST_LETTERS:
                alike.setdefault((post.language, said), []).append(post)
        for same in alike.values():
            if len(same) > 1 and not is_recurring(same):
                yield from _reports(site, same)


def _reports(site: Summaries, same: list[Summary]) -> Iterator[tuple[PurePath, Diagnostic]]:
    first = same[0]
    for post in same[1:]:
        if post.title is None or first.title is None:
            continue
        here = site.say("The same title")
        yield (
            post.path,
            site.report(
                ID,
                SEVERITY,
                post.title.span,
                "{path} has the same title",
                field="title",
                related=(Related(first.title.span, here, first.path),),
                path=name(first.path),
            ),
        )
