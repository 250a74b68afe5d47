"""Title ends inside a katakana word.

Its last word stands in the body only as the beginning of a longer one.

Bad:
    ---
    title: 春のガーデ
    ---

    ガーデニングの季節になりました。
Good:
    ---
    title: 春のガーデニング
    ---

    ガーデニングの季節になりました。
"""

from collections.abc import Iterator

from editor_app.core.diagnostics import Diagnostic, Severity
from editor_app.core.post import Post
from editor_app.core.rule import Fixable
from editor_app.core.text.expressions import expression

ID = "title-katakana-cut"
SEVERITY = Severity.INFO
FIXABLE = Fixable.NO
IS_ON = True

_RUN = expression("[ァ-ヴー]{2,}")
_LAST = expression(r"(?P<word>[ァ-ヴー]{2,})\s*$")


def check(post: Post) -> Iterator[Diagnostic]:
    scalar = post.scalar("title")
    found = _LAST.search(post.string("title") or "")
    if scalar is None or found is None:
        return
    word = found["word"]
    words = set(_RUN.findall(post.text, post.body.start))
    longer = sorted(each for each in words if each.startswith(word))
    if word in words or not longer:
        return
    yield post.report(
        ID,
        SEVERITY,
        post.place(scalar, *found.span("word")),
        "Title ends in “{word}”; in the text the word is always longer: “{longer}”",
        field="title",
        word=word,
        longer=longer[0],
    )
