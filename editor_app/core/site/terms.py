"""Tags and categories of all posts: how often each is used, and how one is changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from editor_app.core.diagnostics import Fix
from editor_app.core.site.summaries import Summaries
from editor_app.core.site.summary import Summary, Term
from editor_app.core.text.edits import Edit
from editor_app.core.text.expressions import expression

_SAFE_WORDS = expression(
    r"[^\W\d_][^\s\"'`\\:,\[\]{}]*(?: [^\s\"'`\\:,\[\]{}#&*!|>%@-][^\s\"'`\\:,\[\]{}]*)*"
)
_OTHER_VALUES = frozenset(
    {"true", "false", "yes", "no", "on", "off", "y", "n", "null", "nan", "inf"}
)


def spellings(posts: Iterable[Summary]) -> dict[str, Counter[str]]:
    """In how many posts each term stands, by the field that holds it."""
    counted = Counter(
        term for post in posts for term in {(term.field, term.said.text) for term in post.terms}
    )
    found: dict[str, Counter[str]] = {}
    for (field, text), count in counted.items():
        found.setdefault(field, Counter())[text] = count
    return found


def change(site: Summaries, post: Summary, term: Term, spelling: str) -> tuple[Fix, ...]:
    """A fix that gives a term another spelling.

    None where the post has that spelling already, and where it would have to
    be quoted.
    """
    has_it = any(each.field == term.field and each.said.text == spelling for each in post.terms)
    if has_it or not _SAFE_WORDS.fullmatch(spelling) or spelling.lower() in _OTHER_VALUES:
        return ()
    edits = (Edit(term.said.span, spelling),)
    return (site.fix("Change it to {spelling}", edits, spelling=spelling),)
