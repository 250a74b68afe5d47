"""Comments in a body that speak to Galley and to nobody else: `<!-- galley: … -->`."""

from __future__ import annotations

from editor_app.core.text.expressions import expression
from editor_app.core.text.hints import Hints
from editor_app.core.text.spans import Span

_MARKS = ("galley:", "Galley:", "GALLEY:")
_IN_BODY = Hints(groups={"<": _MARKS, "{": _MARKS})
_ANYWHERE = Hints(*_MARKS)
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


def may_hold_asides(text: str, start: int) -> bool:
    """Whether it is worth while to look for some in a post whose body begins at `start`.

    Quick for the many texts without; in front matter they are comments of its format.
    """
    return _ANYWHERE.are_in(text[:start]) or _IN_BODY.are_in(text[start:])


def body_may_hold_asides(body: str) -> bool:
    return _IN_BODY.are_in(body)


def is_aside(text: str, span: Span) -> bool:
    """Whether a block is nothing else, so that no rule needs to see it."""
    return ASIDE.fullmatch(text, span.start, span.end) is not None
