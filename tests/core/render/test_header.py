from __future__ import annotations

import pytest

from editor_app.core.frontmatter.reader import read
from editor_app.core.render.header import header, language_of
from editor_app.core.render.page import render


@pytest.mark.parametrize(
    ("front_matter", "language", "parts"),
    [
        ("title: 春\ndate: 2026-03-01 08:00:00 +0900", "ja", ["<h1>春</h1>", "2026年3月1日"]),
        ("title: Spring\ndate: 2026-03-01", "en", ["<h1>Spring</h1>", "1 March 2026"]),
        ("date: next week", "en", ["next week"]),
        ("date: 2026-13-45", "en", ["2026-13-45"]),
        ("author: Sato\nreading_time: 8", "ja", ["Sato · 8 分で読めます"]),
        ("author: {name: Sato}\nreading_time: 8", "en", ["Sato · 8 min read"]),
        ("authors: [A, B]", "en", ["A · B"]),
        ("tags: [a, 猫]", "en", ["<li>a</li><li>猫</li>"]),
        ("title: <script>alert(1)</script> & co", "en", ["&lt;script&gt;", "&amp; co"]),
        ("tags: ['<img src=x onerror=y>']", "en", ["&lt;img"]),
    ],
)
def test_the_header_shows_what_a_layout_would(
    front_matter: str, language: str, parts: list[str]
) -> None:
    html = header(read(f"---\n{front_matter}\n---\n"), language)
    for part in parts:
        assert part in html
    assert "<script" not in html
    assert "<img" not in html


@pytest.mark.parametrize("front_matter", ["", "layout: post", "title: ''", "tags: []", "title:"])
def test_without_anything_to_show_there_is_no_header(front_matter: str) -> None:
    assert header(read(f"---\n{front_matter}\n---\n"), "en") == ""


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Plain words.", "en"),
        ("これは文です。", "ja"),
        ("カタカナ", "ja"),
        ("日本経済新聞", "ja"),
        ("我们在这里写一篇关于人工智能硬件的文章" * 3, "zh"),
        ("안녕하세요", "ko"),
        ("---\nlang: fr\n---\nこれは", "fr"),
        ("---\nlanguage: zh_TW\n---\nx", "zh-TW"),
        ('---\nlang: "\\"><script>"\n---\nx', "en"),
        ("---\ntitle: 春の便り\n---\nPlain.", "ja"),
    ],
)
def test_the_language_is_said_or_read_from_the_letters(text: str, language: str) -> None:
    front_matter = read(text)
    assert language_of(front_matter, text[front_matter.body_start :]) == language
    assert render(text).language == language
