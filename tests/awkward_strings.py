"""A hundred strings that a careless writer of YAML gets back as something else."""

from __future__ import annotations

_TYPES = (
    "true|True|TRUE|false|False|yes|Yes|no|NO|on|off|y|n|null|Null|NULL|~|0|-1|+1|1_000|0777|0o777"
    "|0x1F|0b1010|1.10|1e3|.5|-.inf|.INF|.nan|12:30|12:30:45|190:20:30|2026-01-01|2026-1-1"
    "|2026-01-01 10:00|2026-01-01 10:00:00 +0900|2026-01-01T10:00:00Z|2024-13-45|=|<<|nan|inf"
)
_MARKS = (
    "a: b|a : b|a:|:a|:sym|::|a #b|# a|#a|a#b|- a|-|-a|--|---|--- a|...|? a|?|?a|, a|[a|]a|{a|}a"
    '|[a, b]|{a: b}|a, b|*a|&a|!a|!!str a|> a|>-|%a|@a|`a`|\'a|a\'|\'a\'|it\'s|"a|a"|"a"|"a" b'
    '|\\|\\n|a\\|\\u3042|{{ a }}|{% a %}|+++|```|<a href="x">|a & b|100%|$x|^a|a=b|a;b'
)

AWKWARD_STRINGS: tuple[str, ...] = (
    "",
    " ",
    " a",
    "a ",
    "\ta",
    "a\tb",
    "a\n",
    "\na",
    "a\nb",
    "a\n\n\nb\n\n",
    "a\n  b\n c",
    "\n",
    "a: |\n  b",
    "---\na",
    "a\n---\nb",
    "a\n+++\nb",
    "a\rb",
    "|",
    "|-",
    "日本語",
    "「強調」：はい、#1",
    "全角：コロン",
    "🎉 emoji 👩‍👩‍👧",
    "e\u0301 combining",
    "no\u00a0break",
    "line\u2028separator",
    "next\u0085line",
    "zero\u200bwidth",
    "\ufeffmark",
    "\u202eright to left",
    "bell\x07",
    "escape\x1b[31m",
    "delete\x7f",
    "\U0010ffff",
    "x" * 300,
    "word " * 60 + "end",
    *_TYPES.split("|"),
    *_MARKS.split("|"),
)
