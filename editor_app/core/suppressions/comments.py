"""Comments in a post that allow what a rule finds: where they stand and what they name.

In front matter `# galley: allow RULE, RULE` covers the field on its line or the
next one, in the body `<!-- galley: allow RULE -->` (in MDX `{/* … */}`, in Liquid `{% comment %}…{%
endcomment %}`) the block that it stands in or the next one; `allow-in-post` covers the
post. What comes after ` -- ` says why. Upper and lower case are the same.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath

from editor_app.core.body.asides import ASIDE, SAID, may_hold_asides
from editor_app.core.body.block import CONTAINERS, Block, BlockKind
from editor_app.core.body.liquid import regions
from editor_app.core.frontmatter.nodes import Mapping, Node, Path, Scalar, Sequence
from editor_app.core.frontmatter.paths import dotted
from editor_app.core.post import Post
from editor_app.core.text.expressions import expression
from editor_app.core.text.spans import Span

ALLOW, ALLOW_IN_POST = "allow", "allow-in-post"
_IN_FRONT_MATTER = expression(rf"#++{SAID}$")
_NAME = expression(r"[\w-]+")
_MDX = "mdx_"
_CODE = frozenset({BlockKind.FENCE, BlockKind.CODE})


@dataclass(frozen=True, slots=True)
class Name:
    """A rule that a comment names, and where."""

    rule: str
    span: Span


@dataclass(frozen=True, slots=True)
class Allowance:
    """One comment; `scope` is what it covers, None for the post, `field` the path of a field.

    A `word` that is neither `allow` nor `allow-in-post` allows nothing.
    """

    comment: Span
    word: str
    names: tuple[Name, ...]
    scope: Span | None
    field: str | None = None


def is_mdx(path: PurePath | None) -> bool:
    return path is not None and path.suffix.lower() == ".mdx"


def allowances(post: Post) -> tuple[Allowance, ...]:
    """The comments to Galley in a post, in order."""
    if not may_hold_asides(post.text, post.body.start):
        return ()
    return (*_of_front_matter(post), *_of_body(post))


def _read(found: re.Match[str], prefix: str, offset: int) -> tuple[str, tuple[Name, ...]]:
    start = found.start(prefix + "names") + offset
    names = (
        Name(each.group().lower(), Span(*each.span()).shifted(start))
        for each in _NAME.finditer(found[prefix + "names"])
    )
    return found[prefix + "word"].lower(), tuple(names)


def _of_front_matter(post: Post) -> Iterator[Allowance]:
    front_matter = post.front_matter
    comments = [
        (each.span, found)
        for each in front_matter.comments
        if (found := _IN_FRONT_MATTER.match(each.span.of(post.text))) is not None
    ]
    if not comments or front_matter.root is None:
        return
    places = sorted(_places(front_matter.root, ()), key=lambda place: place[0])
    starts = [span.start for span, _ in places]
    for comment, found in comments:
        word, names = _read(found, "", comment.start)
        if word == ALLOW_IN_POST:
            yield Allowance(comment, word, names, None)
            continue
        line = post.text.rfind("\n", 0, comment.start) + 1
        is_alone = not post.text[line : comment.start].strip()
        first = bisect_right(starts, comment.start if is_alone else line - 1)
        if first == len(places) or (not is_alone and starts[first] > comment.start):
            yield Allowance(comment, word, names, Span(line, comment.start))
        else:
            span, path = places[first]
            yield Allowance(comment, word, names, span, dotted(path))


def _places(node: Node, path: Path) -> Iterator[tuple[Span, Path]]:
    """Every entry and item, those that hold others before these."""
    if isinstance(node, Scalar) or (node.reference is not None and node.reference.alias):
        return
    if isinstance(node, Sequence):
        for number, item in enumerate(node.items):
            yield item.span, (*path, number)
            yield from _places(item, (*path, number))
    elif isinstance(node, Mapping):
        for entry in node.entries:
            yield entry.span, (*path, entry.name)
            yield from _places(entry.value, (*path, entry.name))


def _of_body(post: Post) -> Iterator[Allowance]:
    body = post.body
    found = [*ASIDE.finditer(post.text, body.start)]
    if not found:
        return
    verbatim = [each.span for each in regions(post.text, body.start) if each.is_verbatim]
    blocks = _Blocks(body.blocks)
    for each in found:
        prefix = _prefix(each[0])
        comment = Span(*each.span())
        block = blocks.around(comment)
        if block is not None and (block.kind in _CODE or _is_in_code(post, block, comment)):
            continue
        if any(span.encloses(comment) and span != comment for span in verbatim):
            continue
        if prefix == _MDX and not is_mdx(post.path):
            continue
        word, names = _read(each, prefix, 0)
        if word == ALLOW_IN_POST:
            yield Allowance(comment, word, names, None)
            continue
        # A comment that is a block of its own is none of the body's.
        is_alone = block is None or block.kind in CONTAINERS or _ends_html(post, block, comment)
        scope = (blocks.after(comment) if is_alone or block is None else block.span) or comment
        start = post.text.rfind("\n", 0, scope.start) + 1
        yield Allowance(comment, word, names, Span(max(start, body.start), scope.end))


def _ends_html(post: Post, block: Block, comment: Span) -> bool:
    """Whether a comment on a line of its own belongs to HTML only as no blank line parts them."""
    line = post.text.rfind("\n", 0, comment.start) + 1
    is_last = comment.end == block.span.end and not post.text[line : comment.start].strip()
    return block.kind is BlockKind.HTML and is_last and line > block.span.start


def _prefix(comment: str) -> str:
    """What the names of its groups begin with."""
    if comment.startswith("{%"):
        return "liquid_"
    return _MDX if comment.startswith("{") else ""


def _is_in_code(post: Post, block: Block, comment: Span) -> bool:
    return any(code.encloses(comment) for code in post.body.inline(block).code_spans)


class _Blocks:
    """Finds the innermost block around a place, and the outermost after one."""

    def __init__(self, blocks: tuple[Block, ...]) -> None:
        self._blocks = blocks
        self._starts = [block.span.start for block in blocks]

    def around(self, comment: Span) -> Block | None:
        at = bisect_right(self._starts, comment.start)
        for block in reversed(self._blocks[max(at - 64, 0) : at]):
            if block.span.encloses(comment):
                return block
        return None

    def after(self, comment: Span) -> Span | None:
        """The next block."""
        at = bisect_right(self._starts, comment.start)
        return self._blocks[at].span if at < len(self._blocks) else None
