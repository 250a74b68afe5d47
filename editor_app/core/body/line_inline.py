"""Tokens inside a line of text: emphasis, code, links, tags."""

from __future__ import annotations

import re
import unicodedata

from editor_app.core.body.inline import Inline, read_inline
from editor_app.core.body.line_tokens import Token, TokenKind
from editor_app.core.text.expressions import expression

_SPECIAL = expression(r"[*_`\[<{\\~]|https?://|www\.")
_DELIMITERS = expression(r"\*+|_+|~~")
_LONGEST = 20_000
"""Longer lines (data pasted in) are painted up to here, so that a key stays quick."""


def scan_inline(line: str, start: int, tokens: list[Token]) -> bool:
    """Add the tokens from `start` on; says whether a comment is left open."""
    if _SPECIAL.search(line, start) is None:
        return False
    end = min(len(line), start + _LONGEST)
    inline = read_inline(line, start, end, None)
    found: list[Token] = []
    _emphasis(line, start, end, inline, found)
    for link in inline.links:
        kind = TokenKind.IMAGE if link.is_image else TokenKind.LINK
        found.append(Token(kind, link.span.start, link.span.end))
        if link.target_span != link.text:
            found.append(Token(TokenKind.LINK_TARGET, link.target_span.start, link.target_span.end))
    found += (Token(TokenKind.CODE, span.start, span.end) for span in inline.code_spans)
    opened = False
    places = {token.start for token in found if token.kind is not TokenKind.STRONG}
    for mask in inline.masks:
        if mask.start in places:
            continue
        if line.startswith("<!--", mask.start):
            found.append(Token(TokenKind.COMMENT, mask.start, mask.end))
            opened = mask.end == len(line) and not line.endswith("-->")
        elif line[mask.start] in "<{":
            kind = TokenKind.HTML if line[mask.start] == "<" else TokenKind.LIQUID
            found.append(Token(kind, mask.start, mask.end))
    found.sort(key=lambda token: (token.start, -token.end))
    tokens += found
    return opened


def _emphasis(line: str, start: int, end: int, inline: Inline, found: list[Token]) -> None:
    """Pair the delimiters as CommonMark does, short of its rule of three."""
    opened: dict[str, list[list[int]]] = {"*": [], "_": [], "~": []}
    masks = iter(inline.masks)
    mask = next(masks, None)
    for run in _DELIMITERS.finditer(line, start, end):
        while mask is not None and mask.end <= run.start():
            mask = next(masks, None)
        if mask is not None and mask.start <= run.start():
            continue
        if line[run.start() - 1 : run.start()] == "\\":
            continue
        opens, closes = _flanking(line, run)
        at, left = run.start(), len(run[0])
        stack = opened[run[0][0]]
        while closes and left and stack:
            place = stack[-1]
            width = 2 if left >= 2 and place[1] >= 2 else 1
            if run[0][0] == "~" and width < 2:
                break
            kind = TokenKind.STRONG if width == 2 else TokenKind.EMPHASIS
            kind = TokenKind.STRIKE if run[0][0] == "~" else kind
            found.append(Token(kind, place[0] + place[1] - width, at + width))
            place[1] -= width
            at, left = at + width, left - width
            if not place[1]:
                stack.pop()
        if opens and left:
            stack.append([at, left])


def _flanking(line: str, run: re.Match[str]) -> tuple[bool, bool]:
    """Whether a run of delimiters can open and can close emphasis."""
    before = line[run.start() - 1 : run.start()] if run.start() else ""
    after = line[run.end() : run.end() + 1]
    space_before, space_after = not before.strip(), not after.strip()
    mark_before, mark_after = _is_mark(before), _is_mark(after)
    left = not space_after and (not mark_after or space_before or mark_before)
    right = not space_before and (not mark_before or space_after or mark_after)
    if run[0][0] == "_":
        return left and (not right or mark_before), right and (not left or mark_after)
    return left, right


def _is_mark(character: str) -> bool:
    return bool(character) and unicodedata.category(character)[0] in "PS"
