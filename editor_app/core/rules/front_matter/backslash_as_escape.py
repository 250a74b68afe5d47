"""A path in double quotes has escapes in it.

In double quotes `\\n` is a line break and `\\t` a tab, so `"C:\\new"` is no path.
In single quotes a backslash is a backslash.

Bad:
    ---
    title: Spring
    file: "C:\\new\\table"
    ---
Good:
    ---
    title: Spring
    file: 'C:\\new\\table'
    ---
"""

from collections.abc import Iterator

from editor_app.core.diagnostics import Diagnostic, Severity
from editor_app.core.frontmatter.nodes import Format, Scalar, Style
from editor_app.core.frontmatter.paths import dotted
from editor_app.core.frontmatter.splice import Verbatim
from editor_app.core.post import Post
from editor_app.core.rule import Fixable
from editor_app.core.text.expressions import expression

ID = "backslash-as-escape"
SEVERITY = Severity.WARNING
FIXABLE = Fixable.ASK
IS_ON = True

_PATH = expression(r'"(?:[A-Za-z]:|\.{1,2})\\[a-z]')
_SINGLE = "Put it in single quotes"
_DOUBLED = "\\\\"


def check(post: Post) -> Iterator[Diagnostic]:
    for path, scalar in post.scalars():
        if scalar.style is Style.DOUBLE and _is_path(scalar):
            inner = scalar.raw[1:-1]
            can_be_single = "'" not in inner and post.front_matter.format is not Format.JSON
            single = Verbatim(f"'{inner}'")
            yield post.report(
                ID,
                SEVERITY,
                scalar.span,
                "In double quotes the backslashes of {raw} are read as escapes",
                field=dotted(path),
                fixes=post.fix_value(_SINGLE, path, single) if can_be_single else (),
                raw=scalar.raw,
            )


def _is_path(scalar: Scalar) -> bool:
    is_path = _PATH.match(scalar.raw) is not None and _DOUBLED not in scalar.raw
    return is_path and "\n" not in scalar.raw
