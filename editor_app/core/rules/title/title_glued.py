"""Two titles are stuck together.

A particle stands right after a full stop or question mark: a sentence ended
there, and the end of another one follows.

Bad:
    ---
    title: 生成AIとは何か？が変える働き方
    ---
Good:
    ---
    title: 生成AIとは何か？働き方はどう変わる
    ---
"""

from collections.abc import Iterator

from editor_app.core.diagnostics import Diagnostic, Severity
from editor_app.core.post import Post
from editor_app.core.rule import Fixable
from editor_app.core.text.expressions import expression

ID = "title-glued"
SEVERITY = Severity.WARNING
FIXABLE = Fixable.NO
IS_ON = True

# Names end in such marks (モーニング娘。 Yahoo! ラブライブ！), and a question may be
# taken up by の or は (なぜ？の答え).
_JOINT = expression(
    r"(?<=[\u3040-\u30ff\u4e00-\u9fff])(?<!娘)(?P<joint>[？?][がをに]|。[がをはのに])"
    r"(?=[^\W\d_])"
)


def check(post: Post) -> Iterator[Diagnostic]:
    scalar = post.scalar("title")
    found = _JOINT.search(post.string("title") or "")
    if scalar is None or found is None:
        return
    yield post.report(
        ID,
        SEVERITY,
        post.place(scalar, *found.span("joint")),
        "Two titles are stuck together at “{joint}”",
        field="title",
        joint=found["joint"],
    )
