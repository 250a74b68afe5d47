"""A sentence stands twice in a row.

A cheer, which ends in an exclamation mark, may be said twice.

Bad:
    ---
    title: Spring
    ---

    The first green tips stand along the wall. The first green tips stand along the wall. The mice were kind.
Good:
    ---
    title: Spring
    ---

    The first green tips stand along the wall. The mice were kind.
"""  # noqa: E501

from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise

from editor_app.core.body.blocks import Block
from editor_app.core.body.wording import letters
from editor_app.core.diagnostics import Diagnostic, Related, Severity
from editor_app.core.post import Post
from editor_app.core.rule import Fixable
from editor_app.core.text.edits import Edit
from editor_app.core.text.spans import Span

ID = "sentence-doubled"
SEVERITY = Severity.WARNING
FIXABLE = Fixable.ASK
IS_ON = True

_SHORTEST = 12
_CHEER = ("!", "！", "!」", "！」", "♪", "♪」")


def check(post: Post) -> Iterator[Diagnostic]:
    text = post.text
    found = [
        (first, second)
        for first, second in pairwise(post.body.sentences)
        if len(first) >= _SHORTEST and first.of(text) == second.of(text)
    ]
    if not found:
        return
    blocks = tuple(post.body.prose_blocks)
    block: Block | None = None
    prose = ""
    for first, second in found:
        at = bisect_right(blocks, first.start, key=lambda each: each.span.start) - 1
        if at < 0 or not blocks[at].span.encloses(Span(first.start, second.end)):
            continue
        if blocks[at] is not block:
            block = blocks[at]
            prose = post.body.prose(block)
        said = first.shifted(-blocks[at].span.start).of(prose)
        if not said.endswith(_CHEER) and len(letters(said)) >= _SHORTEST:
            yield _report(post, first, second)


def _report(post: Post, first: Span, second: Span) -> Diagnostic:
    return post.report(
        ID,
        SEVERITY,
        second,
        "This sentence stands twice in a row: {sentence}",
        fixes=(post.fix("Remove the second copy", (Edit(Span(first.end, second.end), ""),)),),
        related=(Related(first, post.say("Here it stands first")),),
        sentence=second.of(post.text),
    )
