"""A Japanese word is spelt in two ways.

One post has サーバ and サーバー, or できる and 出来る. Katakana words with and
without a long vowel at the end are found by themselves, others stand in the
option `pairs`.

Bad:
    ---
    title: 春の庭
    ---

    センサーを土に刺す。センサーは安い。センサを二つ買った。
Good:
    ---
    title: 春の庭
    ---

    センサーを土に刺す。センサーは安い。センサーを二つ買った。
"""

import re
from collections.abc import Iterator

from editor_app.core.body.japanese import japanese_paragraphs
from editor_app.core.diagnostics import Diagnostic, Severity
from editor_app.core.post import Post
from editor_app.core.rule import Fixable, TextsOption
from editor_app.core.text.edits import Edit
from editor_app.core.text.expressions import expression
from editor_app.core.text.spans import Span

ID = "ja-variant"
SEVERITY = Severity.INFO
FIXABLE = Fixable.ASK
IS_ON = False

PAIRS = TextsOption(
    ID,
    "pairs",
    (
        *("できる/出来る", "できない/出来ない", "できます/出来ます", "できました/出来ました"),
        *("できません/出来ません", "ください/下さい", "いただく/頂く", "いただき/頂き"),
        *(
            "さまざま/様々",
            "すべて/全て",
            "わかる/分かる",
            "わかり/分かり",
            "または/又は",
            "および/及び",
        ),
        *("ほとんど/殆ど", "たとえば/例えば", "なぜ/何故", "いろいろ/色々", "さらに/更に"),
        *("ウェブ/ウエブ", "インターフェース/インタフェース", "ソフトウェア/ソフトウエア"),
    ),
)
"""Two spellings with a slash between them."""
OPTIONS = (PAIRS,)

_KATAKANA = expression("[\u30a1-\u30faー]{3,}")


def check(post: Post) -> Iterator[Diagnostic]:
    pairs = [pair.split("/") for pair in PAIRS.of(post.settings) if pair.count("/") == 1]
    spellings = sorted({one for pair in pairs for one in pair if one}, key=len, reverse=True)
    places = _places(post, spellings)
    pairs += ([word, word + "ー"] for word in tuple(places) if word + "ー" in places)
    for one, other in pairs:
        many, few = sorted((places.get(one, []), places.get(other, [])), key=len, reverse=True)
        for span in few:
            usual = many[0].of(post.text)
            yield post.report(
                ID,
                SEVERITY,
                span,
                "{spelling} is also spelt {usual} here",
                fixes=(post.fix("Write {text}", (Edit(span, usual),), text=usual),),
                spelling=span.of(post.text),
                usual=usual,
            )


def _places(post: Post, spellings: list[str]) -> dict[str, list[Span]]:
    """Where each katakana word and each spelling of the pairs stands."""
    patterns = [_KATAKANA]
    if spellings:
        patterns.append(re.compile("|".join(re.escape(each) for each in spellings)))
    result: dict[str, list[Span]] = {}
    for block, prose in japanese_paragraphs(post.body):
        for pattern in patterns:
            for found in pattern.finditer(prose):
                place = Span(*found.span()).shifted(block.span.start)
                result.setdefault(found[0], []).append(place)
    return result
