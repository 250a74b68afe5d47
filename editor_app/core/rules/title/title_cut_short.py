"""Title is cut short.

The body's first heading begins with the same words and goes on: the title
was cut on its way into the front matter.

Bad:
    ---
    title: How we moved a million users with
    ---

    # How we moved a million users without them noticing

    It took a year.
Good:
    ---
    title: How we moved a million users without them noticing
    ---

    # How we moved a million users without them noticing

    It took a year.
"""

from collections.abc import Iterator

from editor_app.core.body.block import Block, BlockKind
from editor_app.core.body.wording import is_finished, is_japanese, letters, width
from editor_app.core.diagnostics import Diagnostic, Severity
from editor_app.core.post import Post
from editor_app.core.rule import Fixable
from editor_app.core.text.expressions import expression

ID = "title-cut-short"
SEVERITY = Severity.ERROR
FIXABLE = Fixable.ASK
IS_ON = True

_FEWEST_LETTERS = 8
_WIDEST_PARAGRAPH = 140
_MARK = expression(r"\s*(?:#{1,6}\s+)?")
_TORN = expression(r"[\ufffd]+\s*$")
_SUBTITLE = expression(r"\s*[:|\-–—~(（「『【\[!?。、,.：？！／/〜～|｜]")
"""A title may well leave out what follows one of these."""


def check(post: Post) -> Iterator[Diagnostic]:
    scalar = post.scalar("title")
    title = post.string("title")
    if scalar is None or title is None:
        return
    start = len(_MARK.match(title)[0])  # type: ignore[index]
    for whole in _candidates(post):
        if _continues(title[start:], whole):
            yield post.report(
                ID,
                SEVERITY,
                post.place(scalar, start),
                "Title is cut short: the heading goes on with “{rest}”",
                field="title",
                fixes=post.fix_value("Take from heading", ("title",), whole),
                rest=_rest(title[start:], whole),
            )
            return


def _candidates(post: Post) -> Iterator[str]:
    """The heading that the title may have been taken from."""
    first = next(iter(post.body.blocks), None)
    top = next((block for block in post.body.blocks if block.level == 1), None)
    if first is not None and (first.level or _is_heading_like(post, first)):
        yield post.body.visible(first)
    if top is not None and top is not first:
        yield post.body.visible(top)
    if first is None or not first.level:
        heading = next((block for block in post.body.blocks if block.level), None)
        if heading is not None and heading is not top:
            yield post.body.visible(heading)


def _is_heading_like(post: Post, block: Block) -> bool:
    if block.kind is not BlockKind.PARAGRAPH or len(block.lines) != 1:
        return False
    text = post.body.visible(block)
    return width(text) <= _WIDEST_PARAGRAPH and not is_finished(text)


def _continues(title: str, whole: str) -> bool:
    head = letters(title)
    is_torn = _TORN.search(title) is not None
    if len(head) < (_FEWEST_LETTERS // 2 if is_torn else _FEWEST_LETTERS):
        return False
    if len(letters(whole)) <= len(head) or not letters(whole).startswith(head):
        return False
    if is_torn:
        return True
    rest = whole[_end_of_head(head, whole) :]
    if _SUBTITLE.match(rest):
        return False
    return is_japanese(title) or not rest[:1].isspace()


def _end_of_head(head: str, whole: str) -> int:
    """Where in `whole` the letters of the head have all been read."""
    low, high = 0, len(whole)
    while low < high:
        middle = (low + high) // 2
        if len(letters(whole[:middle])) < len(head):
            low = middle + 1
        else:
            high = middle
    return low


def _rest(title: str, whole: str) -> str:
    rest = whole[_end_of_head(letters(title), whole) :].strip()
    return rest if len(rest) <= 60 else rest[:59] + "…"
