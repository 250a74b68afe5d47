"""A paragraph of a Japanese text is in another language.

It was not translated, or a program wrote there what it was about to do. A
text in two languages, and a paragraph that the one before announces, are left
in peace.

Bad:
    ---
    title: 春
    ---

    雪が消えて、誰もそれを惜しみませんでした。

    最初の緑の芽が、塀ぎわの二列に並びました。

    I will now search for more facts about the garden in spring, compare what the sources say about the roses, and then write the next part of the article.

    薔薇を切り戻し、鉢を地下室から運び出しました。
Good:
    ---
    title: 春
    ---

    雪が消えて、誰もそれを惜しみませんでした。

    最初の緑の芽が、塀ぎわの二列に並びました。

    薔薇を切り戻し、鉢を地下室から運び出しました。
"""  # noqa: E501

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, islice

from editor_app.core.body.block import Block
from editor_app.core.body.inline import MASK
from editor_app.core.body.wording import has_japanese
from editor_app.core.diagnostics import Diagnostic, Severity
from editor_app.core.post import Post
from editor_app.core.rule import Fixable
from editor_app.core.text.expressions import expression
from editor_app.core.text.spans import Span

ID = "paragraph-other-language"
SEVERITY = Severity.WARNING
FIXABLE = Fixable.NO
IS_ON = True

_SHORTEST = 120
_FEWEST_WORDS = 15
_MOST = 0.4
"""Where more of the paragraphs are so, the text is in two languages."""

_WORD = expression(r"(?<![\w@./-])[A-Za-z]{2,}(?![\w@/-])")
_ANNOUNCED = expression(
    r"(?:英語|英文|原文|English|Abstract|Summary|Original|以下|次の|引用|翻訳|訳|歌詞|Lyrics)"
    r"|[:：]\s*$",
    re.IGNORECASE,
)
_NO_PROSE = expression(
    r"[\"“‘'*_(]|(?:Copyright|©|\(c\)|Permission is|Licensed|Redistribution|THE SOFTWARE"
    r"|THIS SOFTWARE|All rights)",
    re.IGNORECASE,
)


def check(post: Post) -> Iterator[Diagnostic]:
    if post.body.is_ascii:
        return
    prose = post.body.prose_blocks
    most = int(_MOST * len(prose))
    found = (block.span for block in prose if _is_foreign(post, block))
    foreign = set(islice(found, most + 1))
    if not foreign or len(foreign) > most or not post.counts.is_japanese:
        return
    is_announced = False
    for is_foreign, group in groupby(post.body.blocks, lambda block: block.span in foreign):
        blocks = tuple(group)
        if not is_foreign:
            is_announced = _announces(post, blocks)
        elif not is_announced:
            yield _report(post, Span(blocks[0].span.start, blocks[-1].span.end))


def _is_foreign(post: Post, block: Block) -> bool:
    text = block.span.of(post.text)
    if len(text) < _SHORTEST or has_japanese(text) or _NO_PROSE.match(text):
        return False
    prose = post.body.prose(block).replace(MASK, "")
    if not prose.rstrip().endswith("."):
        return False
    return len(tuple(islice(_WORD.finditer(prose), _FEWEST_WORDS))) == _FEWEST_WORDS


def _announces(post: Post, blocks: Sequence[Block]) -> bool:
    """Whether the last of some blocks, or the heading over it, says that English follows."""
    last = blocks[-1].span.of(post.text)
    heading = next((block for block in reversed(blocks) if block.level), None)
    over = heading.span.of(post.text) if heading is not None else ""
    is_english = bool(over) and not has_japanese(over)
    return is_english or any(_ANNOUNCED.search(text) is not None for text in (last, over))


def _report(post: Post, span: Span) -> Diagnostic:
    message = "This part of a Japanese text is in another language: {words}"
    words = span.of(post.text)
    return post.report(ID, SEVERITY, span, message, words=words[:60].rstrip() + "…")
