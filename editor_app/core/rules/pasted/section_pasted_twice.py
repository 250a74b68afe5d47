"""A section or a run of paragraphs stands twice.

The same paragraphs, one after the other, stand in the text a second time.

Bad:
    ---
    title: Spring
    ---

    ## In the garden

    The snow has gone, and the first green tips stand where the bulbs were set in October, in two long rows along the wall, as if nobody had ever doubted that they would come.

    We have cut back the roses, tied up the raspberries, and carried the pots out of the cellar again, where the mice had left more of them than in any winter that we remember.

    ## In the garden

    The snow has gone, and the first green tips stand where the bulbs were set in October, in two long rows along the wall, as if nobody had ever doubted that they would come.

    We have cut back the roses, tied up the raspberries, and carried the pots out of the cellar again, where the mice had left more of them than in any winter that we remember.
Good:
    ---
    title: Spring
    ---

    ## In the garden

    The snow has gone, and the first green tips stand where the bulbs were set in October, in two long rows along the wall, as if nobody had ever doubted that they would come.

    We have cut back the roses, tied up the raspberries, and carried the pots out of the cellar again, where the mice had left more of them than in any winter that we remember.
"""  # noqa: E501

from collections.abc import Iterator
from dataclasses import dataclass

from editor_app.core.body.blocks import Block, BlockKind
from editor_app.core.body.wording import is_japanese, letters
from editor_app.core.diagnostics import Diagnostic, Related, Severity
from editor_app.core.post import Post
from editor_app.core.rule import Fixable
from editor_app.core.text.edits import Edit
from editor_app.core.text.spans import Span

ID = "section-pasted-twice"
SEVERITY = Severity.WARNING
FIXABLE = Fixable.ASK
IS_ON = True

_FEWEST_PARAGRAPHS = 2
_ENOUGH = 200
_ENOUGH_WITH_HEADING = 120
"""Letters that the repeated paragraphs have at least, all together."""

_MOST_TWINS = 2
"""Where more runs than these stand twice, a reference describes like things alike."""

_MOST_CANDIDATES = 4
_SHORTEST_CUT = 8


@dataclass(frozen=True, slots=True)
class _Piece:
    """A paragraph or heading of the post itself, and what it says."""

    block: Block
    said: str
    counts: bool


@dataclass(frozen=True, slots=True)
class _Run:
    """Pieces `first` and `second` are equal, and so on for `length` pieces."""

    first: int
    second: int
    length: int


def check(post: Post) -> Iterator[Diagnostic]:
    pieces = tuple(_pieces(post))
    runs = [run for run in _runs(pieces) if _is_enough(pieces, run)]
    bare = {run.first for run in runs if not _has_heading(pieces, run)}
    is_reference = len(bare) > _MOST_TWINS
    for run in runs:
        if not is_reference or _has_heading(pieces, run):
            yield _report(post, pieces, run)


def _is_enough(pieces: tuple[_Piece, ...], run: _Run) -> bool:
    copy = pieces[run.second : run.second + run.length]
    repeated = [len(piece.said) for piece in copy if piece.counts]
    enough = _ENOUGH_WITH_HEADING if _has_heading(pieces, run) else _ENOUGH
    return len(repeated) >= _FEWEST_PARAGRAPHS and sum(repeated) >= enough


def _has_heading(pieces: tuple[_Piece, ...], run: _Run) -> bool:
    return any(piece.block.level for piece in pieces[run.second : run.second + run.length])


def _pieces(post: Post) -> Iterator[_Piece]:
    for block in post.body.blocks:
        if block.inside:
            continue
        if block.kind not in (BlockKind.PARAGRAPH, BlockKind.HEADING):
            yield _Piece(block, "", False)
            continue
        said = letters(post.body.visible(block))
        shortest = 40 if is_japanese(said) else 80
        yield _Piece(block, said, block.is_prose and len(said) >= shortest)


def _runs(pieces: tuple[_Piece, ...]) -> Iterator[_Run]:
    """Runs that repeat an earlier one, the later ones apart from each other."""
    seen: dict[str, list[int]] = {}
    taken = 0
    for number, piece in enumerate(pieces):
        if not piece.counts:
            continue
        earlier = seen.setdefault(piece.said, [])
        if earlier and number >= taken:
            run = max(
                (_grown(pieces, first, number, taken) for first in earlier),
                key=lambda run: run.length,
            )
            yield run
            taken = run.second + run.length
        if len(earlier) < _MOST_CANDIDATES:
            earlier.append(number)


def _grown(pieces: tuple[_Piece, ...], first: int, second: int, taken: int) -> _Run:
    """Grow a pair of equal pieces to both sides, the two runs staying apart."""
    back = 0
    while (
        first - back > 0
        and second - back - 1 >= taken
        and second - back - 1 > first
        and _is_equal(pieces[first - back - 1], pieces[second - back - 1])
    ):
        back += 1
    first, second = first - back, second - back
    length = back + 1
    while (
        first + length < second
        and second + length < len(pieces)
        and _is_equal(pieces[first + length], pieces[second + length])
    ):
        length += 1
    if first + length < second and second + length < len(pieces):
        length += _is_cut(pieces[first + length], pieces[second + length])
    return _Run(first, second, length)


def _is_equal(one: _Piece, other: _Piece) -> bool:
    return bool(one.said) and one.said == other.said and one.block.kind is other.block.kind


def _is_cut(whole: _Piece, cut: _Piece) -> bool:
    """Whether the second copy stops in the middle of a paragraph."""
    return len(cut.said) >= _SHORTEST_CUT and whole.said.startswith(cut.said)


def _report(post: Post, pieces: tuple[_Piece, ...], run: _Run) -> Diagnostic:
    last = run.second + run.length - 1
    span = Span(pieces[run.second].block.span.start, pieces[last].block.span.end)
    first = Span(
        pieces[run.first].block.span.start, pieces[run.first + run.length - 1].block.span.end
    )
    line = post.lines.position(first.start).line
    return post.report(
        ID,
        SEVERITY,
        span,
        "This section stands twice: first in line {line}"
        if _has_heading(pieces, run)
        else "These paragraphs stand twice: first in line {line}",
        fixes=(post.fix("Remove the second copy", (Edit(_removed(post, span), ""),)),),
        related=(Related(first, post.say("Here it stands first")),),
        line=line,
    )


def _removed(post: Post, span: Span) -> Span:
    """The copy with the blank lines after it, or before it where it is the last."""
    rest = post.text[span.end :]
    if rest.strip():
        return Span(span.start, span.end + len(rest) - len(rest.lstrip("\n")))
    return Span(len(post.text[: span.start].rstrip()), span.end)
