"""A link's text is the title of its post, cut short.

The title was cut on its way into the link: in the middle of a word or a
letter, or, where the link stands alone in its line or the words around point
to a post, before its end. A shorter name in a sentence, and a text that leaves
out a subtitle, are meant.

Bad:
    spring.md
        ---
        title: 春の庭のバラとチューリップの手入れ
        ---
    summer.md
        ---
        title: 夏の庭
        ---

        [春の庭のバラとチュ](spring.md)も読んでください。
Good:
    spring.md
        ---
        title: 春の庭のバラとチューリップの手入れ
        ---
    summer.md
        ---
        title: 夏の庭
        ---

        [春の庭のバラとチューリップの手入れ](spring.md)も読んでください。
"""

from collections.abc import Iterator
from pathlib import PurePath

from editor_app.core.body.wording import has_japanese, letters
from editor_app.core.diagnostics import Diagnostic, Severity
from editor_app.core.rule import Fixable
from editor_app.core.site import links
from editor_app.core.site.known_posts import KnownPosts
from editor_app.core.site.summaries import Summaries
from editor_app.core.site.summary import InternalLink, Summary
from editor_app.core.text.edits import Edit
from editor_app.core.text.expressions import expression

ID = "link-text-cut"
SEVERITY = Severity.WARNING
FIXABLE = Fixable.ASK
IS_ON = True

_FEWEST_LETTERS = 8
_FEWEST_ALONE, _FEWEST_ALONE_JAPANESE = 15, 10
_LOST = "\ufffd"
_MEANT = "…‥.。!?！？:："
"""A text that ends in one of these says that it is not the whole."""
_SUBTITLE = expression(r"[\s:|\-–—~(（「『【\[!?。、,.：？！／/〜～｜…‥]")
_OF_IT = expression(r"の(?!.{8})|について|に関する")
"""What may follow a name that says as much without it."""
_IN_KATAKANA = expression("[ァ-ヺー][ーッンァィゥェォャュョヮ]")
_IN_VERB = expression(
    "[\u3400-\u4dbf\u4e00-\u9fff](?:[いきぎけげせちてびべむめりれろわえ][方込出合替換直上下続始終]|り方)"
)
_REST_OF_WORD = expression(r"[A-Za-z0-9]+")
_INFLECTIONS = frozenset({"s", "es", "d", "ed", "r", "er", "rs", "ers", "ing", "ly", "al"})
_MARKUP = expression(r"[\[\]\\*_`<>]")


def check(site: Summaries) -> Iterator[tuple[PurePath, Diagnostic]]:
    known = KnownPosts.of(site.posts)
    for post in site.posts:
        for link in post.links:
            other = known.only(link.address, links.day(link.target.text))
            title = _title(other) if other is not None else ""
            if not title or not _is_cut(link, title):
                continue
            yield post.path, _report(site, link, title)


def _title(post: Summary) -> str:
    return " ".join(post.title.text.split() if post.title is not None else post.heading.split())


def _is_cut(link: InternalLink, title: str) -> bool:
    """Whether the title goes on in the middle of what the text says."""
    text = " ".join(link.text.text.split())
    kept = text.rstrip(_LOST).rstrip()
    if _LOST in title or not title.startswith(kept) or kept[-1:] in _MEANT:
        return False
    rest, length = letters(title[len(kept) :]), len(letters(kept))
    if length < _FEWEST_LETTERS or not rest:
        return False
    if text.endswith(_LOST) or _is_in_a_word(title, len(kept)):
        return True
    fewest = _FEWEST_ALONE_JAPANESE if has_japanese(kept) else _FEWEST_ALONE
    is_most = length >= max(fewest, len(rest))
    leaves_out = _SUBTITLE.match(title, len(kept)) or _OF_IT.match(title, len(kept))
    return link.is_alone and is_most and leaves_out is None


def _is_in_a_word(title: str, end: int) -> bool:
    """Whether a word goes on there, and not only by an ending such as a plural's."""
    ending = _REST_OF_WORD.match(title, end)
    is_latin = ending is not None and title[end - 1].isascii() and title[end - 1].isalnum()
    if ending is not None and is_latin:
        return ending[0] not in _INFLECTIONS
    return _IN_KATAKANA.fullmatch(title[end - 1 : end + 1]) is not None or (
        _IN_VERB.match(title, end - 1) is not None
    )


def _report(site: Summaries, link: InternalLink, title: str) -> Diagnostic:
    fixes = (
        ()
        if _MARKUP.search(title)
        else (site.fix("Take the title: {title}", (Edit(link.text.span, title),), title=title),)
    )
    return site.report(
        ID,
        SEVERITY,
        link.text.span,
        "The link's text is cut short: the title is “{title}”",
        fixes=fixes,
        title=title,
    )
