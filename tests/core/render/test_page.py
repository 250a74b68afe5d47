from __future__ import annotations

import subprocess
import sys

import pytest

from editor_app.core.render.page import render
from editor_app.core.render.sanitiser import is_local_image, sanitised


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("# 見出し\n", '<h1 data-line="0" id="post-見出し">見出し</h1>'),
        ("~~gone~~ and ~one~\n", "<s>gone</s> and <s>one</s>"),
        ("| a |\n|:-:|\n| 1 |\n", '<td align="center">1</td>'),
        ("- [x] done\n", 'type="checkbox" checked=""> done'),
        ("see https://example.org/a.\n", 'href="https://example.org/a"'),
        ("README.md and example.com\n", '<p data-line="0">README.md and example.com</p>'),
        ("```python\nx = 1\n```\n", '<span class="mi">1</span>'),
        ("```nothing-like-this\n<b>\n```\n", "&lt;b&gt;"),
        ("[go](#there)\n", 'href="#post-there"'),
        ("![x](/assets/x.png)\n", 'src="/assets/x.png"'),
        ("{{ site.baseurl }}/a {% link b %}\n", "{{ site.baseurl }}/a {% link b %}"),
        ("これは**「強調」**です。\n", "これは**「強調」**です。"),
        ("<ruby>漢<rt>かん</rt></ruby>\n", "<ruby>漢<rt>かん</rt></ruby>"),
        ("a  \nb\n", "<br>"),
        ("\x00\n", "\ufffd"),
    ],
)
def test_markdown_becomes_what_it_says(text: str, part: str) -> None:
    assert part in render(text).html


def test_an_image_from_elsewhere_is_named_and_not_loaded() -> None:
    page = render("![a map](https://example.org/map.png)\n")
    assert (
        '<span class="foreign-image" title="https://example.org/map.png">a map</span>' in page.html
    )
    assert page.warnings == ("An image from elsewhere is not loaded: https://example.org/map.png",)


def test_front_matter_that_cannot_be_read_is_said_and_the_body_stays() -> None:
    page = render("---\ntitle: [\n---\nbody\n")
    assert "body" in page.html
    assert page.warnings[0].startswith("The front matter can't be read: ")


@pytest.mark.parametrize(
    "address", ["x.png", "/a/b.png", "../猫.png", "a b.png", "?q", "data:image/png;base64,AAAA"]
)
def test_an_image_of_the_site_is_local(address: str) -> None:
    assert is_local_image(address)


@pytest.mark.parametrize(
    "address",
    [
        "http://a/x",
        "HTTPS:x",
        "//a/x",
        "\\\\a\\x",
        "/\\a/x",
        " http://a",
        "ht\ntp://a",
        "\x01http://a",
        "file:///x",
        "post://other/x",
        "data:text/html,x",
        "data:image/svg+xml,<svg/>",
        "javascript:x",
    ],
)
def test_an_image_from_elsewhere_is_not(address: str) -> None:
    assert not is_local_image(address)


def test_ids_cannot_take_the_place_of_the_pages_own() -> None:
    assert sanitised('<p id="page">x</p>') == '<p id="post-page">x</p>'
    assert "name=" not in sanitised('<img name="getElementById"><a name="x">y</a>')


def test_style_and_handlers_are_left_out() -> None:
    html = sanitised('<p style="color:red" onclick="x()" class="note" data-x="1">a</p>')
    assert html == '<p class="note">a</p>'


def test_rendering_loads_no_qt() -> None:
    code = (
        "import sys; from editor_app.core.render.page import render; render('x');"
        "print([name for name in sys.modules if name.startswith(('PySide6', 'shiboken6'))])"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"
