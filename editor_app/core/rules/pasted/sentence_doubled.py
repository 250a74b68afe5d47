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
from editor_app.core.text.expressions import expression
from editor_app.core.text.spans import Span

ID = "sentence-doubled"
SEVERITY = Severity.WARNING
FIXABLE = Fixable.ASK
IS_ON = True

_SHORTEST = 12
_FINALS = "。．！？.!?…"
_FINAL = expression(f"[{_FINALS}]+")
_SPACES = "".join(filter(str.isspace, map(chr, range(0x3001))))
_AROUND = _SPACES + ")]」』）】〉》”’\"'*_~"
_CHEER = ("!", "！", "!」", "！」", "♪", "♪」")


def check(post: Post) -> Iterator[Diagnostic]:
    if not _may_be_doubled(post.text[post.body.start :]):
        return
    for block in post.body.prose_blocks:
        if not _says_something_twice(block.span.of(post.text)):
            continue
        prose = post.body.prose(block)
        start = block.span.start
        for first, second in pairwise(sentences(prose)):
            said = first.of(prose)
            if len(said) < _SHORTEST or second.shifted(start).of(post.text) != first.shifted(
                start
            ).of(post.text):
                continue
            if not said.endswith(_CHEER) and len(letters(said)) >= _SHORTEST:
                yield _report(post, first.shifted(start), second.shifted(start))


def _may_be_doubled(text: str) -> bool:
    """Whether pieces between final marks or line breaks stand twice in a row in a body.

    A sentence is made of such pieces, so where it is doubled, each of the second copy stood
    before, and the first of them no further before than there are pieces in the copy. They
    are compared without what may close the sentence before.
    """
    for mark in _FINALS:
        text = text.replace(mark, "\n")
    pieces = [said for piece in text.split("\n") if (said := piece.strip(_AROUND))]
    last: dict[str, int] = {}
    end = never = len(pieces) + 1  # of the copy that a row of repeated pieces may be
    for number, piece in enumerate(pieces):
        before = last.get(piece)
        last[piece] = number
        end = never if before is None else min(end, 2 * number - before)
        if end <= number + 1:
            return True
    return False


def _says_something_twice(text: str) -> bool:
    """Whether a piece between final marks stands in a paragraph more than once.

    A sentence that stands twice is made of such pieces; to look for them is a
    tenth of the work of finding the sentences.
    """
    pieces = [piece.strip() for piece in _FINAL.split(text)]
    return len(set(pieces)) < len(pieces)


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
