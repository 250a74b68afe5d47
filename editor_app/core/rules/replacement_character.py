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

from editor_app.core.body.blocks import Block, BlockKind
from editor_app.core.diagnostics import Diagnostic, Severity
from editor_app.core.frontmatter.nodes import Mapping, Node, Path, Scalar, Sequence
from editor_app.core.frontmatter.paths import dotted
from editor_app.core.post import Post
from editor_app.core.text.edits import Edit
from editor_app.core.text.spans import Span

ID = "replacement-character"
SEVERITY = Severity.ERROR

_LOST = "\ufffd"
_RUN = re.compile(f"{_LOST}+")
_ABOUT_IT = re.compile(r"U\+FFFD|\\ufffd|replacement character|置換文字", re.IGNORECASE)
_CODE = frozenset({BlockKind.FENCE, BlockKind.CODE, BlockKind.LIQUID})


def check(post: Post) -> Iterator[Diagnostic]:
    if _LOST not in post.text:
        return
    front_matter = post.front_matter
    for run in _RUN.finditer(post.text, 0, front_matter.body_start):
        yield _in_front_matter(post, Span(*run.span()))
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
            fix = post.fix("Remove the replacement character", (Edit(span, ""),))
            yield post.report(ID, SEVERITY, span, _MESSAGE, fixes=(fix,))


_MESSAGE = "A letter was lost here: replacement character U+FFFD"


def _in_front_matter(post: Post, span: Span) -> Diagnostic:
    found = _scalar_at(post.front_matter.root, span.start)
    if found is None:
        return post.report(ID, SEVERITY, span, _MESSAGE)
    path, scalar = found
    fixes = post.fix_value("Remove the replacement character", path, _without(scalar.text))
    message = "A letter of {name} was lost here: replacement character U+FFFD"
    name = dotted(path)
    return post.report(ID, SEVERITY, span, message, field=name, fixes=fixes, name=name)


def _without(text: str) -> str:
    return text.replace(_LOST, "")


def _scalar_at(node: Node | None, offset: int) -> tuple[Path, Scalar] | None:
    """The value that holds an offset, and its path."""
    path: Path = ()
    while node is not None and not isinstance(node, Scalar):
        step: tuple[str | int, Node] | None = None
        if isinstance(node, Mapping):
            step = next(
                ((e.name, e.value) for e in node.entries if e.value.span.contains(offset)), None
            )
        elif isinstance(node, Sequence):
            step = next(
                ((i, item) for i, item in enumerate(node.items) if item.span.contains(offset)), None
            )
        if step is None:
            return None
        path, node = (*path, step[0]), step[1]
    return None if node is None else (path, node)
