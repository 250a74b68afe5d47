"""A letter was lost: there is a replacement character in its place.

U+FFFD stands where bytes could not be read, mostly since a text was cut
inside a letter or read in the wrong encoding. What stood there can't be told
from it.

Bad:
    ---
    title: "Spring in the gard\ufffd"
    ---
Good:
    ---
    title: "Spring in the garden"
    ---
"""

import re
from collections.abc import Iterator

from editor_app.core.body.block import Block, BlockKind
from editor_app.core.diagnostics import Diagnostic, Severity
from editor_app.core.frontmatter.paths import dotted
from editor_app.core.post import Post
from editor_app.core.rule import Fixable
from editor_app.core.text.edits import Edit
from editor_app.core.text.expressions import expression
from editor_app.core.text.spans import Span

ID = "replacement-character"
SEVERITY = Severity.ERROR
FIXABLE = Fixable.ASK
IS_ON = True

_REMOVE = "Remove the replacement character"
_LOST = "\ufffd"
_RUN = expression(f"{_LOST}+")
_ABOUT_IT = expression(r"U\+FFFD|\\ufffd|replacement character|置換文字", re.IGNORECASE)
_CODE = frozenset({BlockKind.FENCE, BlockKind.CODE, BlockKind.LIQUID})


def check(post: Post) -> Iterator[Diagnostic]:
    yield from _in_front_matter(post)
    if _LOST not in post.text:
        return
    for block in post.body.blocks:
        if block.lines or block.kind in (BlockKind.HTML, BlockKind.TABLE):
            yield from _in_block(post, block)


def _in_block(post: Post, block: Block) -> Iterator[Diagnostic]:
    text = block.span.of(post.text)
    if _LOST not in text or block.kind in _CODE or _ABOUT_IT.search(text):
        return
    code = post.body.inline(block).code_spans
    for run in _RUN.finditer(post.text, block.span.start, block.span.end):
        span = Span(*run.span())
        if not any(span.overlaps(each) for each in code):
            fix = post.fix(_REMOVE, (Edit(span, ""),))
            yield post.report(ID, SEVERITY, span, _MESSAGE, fixes=(fix,))


_MESSAGE = "A letter was lost here: replacement character U+FFFD"


def _in_front_matter(post: Post) -> Iterator[Diagnostic]:
    """In values, where it may be written as an escape, and outside of them."""
    places: set[Span] = set()
    for path, scalar in post.scalars():
        for run in _RUN.finditer(scalar.text):
            place = post.place(scalar, *run.span())
            places.add(place)
            yield post.report(
                ID,
                SEVERITY,
                place,
                "A letter of {name} was lost here: replacement character U+FFFD",
                field=dotted(path),
                fixes=post.fix_value(_REMOVE, path, _without(scalar.text, run)),
                name=dotted(path),
            )
    told = {at for place in places for at in range(place.start, place.end)}
    for run in _RUN.finditer(post.text, 0, post.front_matter.body_start):
        if told.isdisjoint(range(*run.span())):
            yield post.report(ID, SEVERITY, Span(*run.span()), _MESSAGE)


def _without(text: str, run: re.Match[str]) -> str:
    return text[: run.start()] + text[run.end() :]
