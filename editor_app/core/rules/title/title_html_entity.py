"""Title holds an HTML entity.

A title is plain text: feeds and the browser's tab print the entity as it is
written, or the theme escapes it once more.

Bad:
    ---
    title: Bread &amp; salt
    ---
Good:
    ---
    title: Bread & salt
    ---
"""

import html
import re
from collections.abc import Iterator

from editor_app.core.diagnostics import Diagnostic, Severity
from editor_app.core.post import Post
from editor_app.core.rule import Fixable
from editor_app.core.text.expressions import expression

ID = "title-html-entity"
SEVERITY = Severity.INFO
FIXABLE = Fixable.SAFE
IS_ON = True

_ENTITY = expression(
    r"`[^`]*`|(?P<entity>&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]+);)"
)
_ABOUT_THEM = expression(
    r"entit(?:y|ies)|エンティティ|実体参照|文字参照|escap|エスケープ", re.IGNORECASE
)


def check(post: Post) -> Iterator[Diagnostic]:
    scalar = post.scalar("title")
    title = post.string("title")
    if scalar is None or title is None or _ABOUT_THEM.search(title):
        return
    for found in _ENTITY.finditer(title):
        entity = found["entity"]
        meant = html.unescape(entity) if entity else ""
        if not entity or meant == entity or not meant.isprintable():
            continue
        plain = title[: found.start()] + meant + title[found.end() :]
        yield post.report(
            ID,
            SEVERITY,
            post.place(scalar, *found.span()),
            "Title holds the HTML entity {entity}",
            field="title",
            fixes=post.fix_value(
                "Write {character}",
                ("title",),
                plain,
                safe=meant not in "<>" and not meant.isspace(),
                character=meant,
            ),
            entity=entity,
        )
