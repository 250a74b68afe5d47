"""A summary of a post: what site rules need of it, small enough to keep thousands."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import PurePath

from editor_app.core.body.block import BlockKind
from editor_app.core.body.sentences import sentences
from editor_app.core.body.wording import is_japanese, width
from editor_app.core.generator import Generator
from editor_app.core.post import Post
from editor_app.core.site.fingerprint import bare, fingerprint
from editor_app.core.site.front_matter_parts import (
    day,
    description,
    is_draft,
    keys,
    names,
    reading_time,
    said,
    said_language,
    terms,
)
from editor_app.core.site.links import address
from editor_app.core.site.post_paths import collection, is_index, language
from editor_app.core.site.summary_parts import (
    Description,
    InternalLink,
    Key,
    ReadingTime,
    Said,
    Term,
)
from editor_app.core.text.expressions import expression
from editor_app.core.text.spans import Span
from editor_app.core.text.value import value

__all__ = [
    "Description",
    "InternalLink",
    "Key",
    "ReadingTime",
    "Said",
    "Summary",
    "Term",
    "summarise",
]


NOWHERE = Span(0, 0)


@value
class Summary:
    """Frozen and picklable; spans count in the text of the post as it was read.

    `folder` and `collection` are those of the path as texts, quick to compare.
    `language` has two letters, or is empty where nothing says it and the text
    is not Japanese. `opening` is how the body's first paragraph begins,
    `length` how many characters its text has without space, and `names` are those under which
    links find the post. `place` is where something missing is reported.
    """

    path: PurePath
    folder: str = ""
    collection: str = ""
    is_index: bool = False
    generator: Generator = Generator.UNKNOWN
    language: str = ""
    day: dt.date | None = None
    is_draft: bool = False
    place: Span = NOWHERE
    title: Said | None = None
    description: Description | None = None
    heading: str = ""
    opening: str = ""
    keys: tuple[Key, ...] = ()
    terms: tuple[Term, ...] = ()
    reading_time: ReadingTime | None = None
    links: tuple[InternalLink, ...] = ()
    names: tuple[str, ...] = ()
    length: int = 0
    fingerprint: bytes = b""

    @property
    def key_names(self) -> frozenset[str]:
        return frozenset(key.name.text for key in self.keys)


_TEXTUAL = frozenset({BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.TABLE})
_LIST_MARK = expression(r"[\s>]*(?:[-*+]|\d{1,9}[.)])?\s*")
_POINTING = 40
_POINTS_BEFORE = expression(
    r"(?:^|[。．！？!?]|\s)(?:あわせて|合わせて|併せて|関連記事|関連|参考記事|こちらも)"
    r"\s*[:：、]?\s*[「『“\"]?$"
)
_POINTS_AFTER = expression(
    r"[」』”\"]?(?:[もを](?:お読みください|お読み下さい|ご覧ください|ご覧下さい|ご参照ください|参照|どうぞ))?"
    r"(?:[。．.！!]|[ \t]*$)"
)
_JUDGED = 2000
_OPENING_WIDTH = 60
_WIDEST_OPENING = 200
_MOST_LINKS = 100
_LONGEST_LINK_TEXT = 200


def summarise(post: Post, path: PurePath) -> Summary:
    """What site rules need of a post; never raises."""
    text = bare("\n".join(_texts(post)))
    title = said(post, "title")
    headings = post.body.headings
    front_matter = post.front_matter
    return Summary(
        path=path,
        folder=path.parent.as_posix(),
        collection=collection(path).as_posix(),
        is_index=is_index(path),
        generator=post.generator,
        language=said_language(post) or language(path) or _script(title, text),
        day=day(post, path),
        is_draft=is_draft(post, path),
        place=front_matter.opening or NOWHERE,
        title=title,
        description=description(post),
        heading=headings[0].text[:_LONGEST_LINK_TEXT] if headings else "",
        opening=_opening(post),
        keys=keys(post),
        terms=terms(post),
        reading_time=reading_time(post),
        links=tuple(_links(post, path)),
        names=names(post, path),
        length=len(text),
        fingerprint=fingerprint(text),
    )


def _texts(post: Post) -> Iterator[str]:
    return (block.span.of(post.text) for block in post.body.blocks if block.kind in _TEXTUAL)


def _script(title: Said | None, text: str) -> str:
    """The language as far as the letters tell it."""
    return "ja" if is_japanese(text[:_JUDGED] or (title.text if title else "")) else ""


def _opening(post: Post) -> str:
    """The first sentences of the first paragraph, as long as a description is."""
    block = next(iter(post.body.prose_blocks), None)
    if block is None:
        return ""
    shown = post.body.visible(block)
    end = 0
    for sentence in sentences(shown[: 4 * _WIDEST_OPENING]):
        if end and width(shown[: sentence.end]) > _WIDEST_OPENING:
            break
        end = sentence.end
        if width(shown[:end]) >= _OPENING_WIDTH:
            break
    return shown[:end] if width(shown[:end]) <= _WIDEST_OPENING else ""


def _links(post: Post, path: PurePath) -> Iterator[InternalLink]:
    found = 0
    folder = path.parent.as_posix()
    for link in post.body.links:
        to = None if link.text == link.target_span else address(link.target, folder)
        if to is None or len(link.text) > _LONGEST_LINK_TEXT:
            continue
        yield InternalLink(
            to,
            Said(link.target, link.target_span),
            Said(link.text.of(post.text), link.text),
            _is_alone(post, link.span),
        )
        found += 1
        if found == _MOST_LINKS:
            return


def _is_alone(post: Post, span: Span) -> bool:
    text = post.text
    end = text.find("\n", span.start)
    before = text[text.rfind("\n", 0, span.start) + 1 : span.start]
    after = text[span.end : len(text) if end < 0 else end]
    if not after.strip() and _LIST_MARK.fullmatch(before) is not None:
        return True
    before, after = before[-_POINTING:], after[:_POINTING]
    return _POINTS_BEFORE.search(before) is not None and _POINTS_AFTER.match(after) is not None
