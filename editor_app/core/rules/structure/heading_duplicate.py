"""Two headings of a section are the same.

A link to the second leads to the first in some generators, and readers of the
table of contents can't tell them apart. Perhaps a part was pasted twice.

Bad:
    ---
    title: Spring
    ---

    ## Cutting the roses

    The snow has gone.

    ## Cutting the roses

    They were cut back.
Good:
    ---
    title: Spring
    ---

    ## The snow

    The snow has gone.

    ## Cutting the roses

    They were cut back.
"""

import re
from collections.abc import Iterator

from editor_app.core.body.block import Block, BlockKind
from editor_app.core.body.wording import letters
from editor_app.core.diagnostics import Diagnostic, Related, Severity
from editor_app.core.post import Post
from editor_app.core.rule import Fixable
from editor_app.core.text.expressions import expression

ID = "heading-duplicate"
SEVERITY = Severity.INFO
FIXABLE = Fixable.NO
IS_ON = True

_SHORTEST = 4
_SHORTEST_PASTED = 40
_NO_MARKS = expression(r"[#=\-\s]+$")
_OF_A_FORM = expression(
    r"(?:example|note|usage|before|after|description|returns?|parameters?|arguments?|syntax|result|output"
    r"|input|code|answer|question|solution|summary|options|response|request|added|changed|fixed|removed"
    r"|例|注意|補足|結果|出力|入力|使い方|説明|引数|戻り値|解答|回答|質問|解説|まとめ|コード|構文)s?\d*"
)
"""What a form asks for again and again."""

_VERSION = expression(r"\d\.\d|\bv\d")
_COMPONENT = expression(r"^[ \t]*</?[A-Z]\w*[^<>\n]*>[ \t]*$", re.MULTILINE)
"""Parts that components choose from may have the same headings."""

_FEWEST_VERSIONS = 3


def check(post: Post) -> Iterator[Diagnostic]:
    if _is_a_form(post):
        return
    places: dict[tuple[int, str], list[int]] = {}  # by the heading above, and what they say
    above: list[int] = []
    blocks = post.body.blocks
    for number, block in enumerate(blocks):
        if block.kind is BlockKind.HEADING and not block.inside:
            while above and blocks[above[-1]].level >= block.level:
                above.pop()
            parent = above[-1] if above else -1
            places.setdefault((parent, _written(post, block)), []).append(number)
            above.append(number)
    for (_, written), numbers in places.items():
        # What stands more than twice is a form.
        if len(numbers) == 2 and _is_own(letters(written)):
            first, second = (blocks[number] for number in numbers)
            if first.level == second.level and not _has_same_text(post, *numbers):
                yield _report(post, first, second)


def _has_same_text(post: Post, first: int, second: int) -> bool:
    """Whether the same paragraph follows both: then all of it was pasted twice."""
    one, other = (post.body.blocks[number + 1 : number + 2] for number in (first, second))
    texts = {block.span.of(post.text) for block in (*one, *other)}
    return len(texts) == 1 and len(texts.pop()) >= _SHORTEST_PASTED


def _is_a_form(post: Post) -> bool:
    """Whether these are release notes, or parts that a component shows one of."""
    versions = sum(bool(_VERSION.search(heading.text)) for heading in post.body.headings)
    return versions >= _FEWEST_VERSIONS or (
        "<" in post.text and _COMPONENT.search(post.text, post.body.start) is not None
    )


def _written(post: Post, block: Block) -> str:
    """With its markup and attributes: those that differ there differ for the reader too."""
    return " ".join(_NO_MARKS.sub("", line.of(post.text)) for line in block.lines)


def _is_own(said: str) -> bool:
    return len(said) >= _SHORTEST and not _OF_A_FORM.fullmatch(said)


def _report(post: Post, first: Block, second: Block) -> Diagnostic:
    return post.report(
        ID,
        SEVERITY,
        second.span,
        "Heading stands twice in one section: {heading}",
        related=(Related(first.span, post.say("Here it stands first")),),
        heading=post.body.visible(second),
    )
