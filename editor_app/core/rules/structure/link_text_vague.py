"""A link's text does not say where it leads.

Screen readers list the links of a page, and there "here" says nothing; search
engines judge a page by the words of the links to it.

Bad:
    ---
    title: Spring
    ---

    How we cut the roses stands [here](/roses/).
Good:
    ---
    title: Spring
    ---

    See [how we cut the roses](/roses/).
"""

from collections.abc import Iterator

from editor_app.core.body.wording import letters
from editor_app.core.diagnostics import Diagnostic, Severity
from editor_app.core.post import Post
from editor_app.core.rule import Fixable, TextsOption

ID = "link-text-vague"
SEVERITY = Severity.INFO
FIXABLE = Fixable.NO
IS_ON = False

_VAGUE_WORDS = (
    *("here", "click here", "this", "this link", "this page", "this article", "this post"),
    *("link", "more", "read more", "learn more", "see here", "details"),
    *(
        "こちら",
        "コチラ",
        "ここ",
        "ココ",
        "こちらから",
        "こちらの記事",
        "この記事",
        "このページ",
    ),
    *(
        "こちらのページ",
        "リンク",
        "詳細",
        "詳しくはこちら",
        "詳細はこちら",
        "続きを読む",
        "もっと見る",
    ),
)
TEXTS = TextsOption(ID, "texts", _VAGUE_WORDS)
"""Link texts that say nothing, whatever their case, width and marks."""
OPTIONS = (TEXTS,)


def check(post: Post) -> Iterator[Diagnostic]:
    vague = {letters(text) for text in TEXTS.of(post.settings)} - {""}
    for link in post.body.links:
        text = link.text.of(post.text)
        if letters(text) in vague:
            message = "Link text does not say where it leads: {text}"
            yield post.report(ID, SEVERITY, link.text, message, text=text.strip())
