"""A placeholder was never filled in.

Bad:
    ---
    title: Spring
    ---

    The snow has gone. [Insert a picture of the garden here]
Good:
    ---
    title: Spring
    ---

    The snow has gone.
"""

import re
from collections.abc import Iterator

from editor_app.core.body.passages import Passage, own_words
from editor_app.core.diagnostics import Diagnostic, Severity
from editor_app.core.post import Post
from editor_app.core.rule import Fixable
from editor_app.core.text.expressions import expression
from editor_app.core.text.hints import Hints

ID = "placeholder"
SEVERITY = Severity.WARNING
FIXABLE = Fixable.NO
IS_ON = True

_WORDS = ("insert", "add", "put", "your")


def _written(word: str) -> tuple[str, str, str]:
    return word, word.title(), word.upper()


_PLACEHOLDER = expression(
    r"(?:\[(?:insert|add|put)[ ][^\[\]\n]{3,80}\](?![(\[:])"
    r"|\[your (?:name|company|business|brand|product|website|email|title|city|topic|link|url|text)"
    r"[^\[\]\n]{0,30}\](?![(\[:])"
    r"|\[?ここに[^。、\[\]\n]{1,30}を(?:挿入|入れる|記入|追加)(?:[\])）】]|(?=[ \t]*$))"
    r"|^[ \t]*ここに[^。、\[\]\n]{1,30}を(?:挿入|記入)"
    r"(?:(?:して(?:ください|下さい)|する)[。．！]?|[。．])(?=[ \t]*$)"
    r"|[〇◯]{3,}|\blorem ipsum dolor|^[ \t]*(?:TODO|FIXME):)",
    re.IGNORECASE | re.MULTILINE,
)
_BRACKETED = expression(rf"\[(?:{'|'.join(form for each in _WORDS for form in _written(each))}) ")
_HINTS = Hints(
    "orem ipsum",
    "TODO:",
    "FIXME:",
    groups={"こ": ("ここに",), "〇": ("〇〇〇",), "◯": ("◯◯◯",)},
)


def check(post: Post) -> Iterator[Diagnostic]:
    if not _HINTS.are_in(post.text) and not _BRACKETED.search(post.text):
        return
    last = -1
    for passage in own_words(post.body, _PLACEHOLDER):
        if not _is_left(passage) or passage.block.span.start == last:
            continue
        last = passage.block.span.start
        message = "A placeholder was not filled in: {words}"
        yield post.report(ID, SEVERITY, passage.span, message, words=passage.match[0].strip())


def _is_left(passage: Passage) -> bool:
    """A list of things to do holds such lines on purpose, and small letters are words."""
    words = passage.match[0].strip()
    if words.upper().startswith(("TODO", "FIXME")):
        return passage.block.is_prose and words.isupper()
    return True
