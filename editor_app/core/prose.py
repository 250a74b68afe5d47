"""What a post says to its readers, piece by piece, each with its place."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from operator import add

from editor_app.core.body.block import Block, BlockKind
from editor_app.core.body.inline import MASK
from editor_app.core.diagnostics import Fix
from editor_app.core.frontmatter.nodes import Path, Scalar
from editor_app.core.frontmatter.paths import dotted
from editor_app.core.post import Post
from editor_app.core.text.edits import Edit
from editor_app.core.text.expressions import expression
from editor_app.core.text.spans import Span

_UNPARTED = expression(r"[\w!#-;=?-_~]*+")
_READ = frozenset({BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.TABLE})


@dataclass(frozen=True, slots=True)
class Piece:
    """The prose of one block (masked where it is code or a URL), or what a field says.

    `addresses` are the ends of bare URLs in the text.
    """

    text: str
    start: int
    path: Path = ()
    scalar: Scalar | None = None
    addresses: tuple[int, ...] = ()

    @property
    def field(self) -> str | None:
        return dotted(self.path) if self.path else None

    def place(self, post: Post, span: Span) -> Span:
        """Where a stretch of the piece stands in the post."""
        if self.scalar is None:
            return span.shifted(self.start)
        return post.place(self.scalar, span.start, span.end)

    def fix(
        self, post: Post, span: Span, new: str, title: str, *, is_safe: bool, **values: object
    ) -> tuple[Fix, ...]:
        """A fix that writes other words for a stretch of the piece."""
        if self.scalar is None:
            is_safe = is_safe and not self._may_be_address(span)
            edit = Edit(span.shifted(self.start), new)
            return (post.fix(title, (edit,), safe=is_safe, **values),)
        whole = self.text[: span.start] + new + self.text[span.end :]
        return post.fix_value(title, self.path, whole, safe=is_safe, **values)

    def _may_be_address(self, span: Span) -> bool:
        """Whether nothing parts a stretch from a bare URL, of which it may be the end."""
        end = max((end for end in self.addresses if end <= span.start), default=None)
        return end is not None and _UNPARTED.fullmatch(self.text, end, span.start) is not None


class Prose:
    """Pieces as one text, so that it can be searched at once; nothing is found across two."""

    def __init__(self, pieces: Iterable[Piece]) -> None:
        self._pieces = tuple(pieces)
        self.text = _BETWEEN.join(piece.text for piece in self._pieces)
        lengths = (len(piece.text) + len(_BETWEEN) for piece in self._pieces)
        self._starts = list(accumulate(lengths, initial=0))

    @cached_property
    def _pairs(self) -> frozenset[str]:
        return frozenset(map(add, self.text, self.text[1:]))

    def has(self, words: str) -> bool:
        """Whether words stand somewhere; quick for the thousands that do not."""
        return (len(words) < 2 or words[:2] in self._pairs) and words in self.text

    def at(self, span: Span) -> tuple[Piece, Span] | None:
        """The piece that holds a stretch of the text, and where in it; None across two."""
        number = bisect_right(self._starts, span.start) - 1
        if number >= len(self._pieces):
            return None
        piece, inner = self._pieces[number], span.shifted(-self._starts[number])
        return (piece, inner) if inner.end <= len(piece.text) else None


_BETWEEN = f"\n{MASK}\n"


def of_body(post: Post) -> Prose:
    """Paragraphs, headings and tables, in lists and quotes too."""
    blocks = (block for block in post.body.blocks if block.kind in _READ)
    return Prose(
        Piece(post.body.prose(block), block.span.start, addresses=tuple(_addresses(post, block)))
        for block in blocks
    )


def _addresses(post: Post, block: Block) -> Iterator[int]:
    for link in post.body.inline(block).links:
        if link.span == link.target_span:
            yield link.span.end - block.span.start


def of_fields(post: Post) -> Prose:
    """The texts of the front matter."""
    texts = ((path, each) for path, each in post.scalars() if isinstance(each.yaml11, str))
    return Prose(Piece(scalar.text, 0, path, scalar) for path, scalar in texts)
