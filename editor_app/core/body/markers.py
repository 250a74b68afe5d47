"""Lines such as `---END---` that a program which wrote the text has left in it."""

from __future__ import annotations

import re
from bisect import bisect_right

from editor_app.core.body.blocks import BlockKind
from editor_app.core.body.body import Body
from editor_app.core.text.spans import Span

_WHAT = r"(?:ARTICLE|BLOG|POST|DOCUMENT|FILE|TEXT|CONTENT|OUTPUT|RESPONSE|MARKDOWN|BODY|STORY)"
_WORDS = (
    rf"(?:(?:THE[ _-]?)?(?:(?:END|EOF|START|BEGIN|FIN|STOP)(?:[ _-]OF)?"
    rf"(?:[ _-](?:THE[ _-])?{_WHAT}){{0,3}}"
    rf"|{_WHAT}(?:[ _-]{_WHAT})?[ _-](?:END|START|BEGINS?|ENDS?)))"
)
_LINE = re.compile(
    rf"^[ \t]{{0,3}}(?:(?P<marks>[-=*#~_])(?P=marks){{2,}}[ ]?{_WORDS}[ ]?(?P=marks){{3,}}"
    rf"|(?:-{{2,}}|={{2,}}|<{{2,}}|\[{{2,}}|\{{{{2,}}|【{{2,}})[ ]?{_WORDS}[ ]?"
    rf"(?:-{{2,}}|={{2,}}|>{{2,}}|\]{{2,}}|\}}{{2,}}|】{{2,}}))[ \t]*$",
    re.MULTILINE,
)
_GLUED = re.compile(rf"(?<=[^\s\-])[ \t]*(-{{3,}}{_WORDS}-{{3,}})[ \t]*$", re.MULTILINE)
_TEXT = frozenset({BlockKind.PARAGRAPH, BlockKind.HEADING})
_ELSEWHERE = frozenset({BlockKind.QUOTE, BlockKind.LIQUID})


def end_markers(body: Body) -> tuple[Span, ...]:
    """Every marker in the text of a body, in order: not in code, quotes, HTML.

    A marker has a line of its own, or is glued to the end of one.
    """
    found = [Span(*line.span()) for line in _LINE.finditer(body.text, body.start)]
    found += (Span(*glued.span(1)) for glued in _GLUED.finditer(body.text, body.start))
    if not found:
        return ()
    blocks = [block for block in body.blocks if block.lines and block.kind in _TEXT]
    starts = [block.span.start for block in blocks]
    result: list[Span] = []
    for span in sorted(found):
        trimmed = _trimmed(body.text, span)
        at = bisect_right(starts, trimmed.start) - 1
        if at < 0 or not blocks[at].span.encloses(trimmed):
            continue
        if not _ELSEWHERE.intersection(blocks[at].inside):
            result.append(trimmed)
    return tuple(result)


def _trimmed(text: str, span: Span) -> Span:
    words = span.of(text)
    lead = len(words) - len(words.lstrip())
    return Span(span.start + lead, span.start + lead + len(words.strip()))
