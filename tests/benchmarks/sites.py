"""Makes sites of any size whose posts look like real ones, in Japanese and English."""

from __future__ import annotations

import random
from pathlib import Path

_NOUNS = [
    "庭",
    "記事",
    "設定",
    "読者",
    "図書館",
    "季節",
    "写真",
    "仕組み",
    "予算",
    "台所",
    "言葉",
    "天気",
    "町",
    "列車",
    "道具",
    "地図",
    "手紙",
    "時間",
]
_VERBS = [
    "書きました",
    "直しました",
    "調べています",
    "考えてみます",
    "読み返しました",
    "続けています",
    "変えました",
]
_ADVERBS = [
    "静かに",
    "ゆっくり",
    "何度も",
    "久しぶりに",
    "思ったより",
    "少しずつ",
    "丁寧に",
    "結局",
]
_WORDS = [
    "garden",
    "reader",
    "setting",
    "season",
    "library",
    "picture",
    "budget",
    "kitchen",
    "letter",
    "weather",
    "station",
    "page",
    "writes",
    "reads",
    "mends",
    "keeps",
    "finds",
    "shows",
    "leaves",
    "takes",
    "gives",
    "slowly",
    "often",
    "again",
    "quietly",
    "nearly",
    "small",
    "old",
    "green",
    "careful",
    "useful",
    "plain",
    "the",
    "a",
    "of",
    "in",
    "on",
    "with",
    "for",
    "from",
    "and",
    "but",
    "because",
    "when",
]
_CODE = "```python\ndef total(items):\n    return sum(item.price for item in items)\n```\n"


def make_site(root: Path, posts: int, size: int, seed: int = 1) -> None:
    """A Jekyll site of so many posts, each of about `size` bytes."""
    chance = random.Random(seed)
    (root / "_config.yml").write_text("title: A site\ncollections:\n  notes:\n    output: true\n")
    folder = root / "_posts"
    folder.mkdir()
    for number in range(posts):
        is_japanese = number % 2 == 0
        day = f"{2010 + number % 15}-{number % 12 + 1:02}-{number % 27 + 1:02}"
        text = _post(chance, number, day, size, is_japanese=is_japanese)
        (folder / f"{day}-post-{number}.md").write_text(text, encoding="utf-8")


def _post(chance: random.Random, number: int, day: str, size: int, *, is_japanese: bool) -> str:
    sentence = _japanese if is_japanese else _english
    title = sentence(chance)[:40].rstrip("。. ") + f" {number}"
    tags = ", ".join(sorted({chance.choice(_WORDS[:12]) for _ in range(3)}))
    parts = [
        f'---\nlayout: post\ntitle: "{title}"\ndate: {day} 09:00:00 +0900\n'
        f"description: {sentence(chance)}\ntags: [{tags}]\nauthor:\n  name: 花子\n---\n"
    ]
    length = len(parts[0].encode())
    while length < size:
        parts.append(_block(chance, sentence, is_japanese=is_japanese))
        length += len(parts[-1].encode()) + 1
    if number % 50 == 7:
        parts.append("---END---\n")
    return "\n".join(parts)


def _block(chance: random.Random, sentence: object, *, is_japanese: bool) -> str:
    assert callable(sentence)
    kind = chance.random()
    if kind < 0.12:
        return f"## {sentence(chance)[:30].rstrip('。. ')}\n"
    if kind < 0.22:
        return "".join(f"- {sentence(chance)}\n" for _ in range(chance.randrange(3, 7)))
    if kind < 0.27:
        return _CODE
    if kind < 0.30:
        return f"| a | b |\n| --- | --- |\n| {sentence(chance)} | 2 |\n"
    if kind < 0.33:
        return f"> {sentence(chance)}\n"
    joint = "" if is_japanese else " "
    text = joint.join(sentence(chance) for _ in range(chance.randrange(2, 8)))
    if kind < 0.55:
        link = f"[{sentence(chance)[:12]}](/posts/{chance.randrange(999)}/)"
        code = f"`code_{chance.randrange(99)}`"
        text += f"{link}と{code}を見ます。" if is_japanese else f" See {link} and {code}."
    if kind > 0.9:
        text = f"**{sentence(chance)[:8]}** {text}"
    return text + "\n"


def _japanese(chance: random.Random) -> str:
    parts = []
    for _ in range(chance.randrange(1, 4)):
        noun, other = chance.choice(_NOUNS), chance.choice(_NOUNS)
        parts.append(f"{noun}の{other}を{chance.choice(_ADVERBS)}")
    return "、".join(parts) + chance.choice(_VERBS) + "。"


def _english(chance: random.Random) -> str:
    words = [chance.choice(_WORDS) for _ in range(chance.randrange(6, 18))]
    return " ".join(words).capitalize() + "."
