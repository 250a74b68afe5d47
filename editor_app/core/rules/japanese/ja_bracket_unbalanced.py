"""A Japanese bracket has no partner.

A quotation may go on in the next paragraphs, but not beyond the next heading.

Bad:
    ---
    title: 春の庭
    ---

    祖父は「雪が消えたら庭に出るんだよと言った。
Good:
    ---
    title: 春の庭
    ---

    祖父は「雪が消えたら庭に出るんだよ」と言った。
"""

import re
from collections import Counter
from collections.abc import Iterator

from editor_app.core.body.block import BlockKind
from editor_app.core.diagnostics import Diagnostic, Severity
from editor_app.core.post import Post
from editor_app.core.rule import Fixable
from editor_app.core.text.expressions import expression
from editor_app.core.text.spans import Span

ID = "ja-bracket-unbalanced"
SEVERITY = Severity.WARNING
FIXABLE = Fixable.NO
IS_ON = True

_PAIRS = {"「": "」", "『": "』", "【": "】"}
_OPENING = {closing: opening for opening, closing in _PAIRS.items()}
_OF_OTHERS = frozenset({BlockKind.QUOTE, BlockKind.LIQUID})
_BRACKET = expression("[「」『』【】]")
# What tells of brackets, and faces with arms such as (」・ω・)」.
_UNSURE = expression(
    r"括弧|かっこ|カッコ|鉤|カギ|かぎ|記号|bracket|[（(][」』】]|[「『【][)）]|[ω∀Д≦≧￣]",
    re.IGNORECASE,
)


def check(post: Post) -> Iterator[Diagnostic]:
    if post.body.is_ascii or not _BRACKET.search(post.text, post.body.start):
        return
    section: list[Span] = []
    is_sure = True
    for block in post.body.blocks:
        if block.kind is BlockKind.HEADING:
            yield from _report(post, section if is_sure else [])
            section, is_sure = [], True
        elif block.kind is BlockKind.PARAGRAPH and not _OF_OTHERS.intersection(block.inside):
            prose = post.body.prose(block)
            brackets = _BRACKET.finditer(prose)
            section += (Span(*found.span()).shifted(block.span.start) for found in brackets)
            is_sure = is_sure and not _UNSURE.search(prose)
    yield from _report(post, section if is_sure else [])


def _report(post: Post, section: list[Span]) -> Iterator[Diagnostic]:
    for span in _unpaired(post.text, section):
        bracket = span.of(post.text)
        message = (
            "The bracket {bracket} is never closed"
            if bracket in _PAIRS
            else "The bracket {bracket} was never opened"
        )
        yield post.report(ID, SEVERITY, span, message, bracket=bracket)


def _unpaired(text: str, brackets: list[Span]) -> list[Span]:
    """Brackets without a partner, in order."""
    opened: list[Span] = []
    waiting: Counter[str] = Counter()  # for so many closing ones of each kind
    alone: list[Span] = []
    for span in brackets:
        mark = span.of(text)
        if mark in _PAIRS:
            opened.append(span)
            waiting[_PAIRS[mark]] += 1
            continue
        if not waiting[mark]:
            alone.append(span)
            continue
        while (last := opened.pop()).of(text) != _OPENING[mark]:
            alone.append(last)
            waiting[_PAIRS[last.of(text)]] -= 1
        waiting[mark] -= 1
    return sorted(alone + opened)
