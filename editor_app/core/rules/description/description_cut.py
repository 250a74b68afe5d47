"""Description stops in the middle of a sentence.

It ends in a comma, an open bracket, a particle or an article. That it has no
full stop is no fault.

Bad:
    ---
    title: Spring in the garden
    description: The snow has gone. We cut back the roses, the raspberries and the
    ---
Good:
    ---
    title: Spring in the garden
    description: The snow has gone. We cut back the roses, the raspberries and the hedge.
    ---
"""

import re
from collections.abc import Iterator

from editor_app.core.body.sentences import sentences
from editor_app.core.body.wording import is_japanese, width
from editor_app.core.diagnostics import Diagnostic, Fix, Severity
from editor_app.core.post import Post
from editor_app.core.rule import Fixable
from editor_app.core.text.expressions import expression

ID = "description-cut"
SEVERITY = Severity.WARNING
FIXABLE = Fixable.ASK
IS_ON = True

_JAPANESE_MARK = expression(r"[、，（「『・]$")
_JAPANESE_WORD = expression(
    r"(?:[\u30a0-\u30ff\u4e00-\u9fffA-Za-z0-9」』）)](?:が|を|に|へ|と|の|は|で)|という|における|に対する"
    r"|であり|しており|されており)$"
)
_NARROWEST = 60
"""Columns; a shorter one may be a phrase that ends so."""
_LATIN = expression(
    r"(?:[,(]|(?:^|\s)(?:the|a|an|and|or|but|nor|because|than|its|their|our|your|my|whose|into"
    r"|while|although|every|each))$",
    re.IGNORECASE,
)
_FEWEST_WORDS = 4
_FACE = expression(r"[:;=]-?\($")


def check(post: Post) -> Iterator[Diagnostic]:
    described = post.description
    if described is None or not _is_cut(described[1].text.strip()):
        return
    key, scalar = described
    spans = tuple(sentences(scalar.text))
    last = spans[-1]
    fixes: tuple[Fix, ...] = ()
    if len(spans) > 1:
        kept = scalar.text[: spans[-2].end]
        fixes = post.fix_value("Go back to the last full stop", (key,), kept)
    said = last.of(scalar.text)
    yield post.report(
        ID,
        SEVERITY,
        post.place(scalar, last.start, last.end),
        "{name} stops in the middle of a sentence: {end}",
        field=key,
        fixes=fixes,
        name=key,
        end=said if len(said) <= 40 else "…" + said[-39:],
    )


def _is_cut(text: str) -> bool:
    if is_japanese(text):
        if _JAPANESE_MARK.search(text):
            return True
        return width(text) >= _NARROWEST and _JAPANESE_WORD.search(text) is not None
    if _FACE.search(text) or len(text.split()) < _FEWEST_WORDS:
        return False
    found = _LATIN.search(text)
    return found is not None and not (found[0].isupper() and not text.isupper())
