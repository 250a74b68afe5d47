"""Lines such as `---END---` that a program which wrote the text has left in it."""

from __future__ import annotations

import re
from bisect import bisect_right

from editor_app.core.body.block import BlockKind
from editor_app.core.body.body import Body
from editor_app.core.text.expressions import expression
from editor_app.core.text.hints import Hints
from editor_app.core.text.spans import Span

_WHAT = r"(?:ARTICLE|BLOG|POST|DOCUMENT|FILE|TEXT|CONTENT|OUTPUT|RESPONSE|MARKDOWN|BODY|STORY)"
_WORDS = (
    rf"(?:(?:THE[ _-]?)?(?:(?:END|EOF|START|BEGIN|FIN|STOP)(?:[ _-]OF)?"
    rf"(?:[ _-](?:THE[ _-])?{_WHAT}){{0,3}}"
    rf"|{_WHAT}(?:[ _-]{_WHAT})?[ _-](?:END|START|BEGINS?|ENDS?)))"
)
_LINE = expression(
    rf"^[ \t]{{0,3}}(?:(?P<marks>[-=*#~_])(?P=marks){{2,}}[ ]?{_WORDS}[ ]?(?P=marks){{3,}}"
    rf"|(?:-{{2,}}|={{2,}}|<{{2,}}|\[{{2,}}|\{{{{2,}}|【{{2,}})[ ]?{_WORDS}[ ]?"
    rf"(?:-{{2,}}|={{2,}}|>{{2,}}|\]{{2,}}|\}}{{2,}}|】{{2,}}))[ \t]*$",
    re.MULTILINE,
)
_GLUED = expression(
    rf"(-(?<=[\w。．.！!？?、，,…」』）)”’]-)-{{2,}}{_WORDS}-{{3,}})[ \t]*$", re.MULTILINE
)
"""Without a space: one that stands apart, or after a colon, is what the sentence tells of."""
_ANY_OF = Hints(groups={"N": ("END", "BEGIN", "FIN"), "T": ("START", "STOP"), "F": ("EOF",)})
"""Most texts have none of them, and that is soon known."""

_TEXT = frozenset({BlockKind.PARAGRAPH, BlockKind.HEADING})
_ELSEWHERE = frozenset({BlockKind.QUOTE, BlockKind.LIQUID})


def end_markers(body: Body) -> tuple[Span, ...]:
    """Every marker in the text of a body, in order: not in code, quotes, HTML.

    A marker has a line of its own, or is glued to the words at the end of one.
    """
    if not _ANY_OF.are_in(body.text):
        return ()
    found = [Span(*line.span()) for line in _LINE.finditer(body.text, body.start)]
    glued = (Span(*glued.span(1)) for glued in _GLUED.finditer(body.text, body.start))
    found += (span for span in glued if _has_words(before_on_line(body.text, span)))
    if not found:
        return ()
    blocks = [block for block in body.blocks if block.lines and block.kind in _TEXT]
    starts = [block.span.start for block in blocks]
    code = sorted(body.code_spans)
    code_starts = [span.start for span in code]
    result: list[Span] = []
    for span in sorted(found):
        trimmed = _trimmed(body.text, span)
        at = bisect_right(starts, trimmed.start) - 1
        if at < 0 or not blocks[at].span.encloses(trimmed):
            continue
        if _ELSEWHERE.intersection(blocks[at].inside):
            continue
        in_code = bisect_right(code_starts, trimmed.start) - 1
        if in_code < 0 or not code[in_code].encloses(trimmed):
            result.append(trimmed)
    return tuple(result)


def before_on_line(text: str, marker: Span) -> str:
    """What stands before a marker on its line; blank where it has the line for itself."""
    return text[text.rfind("\n", 0, marker.start) + 1 : marker.start]


def _has_words(text: str) -> bool:
    return any(character.isalnum() for character in text)


def _trimmed(text: str, span: Span) -> Span:
    words = span.of(text)
    lead = len(words) - len(words.lstrip())
    return Span(span.start + lead, span.start + lead + len(words.strip()))
