"""A link leads to a heading that does not exist.

A click on it does nothing. The heading was renamed, or the name of its anchor
is another. Generators name anchors in different ways; one that any of them
would make counts, and posts with shortcodes or includes are left alone.

Bad:
    ---
    title: Spring
    ---

    See [the roses](#rozes).

    ## Roses

    They were cut back.
Good:
    ---
    title: Spring
    ---

    See [the roses](#roses).

    ## Roses

    They were cut back.
"""

import re
from collections.abc import Iterator
from urllib.parse import unquote

from editor_app.core.body.wording import letters
from editor_app.core.diagnostics import Diagnostic, Severity
from editor_app.core.post import Post
from editor_app.core.rule import Fixable
from editor_app.core.text.expressions import expression

ID = "anchor-missing"
SEVERITY = Severity.INFO
FIXABLE = Fixable.NO
IS_ON = False

_FROM_ELSEWHERE = expression(r"\{[%{]|^(?:import|export) |<[A-Z]|^:::|^\(\S+\)=$", re.MULTILINE)
_GIVEN = expression(
    r"\b(?:id|name)\s*=\s*(?:\"([^\"\n]{1,200})\"|'([^'\n]{1,200})'|([^\s\"'>{}]{1,200}))"
    r"|\{[^{}\n#]{0,100}#([^\s{}.]{1,200})"
)
_OF_THE_PAGE = expression(
    r"(?:top|toc|content|contents|main|comments?|footer|header|respond|section|fn.*|fnref.*|footnote.*"
    r"|[:/!].*)(?:-\d+)?",
    re.IGNORECASE,
)
_NUMBER = expression(r"[-_]\d+$")
_LETTER = expression(r"[^\W\d_]")


def check(post: Post) -> Iterator[Diagnostic]:
    # Without a text, a link is a reference that the generator numbers.
    wanted = [
        link
        for link in post.body.links
        if link.target.startswith("#") and len(link.target) > 1 and not link.text.is_empty
    ]
    if not wanted or _FROM_ELSEWHERE.search(post.text, post.body.start):
        return
    anchors = set(_anchors(post))
    for link in wanted:
        name = unquote(link.target[1:])
        if _OF_THE_PAGE.fullmatch(name):
            continue
        if not {name, letters(name), letters(_NUMBER.sub("", name))} & anchors:
            message = "Link leads to a heading that does not exist: {target}"
            yield post.report(ID, SEVERITY, link.target_span, message, target=link.target)


def _anchors(post: Post) -> Iterator[str]:
    """Those that are written out, and the letters of those that a generator might make."""
    for given in _GIVEN.finditer(post.text, post.body.start):
        yield next(name for name in given.groups() if name)
    for heading in post.body.headings:
        for said in (letters(heading.text), letters(heading.span.of(post.text))):
            yield said
            plain = "".join(each for each in said if each.isascii())
            first = _LETTER.search(plain)
            yield plain[first.start() :] if first else plain
