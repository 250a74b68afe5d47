"""Posts with the defects of pasted text, for the pictures of the site view; words of our own."""

from __future__ import annotations

_TITLES = (
    ("harbour-lights", "# 港の灯台と、夜の仕事\N{REPLACEMENT CHARACTER}", ("港", "灯台")),
    ("market-budget", "# 市場の予算、組合でこう違\N{REPLACEMENT CHARACTER}", ("港", "市場")),
    ("three-rulings", "# 漁業権と三つの判例を読\N{REPLACEMENT CHARACTER}", ("港", "法律")),
    ("weekly-notes", "# Weekly notes: what the tide left behind", ("notes",)),
    ("boats", "## 手漕ぎの舟はまだ早いのか", ("舟",)),
    ("clinic", "# 島の診療所、現場の声を聞\N{REPLACEMENT CHARACTER}", ("島", "医療")),
    ("timetable", "# Where the timetable on the wall is wrong", ("ferry", "notes", "island")),
    ("ice", "# 氷の水はどこから来るの\N{REPLACEMENT CHARACTER}", ("市場",)),
    ("insurance", "# 小舟の保険、値上がりの理\N{REPLACEMENT CHARACTER}", ("舟", "組合")),
    ("cables", "# 電力と海底の線、次の工\N{REPLACEMENT CHARACTER}", ("電力",)),
    ("october", "# Editor's picks for a quiet October", ("notes",)),
    ("bakers", "Why the baker opens at five", ("notes", "bread")),
)
_BODY = """\
The ferry leaves when the tide allows it, and nobody minds.

港の朝は氷の音から始まる。市場の人たちは四時には集まり、湯気を立てて待っている。

{more}
"""
_MORE = (
    "---END---",
    "The cat comes last of all.",
    "祖父は舟のことを何でも知っていて、風が変わると必ず窓を",
)


def _post(number: int, title: str, tags: tuple[str, ...]) -> str:
    quoted = title.replace('"', "")
    listed = ", ".join(tags)
    body = _BODY.format(more=_MORE[number % len(_MORE)])
    day = f"2026-04-{28 - 2 * number:02} 08:00:00 +0900"
    return f'---\ntitle: "{quoted}"\ndate: {day}\ntags: [{listed}]\n---\n\n{body}'


NOTEBOOK = {
    f"2026-04-{28 - 2 * number:02}-{name}.md": _post(number, title, tags)
    for number, (name, title, tags) in enumerate(_TITLES)
}

GOOD = {
    f"2026-04-{day:02}-tide.md": (
        f'---\ntitle: "Tide table for day {day}"\ndate: 2026-04-{day:02}\n---\n\n'
        f"High water is at {day} in the morning.\n"
    )
    for day in range(1, 8)
}
