"""Comments in a body that speak to Galley and to nobody else: `<!-- galley: … -->`."""

from __future__ import annotations

import re

from editor_app.core.text.spans import Span

MARK = "galley:"
SAID = r"\s*+galley:\s*+(?P<word>[\w-]*+)(?P<names>[\w\s,-]{0,2000}?)\s*"
ASIDE = re.compile(rf"<!--{SAID}-->|\{{/\*{SAID.replace('?P<', '?P<mdx_')}\*/\}}")
"""In HTML, or (the groups whose names begin with `mdx_`) as MDX writes comments."""


def is_aside(text: str, span: Span) -> bool:
    """Whether a block is nothing else, so that no rule needs to see it."""
    return ASIDE.fullmatch(text, span.start, span.end) is not None
