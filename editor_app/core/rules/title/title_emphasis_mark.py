"""Title holds Markdown emphasis.

A title is plain text to feeds, lists and the browser's tab: they print the
asterisks.

Bad:
    ---
    title: The **quiet** garden
    ---
Good:
    ---
    title: The quiet garden
    ---
"""

import re
from collections.abc import Iterator

from editor_app.core.diagnostics import Diagnostic, Severity
from editor_app.core.post import Post
from editor_app.core.rule import Fixable

ID = "title-emphasis-mark"
SEVERITY = Severity.WARNING
FIXABLE = Fixable.SAFE
IS_ON = True

# Never globs (`**/*.js`), arguments (`**kw`), products (`2 * 3 * 4`) and names (`__init__`).
_EMPHASIS = re.compile(
    r"(?P<strong>(?<![*/\\])\*\*(?![\s*/.])(?P<s>[^*\n]+?)(?<![\s*/,(])\*\*(?![*/.]))"
    r"|(?P<strike>(?<![~\w])~~(?![\s~])(?P<t>[^~\n]+?)(?<![\s~])~~(?![~\w]))"
    r"|(?P<single>(?<![\w*/.\\])\*(?![\s*/.,)])(?P<e>[^*\n]+?)(?<![\s*/,(])\*(?![\w*/.]))"
    r"|(?P<low>(?<![\w_])__(?![\s_])(?P<u>[^_\n]*[^\w\n][^_\n]*?)(?<![\s_])__(?![\w_]))"
    r"|(?P<link>\[(?P<l>[^\[\]\n]+)\]\((?:https?://|/|\.)[^()\s]*\))"
)


def check(post: Post) -> Iterator[Diagnostic]:
    scalar = post.scalar("title")
    title = post.string("title")
    if scalar is None or title is None:
        return
    for found in _EMPHASIS.finditer(title):
        inner = next(found[name] for name in ("s", "t", "e", "u", "l") if found[name])
        plain = title[: found.start()] + inner + title[found.end() :]
        kind = found.lastgroup or ""
        yield post.report(
            ID,
            SEVERITY,
            post.place(scalar, *found.span()),
            "Title holds a Markdown link: {marked}"
            if found["link"]
            else "Title holds Markdown emphasis: {marked}",
            field="title",
            fixes=post.fix_value(
                "Keep the text only: {text}",
                ("title",),
                plain,
                safe=kind == "strong",
                text=inner,
            ),
            marked=found[0],
        )
