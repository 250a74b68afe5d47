"""A parenthesis has no partner, or one of the other width.

Bad:
    ---
    title: 春の庭
    ---

    祖父（庭師だった)が植えた木だ。
Good:
    ---
    title: 春の庭
    ---

    祖父（庭師だった）が植えた木だ。
"""

import re
from collections.abc import Iterator

from editor_app.core.body.block import Block
from editor_app.core.body.japanese import japanese_paragraphs
from editor_app.core.diagnostics import Diagnostic, Severity
from editor_app.core.post import Post
from editor_app.core.rule import Fixable
from editor_app.core.text.edits import Edit
from editor_app.core.text.expressions import expression
from editor_app.core.text.spans import Span

ID = "ja-paren-unbalanced"
SEVERITY = Severity.INFO
FIXABLE = Fixable.ASK
IS_ON = False

# A short word or number before it counts an item: `1)`, `例）`. A face: `:)`, `;(`, `(^_^)`.
_ITEM = expression(
    r"^[^\s()（）]{1,4}[)）]|[\s。、（(](?:\d{1,3}|[A-Za-z]|[０-９]{1,3}|[①-⑳ア-ン])[)）]",
    re.MULTILINE,
)
_FACE = expression(
    r"[:;=][-']?[()]|[(（][^()（）\n]{0,12}[\^ω∀Д`´゜°≦≧￣;；_][^()（）\n]{0,12}[)）]?"
)
_PAREN = expression(r"[()（）]")
_WIDTH = {"(": ")", "（": "）"}


def check(post: Post) -> Iterator[Diagnostic]:
    for block, prose in japanese_paragraphs(post.body):
        if _PAREN.search(prose):
            yield from _of_paragraph(post, block, prose)


def _of_paragraph(post: Post, block: Block, prose: str) -> Iterator[Diagnostic]:
    left_out = {
        at
        for pattern in (_ITEM, _FACE)
        for found in pattern.finditer(prose)
        for at in range(*found.span())
    }
    opened: list[int] = []
    alone: list[int] = []
    for found in _PAREN.finditer(prose):
        at = found.start()
        if at in left_out:
            continue
        if found[0] in _WIDTH:
            opened.append(at)
        elif not opened:
            alone.append(at)
        elif found[0] != (usual := _WIDTH[prose[opened.pop()]]):
            span = Span(at, at + 1).shifted(block.span.start)
            yield post.report(
                ID,
                SEVERITY,
                span,
                "The parenthesis {mark} closes one of the other width",
                fixes=(post.fix("Write {text}", (Edit(span, usual),), text=usual),),
                mark=found[0],
            )
    for at in sorted(alone + opened):
        span = Span(at, at + 1).shifted(block.span.start)
        message = "The parenthesis {mark} has no partner"
        yield post.report(ID, SEVERITY, span, message, mark=prose[at])
