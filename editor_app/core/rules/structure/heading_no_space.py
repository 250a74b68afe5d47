"""A heading lacks the space after its marks.

Most generators then take it for text and print the marks. One mark alone may
begin a tag as well, so it is told where the place or the word is a heading's.

Bad:
    ---
    title: Spring
    ---

    ##In the garden

    The snow has gone.
Good:
    ---
    title: Spring
    ---

    ## In the garden

    The snow has gone.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from editor_app.core.body.block import Block, BlockKind
from editor_app.core.body.wording import width
from editor_app.core.diagnostics import Diagnostic, Severity
from editor_app.core.post import Post
from editor_app.core.rule import Fixable
from editor_app.core.text.edits import Edit
from editor_app.core.text.expressions import expression
from editor_app.core.text.spans import Span

ID = "heading-no-space"
SEVERITY = Severity.WARNING
FIXABLE = Fixable.SAFE
IS_ON = True

_WIDEST = 100
_JAPANESE = "\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff々〆"
# Not `##vso[…]`, `##INFO=<…>`, `##name##`, `##hashtag` and other words of machines.
_SURE = expression(
    rf"(?P<marks>#{{2,6}})(?P<text>(?:[{_JAPANESE}「『【（“]|[^\W\d_a-z](?![\w.-]*+(?:[\[(=:]|#))"
    rf"|\d{{1,3}}[.．、](?=[ \u3000]?[^\W\d_]))[^\n]*+)"
)
_SINGLE = expression(rf"(?P<marks>#)(?P<text>[{_JAPANESE}][^\n]*+)")
_MARKS = expression(r"\n[ \t]*+#{1,6}[^\s#]")
_CLOSING = expression(r"(?<![\s#\\])#{1,6}$")
_TAG = expression(r"(?:^|[\s\u3000])[#＃]++\w")
_SENTENCE = ("。", "．", "、", "，", ".", ",", ";")
_STOPS = ("。", "．", "！", "？", "!", "?", ".")
_OF_ARTICLES = frozenset(
    (
        *("見出し", "大見出し", "小見出し", "はじめに", "始めに", "初めに", "おわりに", "終わりに"),
        *("最後に", "まとめ", "総括", "結論", "概要", "要約", "要旨", "背景", "目的", "目次"),
        *("導入", "序論", "序文", "前書き", "まえがき", "あとがき", "考察", "参考文献", "付録"),
        *("よくある質問", "手順", "使い方", "注意点", "前提条件", "動作環境"),
    )
)
"""What only parts of an article are called."""


@dataclass(frozen=True, slots=True)
class _Line:
    """The first line of a paragraph: how many characters its marks have, and its span.

    `is_no_tag` says whether one mark can't be meant for a tag there.
    """

    marks: int
    span: Span
    is_no_tag: bool = False


def check(post: Post) -> Iterator[Diagnostic]:
    if _MARKS.search("\n" + post.text[post.body.start :]) is None:
        return
    single: list[_Line] = []
    for number, block in enumerate(post.body.blocks):
        found = _sure(post, block)
        if found is not None:
            yield _report(post, found, is_safe=True)
        elif (alone := _single(post, number)) is not None:
            single.append(alone)
    # One of them might be a tag; an article that has several, or other headings, has headings.
    has_headings = len(single) > 1 or bool(post.body.heading_blocks)
    for each in single:
        if has_headings or each.is_no_tag:
            yield _report(post, each, is_safe=False)


def _sure(post: Post, block: Block) -> _Line | None:
    """Two marks or more before a letter."""
    found = _SURE.fullmatch(_first_line(post, block))
    if found is None or not _may_be_heading(found["text"]):
        return None
    return _Line(len(found["marks"]), block.lines[0])


def _single(post: Post, number: int) -> _Line | None:
    """One mark before Japanese, between two other blocks or at the top, where no tags stand."""
    blocks = post.body.blocks
    block = blocks[number]
    found = _SINGLE.fullmatch(_first_line(post, block))
    if found is None or not _may_be_heading(found["text"]):
        return None
    if len(block.lines) > 1:
        if any(line.of(post.text)[:1] in "#＃" for line in block.lines[1:]):
            return None
        return _Line(1, block.lines[0], _is_of_article(found["text"]))
    following = blocks[number + 1] if number + 1 < len(blocks) else None
    if following is None or following.kind is not BlockKind.PARAGRAPH:
        return None
    if _first_line(post, following)[:1] in ("#", "＃"):
        return None
    is_no_tag = _is_of_article(found["text"]) or (
        number > 0 and _is_said(post, blocks[number - 1]) and _is_said(post, following)
    )
    return _Line(1, block.lines[0], is_no_tag)


def _is_of_article(text: str) -> bool:
    return text.strip(" \u3000#") in _OF_ARTICLES


def _is_said(post: Post, block: Block) -> bool:
    """Whether a block is prose that ends as a sentence; a tag stands above or below of all."""
    return block.is_prose and post.body.prose(block).rstrip().endswith(_STOPS)


def _first_line(post: Post, block: Block) -> str:
    return block.lines[0].of(post.text) if block.is_prose and block.lines else ""


def _may_be_heading(text: str) -> bool:
    return (
        len(text) <= _WIDEST
        and width(text) <= _WIDEST
        and not text.rstrip().endswith(_SENTENCE)
        and not _TAG.search(text)
    )


def _report(post: Post, line: _Line, is_safe: bool) -> Diagnostic:
    text = line.span.of(post.text)
    after = line.span.start + line.marks
    edits = [Edit(Span(after, after), " ")]
    closing = _CLOSING.search(text, line.marks)
    if closing is not None:  # marks at the end need a space as well, to be marks
        before = line.span.start + closing.start()
        edits.append(Edit(Span(before, before), " "))
    return post.report(
        ID,
        SEVERITY,
        Span(line.span.start, after),
        "Heading lacks the space after its marks: {line}",
        fixes=(post.fix("Insert a space", edits, safe=is_safe),),
        line=text,
    )
