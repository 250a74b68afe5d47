"""Posts with every kind of defect, made at random for property tests."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from tests.nasty import texts

_LONG = (
    "雪が消えて、十月に球根を植えた塀ぎわの二列に、最初の緑の芽が出てきました。出てくるかどうかを疑った人など、"
    "はじめから誰もいなかったかのように、まっすぐに並んでいます。"
)
_OTHER = (
    "We have cut back the roses, tied up the raspberries, and carried the pots out of the cellar, "
    "where the mice had left more of them than in any winter that we remember."
)
_FIELDS = (
    'title: "# 春の庭でしたこと\ufffd"',
    "title: '**Spring** in *the* garden'",
    "title: Spring",
    "title:",
    "title: # comment",
    "title: **bold** plain",
    'title: "春の庭でしたこと"',
    "date: 2026-03-01 12:00:00 +0900",
    "date: 2026年3月1日",
    "date: 2026-02-30",
    "date: [a, b]",
    "lastmod: 2026.3.1",
    "excerpt: 庭について詳細に分析します。",
    "description: A comprehensive guide to roses",
    "reading_time: 8",
    'readingTime: "99 min read"',
    "comments: yes",
    "opens: 12:30",
    "size: 1_000",
    "tags: [a, NO, \ufffdx]",
    "author: {name: M\ufffd}",
    "note: |\n  a \ufffd b",
    "folded: >\n  a\n  \ufffd",
    'bad: "open',
    "- item",
    "&a b: *a",
    "? x\n: y",
)
_TOML = (
    'title = "# Spring\ufffd"',
    "title = 1",
    "date = 2026-03-01",
    'date = "next"',
    "reading_time = 40",
    '[params]\nx = "\ufffd"',
    "broken =",
)
_BLOCKS = (
    "# 春の庭でしたこと：薔薇と木苺",
    "## Spring",
    "## Spring in the garden",
    _LONG,
    _OTHER,
    _LONG,
    _OTHER,
    "途中で終わる文があります。塀ぎわの長い列のかわりに、そこへ広い花の咲く草",
    "---END---",
    "=== END OF ARTICLE ===",
    "text---END---",
    "a \ufffd b `\ufffd`",
    "- item\n---END---",
    "> quote\n> ---END---",
    "```\n---END---\n```",
    "***",
    "| a |\n|---|\n| \ufffd |",
    "[a](b) ![c](d)",
    "{% include x %}",
    "<!-- c -->",
    "<div>\n\ufffd\n</div>",
    "I'm sorry, but I can't assist with that. [cite: 3]",
    "雪は**「もう」**消え\u200bた。\x08 Lorem ipsum dolor",
    "\u200b# a\x0bb",
    "The garden is green now. The garden is green now.",
)


def posts() -> SearchStrategy[str]:
    """Normalised texts of posts: front matter of all kinds or none, blocks, odd ends."""
    yaml = st.lists(st.sampled_from(_FIELDS), max_size=5).map(
        lambda lines: "---\n" + "".join(line + "\n" for line in lines) + "---\n"
    )
    toml = st.lists(st.sampled_from(_TOML), max_size=3).map(
        lambda lines: "+++\n" + "".join(line + "\n" for line in lines) + "+++\n"
    )
    head = st.one_of(
        yaml, toml, st.sampled_from(["", '{"title": "# a\\ufffd"}\n', "---\ntitle: x\n"])
    )
    blocks = st.lists(st.one_of(st.sampled_from(_BLOCKS), texts(8)), max_size=8)
    gaps = st.sampled_from(["\n\n", "\n", "\n\n\n", "\n \n"])
    ends = st.sampled_from(["", "\n", "\n\n", " ", "\n---END---"])
    return st.builds(
        lambda start, gap, parts, end: start + gap + gap.join(parts) + end, head, gaps, blocks, ends
    )
