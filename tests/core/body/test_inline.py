"""Links, images, code and what is no prose."""

from __future__ import annotations

import sys

import pytest

from editor_app.core.body.body import parse
from editor_app.core.body.inline import MASK


def prose(text: str) -> str:
    body = parse(text, 0)
    return body.prose(body.blocks[-1]).replace(MASK, "_")


def links(text: str) -> list[tuple[str, str, str]]:
    return [(link.span.of(text), link.text.of(text), link.target) for link in parse(text, 0).links]


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("`x`の`y`", "___の___"),
        ("``a ` b`` c", "_________ c"),
        ("a ` b", "a ` b"),
        ("[春](/a)と", "[春]____と"),
        ('![alt](b.png "t")。', "_________________。"),
        ("見よ https://example.org/a?b=c、次", "見よ _________________________、次"),
        ("(https://example.org/a_(b))", "(_________________________)"),
        ("https://a.example/サーバ を見る", "_____________________ を見る"),
        ("https://a.example/a_(春)/夏?x=秋。冬", "_____________________________。冬"),
        ("https://a.example/を見る", "__________________を見る"),
        ("https://a.exampleは春", "_________________は春"),
        ("<https://a.example> x", "___________________ x"),
        ("a<br/>b <b>c</b>", "a_____b ___c____"),
        ("{{ page.title }}の{% if x %}y", "________________の__________y"),
        (r"\`a\` \[b\](c)", r"\`a\` \[b\](c)"),
        ("`[a](b)` [c](d)", "________ [c]___"),
        ("a <!-- b --> c", "a __________ c"),
        ("a `b\nc` d", "a __\n__ d"),
        ("## Spring {#spring}", "## Spring _________"),
        ("Setext `a`\n---", "Setext ___\n---"),
        ("[a]({% post_url x y %}) z", "[a]____________________ z"),
    ],
)
def test_what_is_no_prose_is_masked_in_its_place(text: str, masked: str) -> None:
    assert prose(text) == masked


def test_quote_marks_and_indentation_become_spaces() -> None:
    assert prose("> one `x`\n> two\n") == "one ___\n  two"


def test_links_know_their_text_and_target() -> None:
    assert links("[a](b) [c](<d e> 'f') <http://g.h> www.i.jp [j][k] [l]") == [
        ("[a](b)", "a", "b"),
        ("[c](<d e> 'f')", "c", "d e"),
        ("<http://g.h>", "http://g.h", "http://g.h"),
        ("www.i.jp", "www.i.jp", "www.i.jp"),
    ]


def test_references_are_links_where_they_are_defined() -> None:
    text = "[a][K] [k] [other]\n\n[k]: /target\n"
    assert links(text) == [("[a][K]", "a", "/target"), ("[k]", "k", "/target")]


def test_a_link_around_an_image_is_both() -> None:
    text = "[![alt](i.png)](/page)"
    body = parse(text, 0)
    assert [link.target for link in body.links] == ["/page"]
    assert [(image.text.of(text), image.target) for image in body.images] == [("alt", "i.png")]


def test_code_spans_end_where_the_same_number_of_ticks_stands() -> None:
    text = "`` a`b `` and `c` and ```"
    assert [span.of(text) for span in parse(text, 0).code_spans] == ["`` a`b ``", "`c`"]


def test_links_in_code_are_none() -> None:
    text = "`[a](b)`\n\n```\n[c](d)\n```\n\n    [e](f)\n"
    assert links(text) == []


HARD = (
    "`a``b```c∙[∙[a](∙](∙<a ∙<!-- ∙http://a(∙![a](b∙{% a∙{{ a∙*a _∙[a][b∙\\∙「あ。∙. a∙- a\n∙> a\n"
    "∙[a]: b\n∙(a\n∙|a|\n∙---END---\n∙{{< a >}}"
)


@pytest.mark.parametrize("unit", HARD.split("∙"))
def test_doubling_a_hard_text_does_not_square_the_work(unit: str) -> None:
    small, large = (_steps(unit * count) for count in (400, 1600))
    assert large < small * 8, (small, large)


def _steps(text: str) -> int:
    """Lines of Python executed: a measure that no busy machine disturbs."""
    steps = 0

    def trace(frame: object, event: str, argument: object) -> object:
        nonlocal steps
        steps += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)  # type: ignore[arg-type]
    try:
        body = parse(text, 0)
        body.counts()
        assert body.sentences is body.sentences
    finally:
        sys.settrace(before)
    return steps


def test_an_address_in_brackets_ends_with_them() -> None:
    assert links("[https://a.example](https://b.example) [at www.c.example][]") == [
        ("[https://a.example](https://b.example)", "https://a.example", "https://b.example"),
        ("https://a.example", "https://a.example", "https://a.example"),
        ("www.c.example", "www.c.example", "www.c.example"),
    ]


def test_code_over_lines_is_visible_once() -> None:
    body = parse("see `a\nb\nc` and `d`\n", 0)
    assert body.visible(body.blocks[0]) == "see a\nb\nc   and d"
