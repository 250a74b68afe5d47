"""A Japanese sentence is very long.

Who reads it has forgotten its beginning at its end. Code, addresses and tags
are not counted.

Bad:
    ---
    title: 春の庭
    ---

    雪が消えて、壁に沿って二列に植えた球根の最初の緑の芽が、まるで誰も疑わなかったかのように立っていて、私たちはバラを切り戻し、ラズベリーを結び、どの冬よりも多くのネズミが住みついた地下室から鉢を運び出し、去年の種を机に広げ、どれをいつ蒔くかを祖父の手帳で確かめ、足りないものを書き出し、町の種屋に電話をかけ、雨が上がるのを待ちながら、物置の窓を直し、錆びた鋏を研ぎ、道具をすべて並べて、夕方になってからようやく庭に出た。
Good:
    ---
    title: 春の庭
    ---

    雪が消えた。壁に沿って、最初の緑の芽が立っている。私たちはバラを切り戻した。
"""

from collections.abc import Iterator

from editor_app.core.body.inline import MASK
from editor_app.core.body.japanese import japanese_sentences
from editor_app.core.diagnostics import Diagnostic, Severity
from editor_app.core.post import Post
from editor_app.core.rule import Fixable, NumberOption

ID = "ja-sentence-long"
SEVERITY = Severity.INFO
FIXABLE = Fixable.NO
IS_ON = False

LONGEST = NumberOption(ID, "longest", 200, least=20)
"""Characters that a sentence may have."""
OPTIONS = (LONGEST,)


def check(post: Post) -> Iterator[Diagnostic]:
    longest = LONGEST.of(post.settings)
    for span, sentence in japanese_sentences(post.body):
        if len(sentence) <= longest:
            continue
        length = sum(not each.isspace() and each != MASK for each in sentence)
        if length > longest:
            message = "The sentence has {length} characters, more than {longest}"
            yield post.report(ID, SEVERITY, span, message, length=length, longest=longest)
