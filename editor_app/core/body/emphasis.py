"""Strong emphasis that CommonMark does not see, and how to write it so that it does."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.common.utils import isMdAsciiPunct, isPunctChar

from editor_app.core.body.block import Block, BlockKind
from editor_app.core.body.body import Body
from editor_app.core.body.wording import has_japanese
from editor_app.core.text.edits import Edit, apply
from editor_app.core.text.expressions import expression
from editor_app.core.text.spans import Span

_MARK = "**"
_RUN = expression(r"(?<![*\\])\*\*(?!\*)")
_LONGEST = 200
_MOST_RUNS = 200
_MOST_MENDED = 100
"""More are not shown one by one."""

_LONGEST_BLOCK = 20_000
_LONGEST_LINE = 2_000
"""In longer ones nobody set the asterisks by hand, and reading them takes its time."""

_BRACKETS = {
    "「": "」",
    "『": "』",
    "（": "）",
    "(": ")",
    "【": "】",
    "［": "］",
    "[": "]",
    "《": "》",
    "〈": "〉",
    "“": "”",
}
_TEXT = frozenset({BlockKind.PARAGRAPH, BlockKind.HEADING})


@dataclass(frozen=True, slots=True)
class Unrendered:
    """From the first asterisk to the last, and the edits that make it emphasis."""

    span: Span
    edits: tuple[Edit, ...]


def unrendered(body: Body) -> Iterator[Unrendered]:
    read: _Read | None = None
    count = 0
    for block in body.blocks:
        if block.kind not in _TEXT or BlockKind.LIQUID in block.inside:
            continue
        text = block.span.of(body.text)
        if _MARK not in text or len(text) > _LONGEST_BLOCK:
            continue
        pairs = tuple(_broken(body, block))
        if not pairs:
            continue
        read = read or _reader(body)
        if read(text):
            for opening, closing in pairs:
                start = max(body.text.rfind("\n", 0, opening) + 1, block.span.start)
                count += 1
                edits: tuple[Edit, ...] = ()
                if count <= _MOST_MENDED:
                    line = _alone(body.text, block, (opening, closing), pairs)
                    edits = _mended(read, line, opening - start, closing - start)
                moved = tuple(Edit(edit.span.shifted(start), edit.text) for edit in edits)
                yield Unrendered(Span(opening, closing + len(_MARK)), moved)


def _alone(
    text: str, block: Block, pair: tuple[int, int], pairs: tuple[tuple[int, int], ...]
) -> str:
    """The line of a pair, with letters for the other broken pairs.

    CommonMark may take the end of one and the beginning of the next for a pair.
    """
    start = max(text.rfind("\n", 0, pair[0]) + 1, block.span.start)
    end = text.find("\n", pair[1], block.span.end)
    end = block.span.end if end < 0 else end
    others = (at for each in pairs if each != pair for at in each if start <= at < end)
    edits = (Edit(Span(at, at + len(_MARK)).shifted(-start), "x" * len(_MARK)) for at in others)
    return apply(text[start:end], edits)


_Read = Callable[[str], int]
"""How many pairs of asterisks CommonMark leaves in a block's text."""


def _reader(body: Body) -> _Read:
    parser = MarkdownIt("commonmark")
    references = {label: {"href": target, "title": ""} for label, target in body.references.items()}

    def read(text: str) -> int:
        tokens = parser.parseInline(text, {"references": references})
        children = (child for token in tokens for child in token.children or ())
        return sum(child.content.count(_MARK) for child in children if child.type == "text")

    return read


def _broken(body: Body, block: Block) -> Iterator[tuple[int, int]]:
    """Places of two runs of asterisks in a line that are meant as a pair and are none."""
    prose = body.prose(block)
    runs = [run.start() for run in _RUN.finditer(prose)][:_MOST_RUNS]
    at = 0
    while at + 1 < len(runs):
        opening, closing = runs[at], runs[at + 1]
        inner = prose[opening + len(_MARK) : closing]
        if not _is_meant(prose, opening, closing, inner):
            at += 1
            continue
        at += 2
        text = block.span.of(body.text)
        if not _opens(text, opening) or not _closes(text, closing):
            yield opening + block.span.start, closing + block.span.start


def _is_meant(prose: str, opening: int, closing: int, inner: str) -> bool:
    """Neither a glob, nor arguments, nor a power."""
    around = prose[max(opening - 1, 0) : opening] + prose[closing + 2 : closing + 3]
    return (
        0 < len(inner) <= _LONGEST
        and "\n" not in inner
        and not inner[0].isspace()
        and not inner[-1].isspace()
        and inner[0] not in "/.,;"
        and "/" not in around
        and any(each.isalpha() for each in inner)
        and _is_balanced(inner)
    )


def _is_balanced(inner: str) -> bool:
    """Whether no bracket is closed that was not opened, nor the other way round."""
    depth = 0
    for each in inner:
        depth += (each in "(（") - (each in ")）")
        if depth < 0:
            return False
    return depth == 0


def _is_punctuation(character: str) -> bool:
    return isMdAsciiPunct(ord(character)) or isPunctChar(character)


def _opens(text: str, at: int) -> bool:
    """Whether a run may open emphasis (is left-flanking)."""
    before, after = text[max(at - 1, 0) : at], text[at + 2 : at + 3]
    if not after or after.isspace():
        return False
    return not _is_punctuation(after) or not before or before.isspace() or _is_punctuation(before)


def _closes(text: str, at: int) -> bool:
    before, after = text[max(at - 1, 0) : at], text[at + 2 : at + 3]
    if not before or before.isspace():
        return False
    return not _is_punctuation(before) or not after or after.isspace() or _is_punctuation(after)


# --- other places for the asterisks


def _mended(read: _Read, text: str, opening: int, closing: int) -> tuple[Edit, ...]:
    """The first way that works."""
    if len(text) > _LONGEST_LINE:
        return ()
    before = read(text)
    ways = _ways(text, opening, closing)
    return next((edits for edits in ways if read(apply(text, edits)) < before), ())


def _ways(text: str, opening: int, closing: int) -> Iterator[tuple[Edit, ...]]:
    first, last = opening + len(_MARK), closing
    moved_first, moved_last = first, last
    if not _opens(text, opening):
        moved_first = _behind(text, first, last)
    if not _closes(text, closing):
        moved_last = _ahead(text, first, last)
        if _BRACKETS.get(text[first]) == text[last - 1] and moved_last <= first:
            moved_first, moved_last = first + 1, last - 1
    moves = [*_moved(opening, first, moved_first), *_moved(closing, last, moved_last)]
    spaces = [
        *([] if _opens(text, opening) else [Edit(Span(opening, opening), " ")]),
        *([] if _closes(text, closing) else [Edit(Span(closing + 2, closing + 2), " ")]),
    ]
    ways = [spaces, moves]
    if has_japanese(text[max(opening - 1, 0) : closing + 3]):
        ways.reverse()
    for way in ways:
        if way and moved_first < moved_last:
            yield tuple(sorted(way, key=lambda edit: edit.span))


def _moved(at: int, old: int, new: int) -> Iterator[Edit]:
    """Edits that take a mark away at one place and set it at another."""
    if new != old:
        yield Edit(Span(at, at + len(_MARK)), "")
        yield Edit(Span(new, new), _MARK)


def _ahead(text: str, first: int, last: int) -> int:
    """Where the closing mark may stand instead: before a bracket or marks at the end."""
    for opened, closed in _BRACKETS.items():
        if text[last - 1] == closed:
            at = text.rfind(opened, first, last)
            return at if at >= 0 else last - 1
    while last > first and _is_punctuation(text[last - 1]):
        last -= 1
    return last


def _behind(text: str, first: int, last: int) -> int:
    """Where the opening mark may stand instead: behind a bracket or marks at the beginning."""
    closed = _BRACKETS.get(text[first], "")
    at = text.find(closed, first, last) if closed else -1
    if at >= 0:
        return at + 1 if at + 1 < last else first + 1
    while first < last and _is_punctuation(text[first]):
        first += 1
    return first
