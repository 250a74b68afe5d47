"""However strange a post is, four times as much of it takes about four times as long.

Each kind of post is read and given to every rule, once and four times as long.
What is quadratic takes sixteen times as long then. Times are of the processor
and compared with each other only: on a busy machine both grow.
"""

from __future__ import annotations

import gc
import json
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

import pytest

from editor_app.core.analysis import RULE_FAILED, check
from editor_app.core.post import Post, read_post
from editor_app.core.rule import Rule
from editor_app.core.rules.catalogue import RULES, SITE_RULES
from editor_app.core.settings import Settings
from tests.soak import soak_count

TIMES = 4
MOST_GROWTH = 10
TRIES = 4
LENGTH = soak_count(8_000, 60_000)
"""Code points of the shorter of two texts that are one line."""
COUNT = soak_count(200, 3_000)
"""Blocks or lines of the shorter of two texts that have many."""
KEYS = soak_count(100, 1_000)
SAMPLE = soak_count(8, 1)
"""Of the rarer places each so-many-th piece is tried."""

ALL_ON = Settings(enabled=frozenset(rule.ID for rule in (*RULES, *SITE_RULES)))

PIECES = (
    *("[", "]", "![", "](", "[a](b) ", "[a][b] ", "![](a) ", "http://a ", "www."),
    *("*", "**", "**a** ", "*a ", "_a ", "~~a~~ ", "`", "`a ", "`a` ", "\\", "\\`"),
    *("「", "」", "「あ」", "『」", "（", "(^_^) ", ") ", "【3:", "。", "、", "雪，", "雪, "),
    *(
        "をを",
        "土のの土",
        "雪が消えて",
        "だ。",
        "サーバ、",
        "ｱ",
        "Ａ",
        "あ",
        "a",
        "a ",
        "A. ",
        "1 ",
    ),
    *(": ", "-", "=", "#", "##雪", "#雪 ", "---END---", "END ", "<", ">", "<a ", "<img ", "<!-- "),
    *("{{ ", "{% a %}", "{{< a >}}", '"', "'", " ", "\u3000", "|", "&amp;", "\ufffd", "\u200b"),
    *("<<<<<<< ", "turn0search0 ", "title: ", "Q. ", "!", "?", "%", "@", "$", "😀", "e\u0301"),
)
LINES = (
    *("# a", "## 雪", "##雪", "#雪", "**雪**", "雪が消えた。", "「雪", "雪」", "[a](b)", "[a]()"),
    *("`a`", "![](a)", "<img>", "<div>", "<!-- a", "> a", "- a", "1. a", "    a", "```", "~~~ a"),
    *(
        "|a|b|",
        "---",
        "===",
        "---END---",
        "[a]: b",
        "[a{n}]: b",
        "[^a]: b",
        "{% a %}",
        "{{< /a >}}",
    ),
    *("", "a", "a  ", "<<<<<<< a", "title: a", "https://a.example/"),
    "The snow has gone, and the first green tips stand where the bulbs were set in October.",
    "雪{n}が消えて、壁に沿って二列に植えた球根の最初の緑の芽が、誰も疑わなかったかのように立っている。",
)
FRONT_MATTER = "---\ntitle: 春\n---\n\n"


@dataclass(frozen=True, slots=True)
class Kind:
    """A way to make a post that has `size` of something."""

    name: str
    size: int
    make: Callable[[int], str]


def kinds() -> Iterator[Kind]:
    for piece in PIECES:
        yield Kind(f"a line of {piece!r}", LENGTH, in_a_line(piece))
    for piece in PIECES[::SAMPLE]:
        yield Kind(f"a title of {piece!r}", LENGTH // 4, in_the_title(piece))
        yield Kind(f"a heading and an item of {piece!r}", LENGTH, in_a_heading(piece))
    for line in LINES:
        yield Kind(f"blocks of {line!r}", COUNT, repeated(line + "\n\n"))
    for line in LINES[::SAMPLE]:
        yield Kind(f"lines of {line!r}", COUNT, repeated(line + "\n"))
        yield Kind(f"sections of {line!r}", COUNT, repeated(line + "\n\n## a\n\n"))
    yield Kind("YAML keys", KEYS, repeated("key{n}: 2020-1-1\n", "---\n", "---\n"))
    yield Kind("equal YAML keys", KEYS, repeated("key: no\n", "---\n", "---\n"))
    yield Kind("TOML keys", KEYS, repeated('key{n} = "a\ufffd"\n', "+++\n", "+++\n"))
    yield Kind("JSON keys", KEYS, repeated('"key{n}": "**a**",\n', "{\n", '"key": 1\n}\n'))
    yield Kind("tags", KEYS, repeated('"a\ufffd", no, ', "---\ntags: [", "no]\n---\n"))


def in_a_line(piece: str) -> Callable[[int], str]:
    return lambda size: FRONT_MATTER + of_length(piece, size) + "\n"


def in_the_title(piece: str) -> Callable[[int], str]:
    def make(size: int) -> str:
        text = json.dumps(of_length(piece, size), ensure_ascii=False)
        return f"---\ntitle: {text}\ndescription: {text}\n---\n\n雪が消えた。\n"

    return make


def in_a_heading(piece: str) -> Callable[[int], str]:
    def make(size: int) -> str:
        text = of_length(piece, size // 2)
        return f"{FRONT_MATTER}## {text}\n\n- {text}\n"

    return make


def of_length(piece: str, size: int) -> str:
    return (piece * (size // len(piece) + 1))[:size]


def repeated(line: str, start: str = FRONT_MATTER, end: str = "") -> Callable[[int], str]:
    return lambda size: start + "".join(line.replace("{n}", str(n)) for n in range(size)) + end


KINDS = tuple(kinds())


@pytest.fixture(autouse=True)
def no_collection() -> Iterator[None]:
    """It goes through all that lives, which is no cost of what is measured."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_reading_a_post_and_each_rule_grow_as_the_post_does(kind: Kind) -> None:
    short, long = kind.make(kind.size), kind.make(TIMES * kind.size)
    floor = seconds(lambda: sum(1 for _ in short))  # a look at each character
    assert is_linear(lambda: read(short), lambda: read(long), floor)
    posts = read(short), read(long)
    assert [rule.ID for rule in RULES if not is_linear(*speaking(rule, posts), floor)] == []


def read(text: str) -> Post:
    """The post, with all the parts of its body that rules share."""
    post = read_post(text, settings=ALL_ON)
    body = post.body
    for block in body.blocks:
        body.prose(block)
        body.visible(block)
    assert body.links is not None
    assert body.images is not None
    assert body.code_spans is not None
    assert body.headings is not None
    assert sum(len(sentence) for sentence in body.sentences) <= len(text)
    assert post.counts.characters <= len(text)
    return post


def speaking(rule: Rule, posts: tuple[Post, Post]) -> tuple[Callable[[], None], ...]:
    def speak(post: Post) -> None:
        assert [each.message for each in check(post, (rule,)) if each.rule == RULE_FAILED] == []

    return tuple(partial(speak, post) for post in posts)


def is_linear(short: Callable[[], object], long: Callable[[], object], floor: float) -> bool:
    """Whether `long` takes no more than it may; the best of some tries, where it is needed.

    What costs less than the floor is too short to be compared.
    """
    best_short = best_long = float("inf")
    for _ in range(TRIES):
        best_short = min(best_short, seconds(short))
        best_long = min(best_long, seconds(long))
        if best_long <= MOST_GROWTH * max(best_short, floor):
            return True
    return False


def seconds(run: Callable[[], object]) -> float:
    start = time.process_time()
    run()
    return time.process_time() - start


@pytest.mark.parametrize(("power", "passes"), [(1, True), (2, False)])
def test_what_is_quadratic_would_be_found(power: int, passes: bool) -> None:
    def work(size: int) -> Callable[[], int]:
        return lambda: sum(1 for _ in range(size**power))

    assert is_linear(work(500), work(TIMES * 500), floor=0) == passes
