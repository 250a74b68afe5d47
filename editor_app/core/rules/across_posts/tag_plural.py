"""A tag is used in the singular and in the plural.

Each has its own page and half of the posts. The one that fewer posts have is
reported; a post that has both means both.

Bad:
    spring.md
        ---
        title: The garden in spring
        tags: [tools]
        ---
    summer.md
        ---
        title: The garden in summer
        tags: [tools]
        ---
    autumn.md
        ---
        title: The garden in autumn
        tags: [tool]
        ---
Good:
    spring.md
        ---
        title: The garden in spring
        tags: [tools]
        ---
    autumn.md
        ---
        title: The garden in autumn
        tags: [tools]
        ---
"""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import PurePath

from editor_app.core.diagnostics import Diagnostic, Severity
from editor_app.core.rule import Fixable
from editor_app.core.site.summaries import Summaries
from editor_app.core.site.terms import change, spellings
from editor_app.core.text.expressions import expression

ID = "tag-plural"
SEVERITY = Severity.INFO
FIXABLE = Fixable.ASK
IS_ON = True

_WORD = expression(r"[A-Za-z][A-Za-z -]*[A-Za-z]")
_SHORTEST = 4
_NO_PLURALS = frozenset({"windows", "https", "rails", "news", "goods", "customs", "postgres"})
"""Words that are no plural of the word without their last letter."""


def check(site: Summaries) -> Iterator[tuple[PurePath, Diagnostic]]:
    counts = spellings(site.posts)
    better = {
        (field, rarer): other
        for field, counted in counts.items()
        for rarer, other in _pairs(counted)
    }
    for post in site.posts:
        own = {(term.field, term.said.text) for term in post.terms}
        for term in post.terms:
            other = better.get((term.field, term.said.text), "")
            if not other or (term.field, other) in own:
                continue
            yield (
                post.path,
                site.report(
                    ID,
                    SEVERITY,
                    term.said.span,
                    "Singular and plural: “{term}” here, “{other}” in other posts",
                    field=term.field,
                    fixes=change(site, post, term, other),
                    term=term.said.text,
                    other=other,
                ),
            )


def _pairs(counted: Counter[str]) -> Iterator[tuple[str, str]]:
    """The rarer of a singular and its plural, and the other."""
    spelt = {spelling.lower(): spelling for spelling, _ in reversed(counted.most_common())}
    for lower, plural in spelt.items():
        singular = spelt.get(lower[:-1]) if lower.endswith("s") else None
        if singular is None or not _is_plural(lower):
            continue
        rarer, other = sorted((plural, singular), key=lambda each: (counted[each], each))
        yield rarer, other


def _is_plural(word: str) -> bool:
    last = re.split(r"[ -]", word)[-1]
    return (
        len(word) > _SHORTEST
        and len(last) > 3
        and _WORD.fullmatch(word) is not None
        and last not in _NO_PLURALS
        and not last.endswith(("ss", "ics", "us", "is"))
    )
