"""Bold lines stand where headings belong.

They look like headings, but tables of contents, search engines and screen
readers do not see them.

Bad:
    ---
    title: Spring
    ---

    **The snow**

    It has gone.

    **The roses**

    They were cut back.

    **The raspberries**

    They were tied up.
Good:
    ---
    title: Spring
    ---

    ## The snow

    It has gone.

    ## The roses

    They were cut back.

    ## The raspberries

    They were tied up.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from editor_app.core.body.block import Block, BlockKind
from editor_app.core.body.inline import MASK
from editor_app.core.body.wording import letters
from editor_app.core.diagnostics import Diagnostic, Fix, Severity
from editor_app.core.post import Post
from editor_app.core.rule import Fixable, NumberOption
from editor_app.core.text.edits import Edit
from editor_app.core.text.expressions import expression
from editor_app.core.text.spans import Span

ID = "bold-as-heading"
SEVERITY = Severity.INFO
FIXABLE = Fixable.ASK
IS_ON = True

FEWEST = NumberOption(ID, "fewest", 3)
"""Fewer bold lines than these in a post are left alone."""
OPTIONS = (FEWEST,)

_BOLD = expression(
    r"(?P<marks>\*\*|__)(?P<text>[^\s*_](?:[^*\n]{0,58}[^\s*])?)(?P=marks)(?:\{[^{}\n]*\})?"
)
_SENTENCE = expression(
    r"[。．.！!？?：:、，,;；…～〜][)）」』”\"']?$|^[（(「『“\"].*[)）」』”\"]$|[–—-]$"
)
_SPEAKER = expression(
    r"(?:Before|After|Q|A|問|答|質問|回答)\d*(?:[.:：．]|\s|$)|[-–—―※*]|\d{1,2}[:/]\d\d"
)
_TEXT = frozenset(
    {BlockKind.PARAGRAPH, BlockKind.LIST, BlockKind.QUOTE, BlockKind.FENCE, BlockKind.TABLE}
)
_DEEPEST = 6


@dataclass(frozen=True, slots=True)
class _Line:
    """A bold line, and the level that it would have as a heading."""

    block: Block
    text: str
    level: int


def check(post: Post) -> Iterator[Diagnostic]:
    found = tuple(_lines(post))
    said = {letters(line.text) for line in found}
    # Names that come again are those of speakers.
    if len(found) < FEWEST.of(post.settings) or len(said) < len(found):
        return
    for line in found:
        yield post.report(
            ID,
            SEVERITY,
            line.block.span,
            "Bold line stands where a heading belongs: {line}",
            fixes=(_fix(post, line),),
            line=line.text,
        )


def _lines(post: Post) -> Iterator[_Line]:
    """Paragraphs of one bold line before text of their own."""
    level = 1
    waiting: _Line | None = None
    for block in post.body.blocks:
        if block.inside:
            continue
        bold = _bold(post, block)
        if waiting is not None and bold is None and block.kind in _TEXT:
            yield waiting
        waiting = _Line(block, bold, min(level + 1, _DEEPEST)) if bold is not None else None
        level = block.level or level


def _bold(post: Post, block: Block) -> str | None:
    if not block.is_prose or len(block.lines) != 1 or len(block.span) > 200:
        return None
    if not post.text.startswith(("**", "__"), block.span.start):
        return None
    found = _BOLD.fullmatch(post.body.prose(block).rstrip())
    if found is None or MASK in found["text"]:
        return None
    text = found["text"]
    if len(text) < 2 or _SENTENCE.search(text) or _SPEAKER.match(text):
        return None
    return text


def _fix(post: Post, line: _Line) -> Fix:
    start = line.block.span.start
    inner = start + 2
    end = inner + len(line.text)
    edits = (
        Edit(Span(start, inner), "#" * line.level + " "),
        Edit(Span(end, end + 2), ""),
    )
    return post.fix("Make it a heading", edits)
