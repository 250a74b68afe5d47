"""Blocks: what each is and where it stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor_app.core.body.block import BlockKind
from editor_app.core.body.body import parse

PIECES = (
    "# ∙## A∙- ∙1. ∙> ∙```∙~~~∙    ∙\t∙\n∙\n\n∙text∙春。∙|a|b|∙|-|-|∙---∙===∙<div>∙<!--∙-->∙[a]: b"
    "∙[^1]: c∙{% raw %}∙{% endraw %}∙{{< x >}}∙{{< /x >}}∙`"
    "∙**∙[a](b)∙![i](j)∙\\∙\0∙\ufeff∙\u2028∙😀"
)
MARKDOWN = st.lists(st.sampled_from(PIECES.split("∙"))).map("".join)


def shown(text: str, start: int = 0) -> list[tuple[str, str]]:
    return [(block.kind.value, block.span.of(text)) for block in parse(text, start).blocks]


def test_each_kind_of_block_has_its_span() -> None:
    text = (
        "# One #\n\nTwo\n===\n\npara\ngoes on\n\n- item\n\n  more\n\n> quote\n\n"
        "```py\ncode\n```\n\n    indented\n\n***\n\n<div>\nhtml\n</div>\n\n<!-- note -->\n\n"
        "| a | b |\n|---|---|\n| 1 | 2 |\n\n"
        "[ref]: /target\n\n[^1]: a note\n\n{% include x.html %}\n{: .wide}\n"
    )
    assert shown(text) == [
        ("heading", "# One #"),
        ("heading", "Two\n==="),
        ("paragraph", "para\ngoes on"),
        ("list", "- item\n\n  more"),
        ("item", "- item\n\n  more"),
        ("paragraph", "item"),
        ("paragraph", "more"),
        ("quote", "> quote"),
        ("paragraph", "quote"),
        ("fence", "```py\ncode\n```"),
        ("code", "indented"),
        ("rule", "***"),
        ("html", "<div>\nhtml\n</div>"),
        ("comment", "<!-- note -->"),
        ("table", "| a | b |\n|---|---|\n| 1 | 2 |"),
        ("reference", "[ref]: /target"),
        ("reference", "[^1]: a note"),
        ("liquid", "{% include x.html %}\n{: .wide}"),
    ]


def test_spans_count_in_the_whole_text() -> None:
    text = "---\ntitle: x\n---\n\n春の庭\n"
    (block,) = parse(text, 17).blocks
    assert block.span.of(text) == "春の庭"


def test_the_lines_of_a_paragraph_leave_quote_marks_and_indentation_out() -> None:
    text = "> - one\n>   two  \n> lazy\nend\n"
    paragraph = parse(text, 0).blocks[-1]
    assert [line.of(text) for line in paragraph.lines] == ["one", "two", "lazy", "end"]
    assert paragraph.inside == (BlockKind.QUOTE, BlockKind.LIST, BlockKind.ITEM)


def test_a_heading_says_its_text_without_marks() -> None:
    text = "##  A `b` *c* [d](e) ##\n\nTwo\nlines\n---\n\n### \n"
    headings = parse(text, 0).headings
    assert [(heading.level, heading.text) for heading in headings] == [
        (2, "A b c d"),
        (2, "Two lines"),
        (3, ""),
    ]


def test_the_info_string_of_a_fence_is_kept() -> None:
    assert parse("```  py title=x\n```\n", 0).blocks[0].info == "py title=x"


@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        ("{% highlight sh %}", "{% endhighlight %}"),
        ("{% raw %}", "{% endraw %}"),
        ("{{< highlight go >}}", "{{< /highlight >}}"),
        ("{%- comment -%}", "{%- endcomment -%}"),
    ],
)
def test_nothing_is_prose_between_tags_that_keep_text_as_it_is(opening: str, closing: str) -> None:
    body = parse(f"{opening}\n\n# no heading\n\nno prose\n\n{closing}\n\nprose\n", 0)
    assert body.headings == ()
    assert [block.span.of(body.text) for block in body.prose_blocks] == ["prose"]


def test_paragraphs_in_a_shortcode_are_no_prose_of_the_post() -> None:
    body = parse("{{% tip %}}\n\n## A tip\n\ninside\n\n{{% /tip %}}\n\noutside\n", 0)
    assert [heading.text for heading in body.headings] == ["A tip"]
    assert [block.span.of(body.text) for block in body.prose_blocks] == ["outside"]


def test_a_shortcode_that_is_never_closed_hides_nothing() -> None:
    body = parse('{{< figure src="a.png" >}}\n\nprose\n\n{% if page.x %}\n\nmore\n', 0)
    assert [block.span.of(body.text) for block in body.prose_blocks] == ["prose", "more"]


@given(MARKDOWN, MARKDOWN)
def test_any_text_is_read_with_spans_in_order_inside_it(before: str, text: str) -> None:
    whole = before + "\n" + text
    start = len(before) + 1
    blocks = parse(whole, start).blocks
    assert [block.span for block in blocks] == sorted(
        (block.span for block in blocks), key=lambda span: (span.start, -span.end)
    )
    for block in blocks:
        assert start <= block.span.start <= block.span.end <= len(whole)
        assert all(block.span.encloses(line) for line in block.lines)
        assert all("\n" not in line.of(whole) for line in block.lines)


@given(MARKDOWN)
def test_masked_prose_is_as_long_as_its_block(text: str) -> None:
    body = parse(text, 0)
    for block in body.blocks:
        prose = body.prose(block)
        assert len(prose) == len(block.span)
        assert prose.count("\n") == block.span.of(text).count("\n")
        assert body.visible(block) == body.visible(block).strip()
    assert body.counts().characters >= 0


@given(MARKDOWN)
def test_text_without_marks_says_itself(text: str) -> None:
    plain = "word " + "".join(each for each in text if each.isalnum())
    body = parse(plain, 0)
    assert [body.visible(block) for block in body.blocks] == [plain.strip()]


def test_the_wide_space_before_a_paragraph_is_part_of_it() -> None:
    text = "\u3000雪が消えた。\n\n\u3000芽が出た。\n"
    assert shown(text) == [
        ("paragraph", "\u3000雪が消えた。"),
        ("paragraph", "\u3000芽が出た。"),
    ]
    assert [span.of(text) for span in parse(text, 0).sentences] == ["雪が消えた。", "芽が出た。"]


def test_a_heading_of_marks_alone_begins_with_the_first() -> None:
    text = "> ## ##\n"
    assert [block.span.of(text) for block in parse(text, 0).blocks if block.level] == ["## ##"]
