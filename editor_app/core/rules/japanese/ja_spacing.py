"""Some joints of Japanese and Latin have a space, most others have none.

Both are good customs, and a post keeps to one of them. Joints with digits, code
and links are not counted.

Bad:
    ---
    title: 春の庭
    ---

    庭のWebカメラを見る。カメラはUSBでPCとつなぐ。PCはLinuxで、動画はMP4になる。
    サイズは VGA で足りる。
Good:
    ---
    title: 春の庭
    ---

    庭のWebカメラを見る。カメラはUSBでPCとつなぐ。PCはLinuxで、動画はMP4になる。
    サイズはVGAで足りる。
"""

from collections.abc import Iterator

from editor_app.core.body.japanese import KANA_AND_KANJI, japanese_paragraphs
from editor_app.core.diagnostics import Diagnostic, Severity
from editor_app.core.post import Post
from editor_app.core.rule import Fixable, NumberOption
from editor_app.core.text.edits import Edit
from editor_app.core.text.expressions import expression
from editor_app.core.text.spans import Span

ID = "ja-spacing"
SEVERITY = Severity.INFO
FIXABLE = Fixable.ASK
IS_ON = False

PERCENT = NumberOption(ID, "percent", 20, most=50)
"""Joints that are no more than this part of all do not keep to the custom."""
OPTIONS = (PERCENT,)

_JOINT = expression(
    rf"(?<=[{KANA_AND_KANJI}])[ ]?(?=[A-Za-z])|(?<=[A-Za-z])[ ]?(?=[{KANA_AND_KANJI}])"
)


def check(post: Post) -> Iterator[Diagnostic]:
    joints: tuple[list[Span], list[Span]] = ([], [])  # without and with a space
    for block, prose in japanese_paragraphs(post.body):
        for found in _JOINT.finditer(prose):
            joints[bool(found[0])].append(Span(*found.span()).shifted(block.span.start))
    few, many = sorted(joints, key=len)
    if not few or len(few) * 100 > PERCENT.of(post.settings) * (len(few) + len(many)):
        return
    has_space = not few[0].is_empty
    for span in few:
        around = Span(span.start - 1, span.end + 1)
        edit = Edit(span, "" if has_space else " ")
        yield post.report(
            ID,
            SEVERITY,
            around,
            "A space stands between Japanese and Latin, elsewhere there is none: {joint}"
            if has_space
            else "No space stands between Japanese and Latin, elsewhere there is one: {joint}",
            fixes=(post.fix("Remove the space" if has_space else "Insert a space", (edit,)),),
            joint=around.of(post.text),
        )
