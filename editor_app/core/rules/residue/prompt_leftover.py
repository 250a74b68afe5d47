"""A remark about the text's length was left in it.

Whoever had it written asked for a number of characters or words, and the
answer came with the text.

Bad:
    ---
    title: Spring
    ---

    The snow has gone.

    The article has 1,500 words.
Good:
    ---
    title: Spring
    ---

    The snow has gone.
"""

import re
from collections.abc import Iterator

from editor_app.core.body.passages import own_words
from editor_app.core.body.removal import without_lines
from editor_app.core.diagnostics import Diagnostic, Severity
from editor_app.core.post import Post
from editor_app.core.rule import Fixable
from editor_app.core.text.edits import Edit
from editor_app.core.text.expressions import expression
from editor_app.core.text.hints import Hints
from editor_app.core.text.spans import Span

ID = "prompt-leftover"
SEVERITY = Severity.WARNING
FIXABLE = Fixable.ASK
IS_ON = True

_NUMBER = r"[0-9０-９][0-9０-９,，]*"
_REMARK = expression(
    rf"(?:^[ \t]*\(?(?:The|This) (?:article|text|post) (?:has|contains|is) "
    rf"(?:about |approximately |around )?{_NUMBER} (?:characters|words)(?: long)?\.?\)?[ \t]*$"
    rf"|^[ \t]*[\(\[*]*Word count: ?(?:about |approximately |~)?{_NUMBER}"
    rf"(?: words)?[\)\]*.]*[ \t]*$"
    rf"|^[ \t]*[（(【]?(?:総|合計|本文の?|全)?文字数[ 　]*[:：][ 　]*"
    rf"(?:約|およそ)?{_NUMBER}[ ]?文?字(?:程度|以内|前後)?[）)】]?[ \t]*$"
    rf"|[（(](?:約|およそ|全)?{_NUMBER}文?字(?:程度|以内|前後)?[）)][ \t]*$)",
    re.MULTILINE,
)
_HINTS = Hints("字", " words", " characters", "Word count")
_FEWEST = 3
"""Digits of the number: of a few characters a writer may tell."""


def check(post: Post) -> Iterator[Diagnostic]:
    if not _HINTS.are_in(post.text):
        return
    for passage in own_words(post.body, _REMARK):
        words = passage.match[0].strip()
        lead = len(passage.match[0]) - len(passage.match[0].lstrip())
        span = Span(passage.span.start + lead, passage.span.start + lead + len(words))
        if not passage.block.is_prose or sum(map(str.isdigit, words)) < _FEWEST:
            continue
        line = passage.before.rpartition("\n")[2]
        removed = Span(span.start, passage.span.end)
        if not line.strip():
            removed = without_lines(post.text, span)
        yield post.report(
            ID,
            SEVERITY,
            span,
            "A remark about the text's length was left in it: {words}",
            fixes=(post.fix("Remove the remark", (Edit(removed, ""),)),),
            words=words,
        )
