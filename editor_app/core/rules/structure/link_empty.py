"""A link leads nowhere.

Its target is empty or still a stopgap, so that a click does nothing.

Bad:
    ---
    title: Spring
    ---

    The roses are from [the old nursery](TODO).
Good:
    ---
    title: Spring
    ---

    The roses are from [the old nursery](https://nursery.example/).
"""

from collections.abc import Iterator

from editor_app.core.body.inline import Link
from editor_app.core.body.wording import letters
from editor_app.core.diagnostics import Diagnostic, Severity
from editor_app.core.post import Post
from editor_app.core.rule import Fixable
from editor_app.core.text.expressions import expression

ID = "link-empty"
SEVERITY = Severity.WARNING
FIXABLE = Fixable.NO
IS_ON = True

_NOWHERE = expression(r"#?(?:TODO|FIXME|TBD|XXX+)?")
_TO_THE_TOP = expression(
    r"top|backtotop|totop|gotop|up|(?:ページの?|記事の?)?(?:先頭|上|トップ|最初|冒頭)(?:へ|に|へ?戻る|にもどる|に戻る|へもどる)?"
)
_CALLED = expression(r"[\w\])]")


def check(post: Post) -> Iterator[Diagnostic]:
    for link in post.body.links:
        if _NOWHERE.fullmatch(link.target) and _is_link(post, link):
            written = link.span.of(post.text)
            yield post.report(ID, SEVERITY, link.span, "Link leads nowhere: {link}", link=written)


def _is_link(post: Post, link: Link) -> bool:
    """Neither `array[index]()`, nor a button of a theme, a badge, the way back to the top."""
    text = link.text.of(post.text)
    said = letters(text)
    before, after = post.text[max(link.span.start - 1, 0) : link.span.start], link.span.end
    if not said or text.startswith("![") or link.text.end >= link.target_span.start:
        return False
    if before and before.isascii() and _CALLED.match(before):
        return False
    if post.text.startswith("{", after):
        return False
    return not (link.target == "#" and _TO_THE_TOP.fullmatch(said))
