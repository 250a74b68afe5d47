"""The images that stand as HTML in a body."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from editor_app.core.body.block import BlockKind
from editor_app.core.body.body import Body
from editor_app.core.text.expressions import expression
from editor_app.core.text.spans import Span

_WITH_HTML = frozenset({BlockKind.HTML, BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.TABLE})
_TAG = expression(
    r"<!--.*?(?:-->|\Z)|<(?P<name>script|style|template)\b.*?(?:</(?P=name)|\Z)"
    r"|(?P<image><img\b[^<>]*+>)",
    re.IGNORECASE | re.DOTALL,
)


def image_tags(body: Body) -> Iterator[Span]:
    """Every `<img …>` outside of code, comments, scripts and styles, in order."""
    if "<" not in body.text or "<img" not in body.text.lower():
        return
    code = sorted(body.code_spans)
    starts = [span.start for span in code]
    for block in body.blocks:
        if block.kind not in _WITH_HTML:
            continue
        for tag in _TAG.finditer(block.span.of(body.text)):
            if tag["image"] is None:
                continue
            span = Span(*tag.span()).shifted(block.span.start)
            at = bisect_right(starts, span.start) - 1
            if at < 0 or not code[at].overlaps(span):
                yield span
