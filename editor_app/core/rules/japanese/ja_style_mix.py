"""Polite and plain Japanese are mixed.

Most sentences end in です or ます and some in だ or である, or the other way
round.

Bad:
    ---
    title: 春の庭
    ---

    雪が消えました。芽が出ています。庭に出るのは楽しいことです。土も乾いてきました。
    種は去年のものです。風はまだ冷たいのである。雨は少ないのだ。日は長くなったのである。
Good:
    ---
    title: 春の庭
    ---

    雪が消えました。芽が出ています。庭に出るのは楽しいことです。土も乾いてきました。
    種は去年のものです。風はまだ冷たいです。雨は少なめです。日は長くなりました。
"""

from collections.abc import Iterator

from editor_app.core.body.japanese import japanese_sentences
from editor_app.core.diagnostics import Diagnostic, Severity
from editor_app.core.post import Post
from editor_app.core.rule import Fixable, NumberOption
from editor_app.core.text.expressions import expression
from editor_app.core.text.spans import Span

ID = "ja-style-mix"
SEVERITY = Severity.INFO
FIXABLE = Fixable.NO
IS_ON = False

FEWEST = NumberOption(ID, "fewest", 3)
"""Fewer sentences than these of the rarer style are left alone."""
PERCENT = NumberOption(ID, "percent", 10, most=50)
"""So great a part of the sentences has the rarer style at least."""
OPTIONS = (FEWEST, PERCENT)

_FEWEST_SENTENCES = 8
_POLITE = expression(
    r"(?P<end>です|でした|でしょう|ます|ました|ません|ませんでした|ましょう|ください|下さい)(?:[かねよわ]|よね)?[。．]$"
)
_PLAIN = expression(
    r"(?P<end>である|であった|であろう|だ|だった|だろう|のだ|ではない|でない)[。．]$"
)
_BRACKETED = expression(r"[（(][^（）()]*+[）)]|「[^「」]*+」|『[^『』]*+』")


def check(post: Post) -> Iterator[Diagnostic]:
    polite: list[Span] = []
    plain: list[Span] = []
    for place, sentence in japanese_sentences(post.body):
        bare = _BRACKETED.sub("", sentence)
        for pattern, ends in ((_POLITE, polite), (_PLAIN, plain)):
            found = pattern.search(bare[-20:])
            if found is not None and sentence.endswith(found[0]):
                end = place.end - len(found[0]) + len(found["end"])
                ends.append(Span(end - len(found["end"]), end))
    total = len(polite) + len(plain)
    few, is_polite = (plain, True) if len(plain) <= len(polite) else (polite, False)
    least = max(FEWEST.of(post.settings), PERCENT.of(post.settings) * total / 100)
    if total < _FEWEST_SENTENCES or len(few) < least:
        return
    for span in few:
        message = (
            "A plain sentence end stands among polite ones: {end}"
            if is_polite
            else "A polite sentence end stands among plain ones: {end}"
        )
        yield post.report(ID, SEVERITY, span, message, end=span.of(post.text))
