from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from editor_app.core.body.plain import NAME, plain

LINES = (
    "text",
    "文章です。",
    "",
    "",
    "  indented",
    "    code",
    "\ttab",
    "- item",
    "  more",
    "-",
    "--",
    "---",
    "===",
    "= x",
    "# heading",
    "#no",
    "> quote",
    ">",
    "> - both",
    "1. one",
    "2) two",
    "10",
    "```",
    "~~~ x",
    "<div>",
    "<b>x",
    "<!-- x -->",
    "[a]: /b",
    "[a]",
    "a | b",
    "--- | ---",
    ":-: | -",
    "|x|",
    ": x",
    "\u3000\u5b57",
    "\u00a0x",
    "x\u2028y",
    "* * *",
    "*em*",
    "+",
    "_",
    "5",
    "- a\n\n  b",
    "> x\ny",
    "\u000b",
    "\fx",
)


def _structure(parser: MarkdownIt, text: str) -> tuple[list[object], object]:
    tokens: list[Token] = []
    environment: dict[str, Any] = {}
    parser.block.parse(text, parser, environment, tokens)
    seen = [
        (token.type, token.map, token.content, token.markup, token.info)
        for token in tokens
        if token.type != "paragraph_close"
    ]
    return list(seen), environment


@given(st.lists(st.sampled_from(LINES), max_size=14).map("\n".join))
def test_the_blocks_are_those_of_the_parser_alone(text: str) -> None:
    bare = MarkdownIt("commonmark").enable("table")
    ours = MarkdownIt("commonmark").enable("table")
    ours.block.ruler.before("table", NAME, plain)
    assert _structure(ours, text) == _structure(bare, text)
