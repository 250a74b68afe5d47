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

from collections.abc import Iterator
from itertools import pairwise

from editor_app.core.body.sentences import sentences
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
    for block in post.body.prose_blocks:
        prose = post.body.prose(block)
        for first, second in pairwise(sentences(prose, block.span.start)):
            said = first.of(post.text)
            if len(first) < _SHORTEST or said != second.of(post.text) or said.endswith(_CHEER):
                continue
            start = block.span.start
            if len(letters(prose[first.start - start : first.end - start])) >= _SHORTEST:
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
