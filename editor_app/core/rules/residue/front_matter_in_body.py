"""The body begins with what belongs into the front matter.

A program wrote the title or the description into the text, and readers see
it there.

Bad:
    ---
    title: Spring
    ---

    title: Spring in the garden

    The snow has gone.
Good:
    ---
    title: Spring
    ---

    The snow has gone.
"""

import re
from collections.abc import Iterator

from editor_app.core.body.block import Block, BlockKind
from editor_app.core.body.removal import without_block, without_lines
from editor_app.core.diagnostics import Diagnostic, Fix, Severity
from editor_app.core.frontmatter.doctor import doctor
from editor_app.core.post import Post
from editor_app.core.rule import Fixable
from editor_app.core.text.edits import Edit
from editor_app.core.text.expressions import expression
from editor_app.core.text.spans import Span

ID = "front-matter-in-body"
SEVERITY = Severity.ERROR
FIXABLE = Fixable.ASK
IS_ON = True

_FIRST = 3
_LABEL = expression(
    r"[*_]{0,2}(?P<key>title|excerpt|description|タイトル|概要|抜粋)[*_]{0,2}[ ]?[:：]"
    r"[*_]{0,2}[ 　]*(?P<said>\S.*)",
    re.IGNORECASE,
)
_LABELLED = expression(
    r"[*_]{0,2}(?P<key>[^\W\d][^\n:：]{0,14}?)[*_]{0,2}[ ]?[:：](?!//)[*_]{0,2}[ 　]*\S"
)
_LONGEST = 80
_KEY = expression(
    r"(?:[a-z][\w-]*|title|excerpt|description|date|tags|categories|layout|slug|keywords"
    r"|meta description|タイトル|概要|抜粋|日付|タグ|カテゴリー?|キーワード|スラッグ"
    r"|メタディスクリプション)$",
    re.IGNORECASE,
)
_OF_A_SHEET = expression(
    r"(?:author|director|artist|speaker|publisher|year|price|isbn|genre|release|where|when|venue"
    r"|location|time|duration|abstract)s?$",
    re.IGNORECASE,
)
_TEXT = frozenset({BlockKind.PARAGRAPH, BlockKind.HEADING})


def check(post: Post) -> Iterator[Diagnostic]:
    blocks = [block for block in post.body.blocks[: _FIRST * 2] if not block.inside]
    written = [block for block in blocks if block.kind is not BlockKind.RULE][:_FIRST]
    texts = [block for block in written if block.kind in _TEXT]
    labels = [label for block in texts if (label := _label(post, block)) is not None]
    if not labels or any(_is_of_a_sheet(post, block) for block in texts):
        return
    if doctor.is_meant(post.text, post.front_matter):
        return  # it lacks its fences only, which is told by another rule
    for block, line, key in labels:
        fixes: tuple[Fix, ...] = ()
        if post.front_matter.format is not None:
            edit = Edit(_removed(post, blocks, block, line), "")
            fixes = (post.fix("Remove it from the text", (edit,)),)
        message = "The text begins with {key}, which belongs into the front matter"
        yield post.report(ID, SEVERITY, line, message, fixes=fixes, key=key)


def _label(post: Post, block: Block) -> tuple[Block, Span, str] | None:
    """The first line of a block that says what a key of the front matter says.

    A heading with marks of its own says something else; one that is underlined
    may be a line over a closing fence.
    """
    if block.kind is BlockKind.HEADING and block.span.of(post.text).startswith("#"):
        return None
    for line in block.lines:
        found = _LABEL.fullmatch(line.of(post.text))
        if found is not None:
            return block, line, found["key"]
    return None


def _is_of_a_sheet(post: Post, block: Block) -> bool:
    """Whether a block holds other labels, as that of a book or an event."""
    keys: list[str] = []
    for line in block.lines:
        found = _LABELLED.match(line.of(post.text))
        if found is not None and len(line) <= _LONGEST:
            keys.append(found["key"].strip())
    if len(keys) < len(block.lines):
        return False
    return any(not _KEY.match(key) or _OF_A_SHEET.match(key) for key in keys if not _is_own(key))


def _is_own(key: str) -> bool:
    return _LABEL.match(f"{key}: x") is not None


def _removed(post: Post, blocks: list[Block], block: Block, line: Span) -> Span:
    """The line, or all of a block of such lines with its fences."""
    if not all(_LABELLED.match(each.of(post.text)) for each in block.lines):
        return without_lines(post.text, line)
    start = block.span.start
    before = [each for each in blocks if each.span.end <= start]
    if before and before[-1].kind is BlockKind.RULE and block.kind is BlockKind.HEADING:
        start = before[-1].span.start
    return without_block(post.text, Span(start, block.span.end))
