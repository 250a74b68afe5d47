"""The text stops in the middle of a sentence.

The last paragraph, or one before a marker or a heading, has no end, or the
next one begins with its last words and goes on. Texts whose paragraphs often
end without a full stop are not judged.

Bad:
    ---
    title: Spring
    ---

    The snow has gone, and nobody misses it.

    The first green tips stand along the wall.

    We have cut back the roses and carried out the pots.

    The mice have left more of them than in any winter.

    This year we want to try something else. Instead of the long rows along the wall there will be
Good:
    ---
    title: Spring
    ---

    The snow has gone, and nobody misses it.

    The first green tips stand along the wall.

    We have cut back the roses and carried out the pots.

    The mice have left more of them than in any winter.

    This year we want to try something else. Instead of the long rows there will be a meadow.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from editor_app.core.body.blocks import Block, BlockKind
from editor_app.core.body.endings import is_cut
from editor_app.core.body.markers import end_markers
from editor_app.core.body.sentences import sentences
from editor_app.core.body.wording import is_finished, letters
from editor_app.core.diagnostics import Diagnostic, Fix, Severity
from editor_app.core.post import Post
from editor_app.core.rule import Fixable
from editor_app.core.text.edits import Edit
from editor_app.core.text.spans import Span

ID = "text-cut-off"
SEVERITY = Severity.WARNING
FIXABLE = Fixable.ASK
IS_ON = True

_FEWEST_PARAGRAPHS = 4
_SHORTEST = 20
_FEWEST_LETTERS_AGAIN = 12
_FINISHED_SHARE = 0.8
_AFTERWARDS = frozenset(
    {BlockKind.RULE, BlockKind.LIQUID, BlockKind.HTML, BlockKind.COMMENT, BlockKind.REFERENCE}
)
_BREAKS = frozenset({BlockKind.HEADING, BlockKind.RULE})
_RELATED = (
    "関連記事",
    "あわせて読みたい",
    "参考",
    "脚注",
    "related",
    "footnotes",
    "references",
    "seealso",
)


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A paragraph that may be cut, up to `end`, and what follows it."""

    block: Block
    end: int
    before: str


def check(post: Post) -> Iterator[Diagnostic]:
    markers = end_markers(post.body)
    blocks = [block for block in post.body.blocks if not _is_nested(block)]
    candidates = tuple(_candidates(post, blocks, markers))
    if not candidates or not _writes_full_stops(post, candidates):
        return
    for candidate in candidates:
        block = candidate.block
        prose = post.body.prose(block)[: candidate.end - block.span.start]
        if is_cut(prose, candidate.before):
            yield _report(post, candidate, prose)


def _is_nested(block: Block) -> bool:
    return bool(block.inside) and block.kind is not BlockKind.LIQUID


def _candidates(
    post: Post, blocks: Sequence[Block], markers: Sequence[Span]
) -> Iterator[_Candidate]:
    """The paragraphs that may be cut, each once.

    Those before a marker, a heading or a rule, before one that begins with the
    same words, and the last one.
    """
    marked = {marker.start for marker in markers}
    last = _last(post, blocks, marked)
    previous: Block | None = None
    for block in blocks:
        marker = next((line.start for line in block.lines if line.start in marked), None)
        if marker is not None:
            text = post.text[block.span.start : marker].rstrip()
            if text:
                yield _Candidate(block, block.span.start + len(text), "marker")
            elif previous is not None and previous.is_prose:
                yield _Candidate(previous, previous.span.end, "marker")
        elif block.kind in _BREAKS and previous not in (None, last) and previous.is_prose:
            yield _Candidate(previous, previous.span.end, "heading")
        elif previous is not None and _begins_again(post, previous, block):
            yield _Candidate(previous, previous.span.end, "again")
        previous = None if marker is not None else block
    if last is not None:
        yield _Candidate(last, last.span.end, "end")


def _begins_again(post: Post, block: Block, following: Block) -> bool:
    """Whether a paragraph says the other's last words once more and goes on.

    A sentence stands before those words: alone they may be a title.
    """
    if not block.is_prose or not following.is_prose:
        return False
    prose = post.body.prose(block)
    if is_finished(prose):
        return False
    spans = tuple(sentences(prose))
    words = letters(spans[-1].of(prose))
    if len(spans) < 2 or len(words) < _FEWEST_LETTERS_AGAIN:
        return False
    again = letters(post.body.prose(following))
    return len(again) > len(words) and again.startswith(words)


def _last(post: Post, blocks: Sequence[Block], marked: set[int]) -> Block | None:
    """The paragraph with which the text ends, if it ends with one and no marker follows."""
    rest = list(blocks)
    tail = next(
        (
            number
            for number, block in enumerate(rest)
            if block.level
            and letters(post.body.visible(block)).startswith(_RELATED)
            and not any(later.level for later in rest[number + 1 :])
        ),
        len(rest),
    )
    del rest[tail:]
    while rest and (rest[-1].kind in _AFTERWARDS or rest[-1].span.of(post.text).startswith("※")):
        rest.pop()
    if not rest or not rest[-1].is_prose:
        return None
    if any(line.start in marked for line in rest[-1].lines):
        return None
    return rest[-1]


def _writes_full_stops(post: Post, candidates: Sequence[_Candidate]) -> bool:
    """Whether the other paragraphs end as sentences do."""
    left_out = {candidate.block.span for candidate in candidates}
    ends = [
        is_finished(prose)
        for block in post.body.prose_blocks
        if block.span not in left_out and len(prose := post.body.prose(block)) >= _SHORTEST
    ]
    return len(ends) + 1 >= _FEWEST_PARAGRAPHS and sum(ends) >= _FINISHED_SHARE * len(ends)


def _report(post: Post, candidate: _Candidate, prose: str) -> Diagnostic:
    spans = tuple(sentences(prose, candidate.block.span.start))
    fragment = spans[-1]
    fixes: tuple[Fix, ...] = ()
    if len(spans) > 1:
        edit = Edit(Span(spans[-2].end, candidate.end), "")
        fixes = (post.fix("Go back to the last full stop", (edit,)),)
    said = fragment.of(post.text)
    message = {
        "marker": "The text stops in the middle of a sentence before a marker: {end}",
        "heading": "The text stops in the middle of a sentence before a heading: {end}",
        "again": "The text stops in the middle of a sentence and begins again: {end}",
        "end": "The text stops in the middle of a sentence: {end}",
    }[candidate.before]
    end = said if len(said) <= 40 else "…" + said[-39:]
    return post.report(ID, SEVERITY, fragment, message, fixes=fixes, end=end)
