"""Comments in a body that speak to Galley and to nobody else: `<!-- galley: … -->`."""

from __future__ import annotations

from editor_app.core.text.expressions import expression
from editor_app.core.text.hints import Hints
from editor_app.core.text.spans import Span

_MARKS = Hints("GALLEY:", groups={"alley:": ("galley:", "Galley:")})
SAID = (
    r"\s*+(?i:galley):\s*+(?P<word>[\w-]*+)(?P<names>[\w\s,-]{0,2000}?)(?:\s--\s[^\n]{0,500}?)?\s*"
)
"""Names of rules, and behind two hyphens why."""
ASIDE = expression(
    rf"<!--{SAID}-->|\{{/\*{SAID.replace('?P<', '?P<mdx_')}\*/\}}"
    rf"|\{{%-?\s*+comment\s*+-?%\}}{SAID.replace('?P<', '?P<liquid_')}"
    r"\{%-?\s*+endcomment\s*+-?%\}"
)
"""In HTML, as MDX writes comments (groups with names in `mdx_`), or Liquid (`liquid_`)."""


def may_hold_asides(text: str) -> bool:
    """Whether it is worth while to look for some; quick for the many texts without."""
    return _MARKS.are_in(text)


def is_aside(text: str, span: Span) -> bool:
    """Whether a block is nothing else, so that no rule needs to see it."""
    return ASIDE.fullmatch(text, span.start, span.end) is not None
