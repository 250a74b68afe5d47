"""A tag is spelt in two ways.

Capitals, widths, spaces, `-`, `_` and dots make two tags of one, each with its
own page and half of the posts. The spelling that fewer posts have is reported,
within tags, within categories and so on.

Bad:
    spring.md
        ---
        title: The garden in spring
        tags: [garden design]
        ---
    summer.md
        ---
        title: The garden in summer
        tags: [garden design]
        ---
    autumn.md
        ---
        title: The garden in autumn
        tags: [Garden-Design]
        ---
Good:
    spring.md
        ---
        title: The garden in spring
        tags: [garden design]
        ---
    autumn.md
        ---
        title: The garden in autumn
        tags: [garden design]
        ---
"""

import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import PurePath

from editor_app.core.diagnostics import Diagnostic, Severity
from editor_app.core.rule import Fixable
from editor_app.core.site.summaries import Summaries
from editor_app.core.site.terms import change, spellings
from editor_app.core.text.expressions import expression

ID = "tag-near-duplicate"
SEVERITY = Severity.WARNING
FIXABLE = Fixable.ASK
IS_ON = True

_FEWEST_LETTERS = 2
_MARKS = expression(r"(?<!\d)[\s_\-・.]+|[\s_\-・.]+(?!\d)")
"""Not between two digits: 1.1 is not 11."""


def check(site: Summaries) -> Iterator[tuple[PurePath, Diagnostic]]:
    better: dict[tuple[str, str], str] = {}
    counts = spellings(site.posts)
    for field, counted in counts.items():
        for alike in _alike(counted):
            best = min(alike, key=lambda spelling: (-counted[spelling], spelling))
            better |= {(field, each): best for each in alike if each != best}
    for post in site.posts:
        for term in post.terms:
            best = better.get((term.field, term.said.text), "")
            if not best:
                continue
            count = counts[term.field][best]
            yield (
                post.path,
                site.report(
                    ID,
                    SEVERITY,
                    term.said.span,
                    "Spelt “{other}” in {count} other posts"
                    if count > 1
                    else "Spelt “{other}” in another post",
                    field=term.field,
                    fixes=change(site, post, term, best),
                    other=best,
                    count=count,
                ),
            )


def _alike(counted: Counter[str]) -> Iterator[list[str]]:
    groups: dict[str, list[str]] = {}
    for spelling in counted:
        groups.setdefault(_folded(spelling), []).append(spelling)
    return (
        group
        for folded, group in groups.items()
        if len(group) > 1 and len(folded) >= _FEWEST_LETTERS
    )


def _folded(spelling: str) -> str:
    return _MARKS.sub("", unicodedata.normalize("NFKC", spelling).lower())
