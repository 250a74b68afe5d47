"""What is told at a glance is what the parser says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor_app.core.body import simple
from editor_app.core.body.block import BlockKind
from editor_app.core.body.blocks import read_blocks
from tests.core.body.test_plain import LINES

_MORE = (
    "- two",
    "- [x] done",
    "- 2026年の記事",
    "-  wide",
    "* star",
    "+ plus",
    "- trailing  ",
    "- `code` x",
    "- **bold** x",
    "12. twelve",
    "1) one",
    "3. \u6587\u7ae0",
    "## two ##",
    "###### six\t",
    "####### seven",
    "# \u3000wide",
    "# a#b",
    "#",
    "**bold** text",
    "***",
    "**",
    "_em_ x",
    "__",
    "~~gone~~",
    "~~~",
    "````",
    "``` py",
    "  ```",
    "    ```",
    " \t```",
    "```x```",
    "`` a ``",
    "[a]: <b>",
    "[a\\]b]: /x",
    "[a",
    "b]: /x",
    "[a] [b]",
    "\u3000\u3000\u5b57\u4e0b\u3052",
    "\u3000 x",
    "\u3000",
    "x\u3000",
    "x\u00a0",
    "x  ",
    "- x\u3000",
    "2026",
    "2026.",
    "2026.5 x",
    "\\# x",
    "\\",
    " ",
    "\t",
    "{% raw %}",
    "{% endraw %}",
    "{: .x}",
    "[^1]: note",
    "\u001c",
    "x\u0085",
    "- \\",
    "a|b",
    "> quote",
    "> quote  ",
    "> \u5f15\u7528\u3000",
    ">no space",
    ">  two",
    ">",
    "> - x",
    "> \u3000x",
    "> > x",
    "-|-",
    "| a | b |",
    "|---|:-:|",
    "| - |",
    "||",
    "|",
    "| a\\| | b |  ",
    "| `a|b` |\t",
    "| a |\u3000",
    "|-|-|\n| 1 |",
    "=",
    "<!-- galley: allow x -->",
)
_texts = st.lists(st.sampled_from((*LINES, *_MORE, *("",) * 20)), max_size=14)


@given(_texts.map("\n".join))
def test_the_blocks_are_those_of_the_parser(text: str) -> None:
    told = read_blocks(text, 0)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(simple, "take", lambda *_: 0)
        assert told == read_blocks(text, 0)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("\u3000文章です。\n続きです。\n", [BlockKind.PARAGRAPH]),
        ("## 見出し\n本文\n", [BlockKind.HEADING, BlockKind.PARAGRAPH]),
        ("- a\n- b\n\n- c\n\nend\n", [BlockKind.LIST] + [BlockKind.ITEM, BlockKind.PARAGRAPH] * 3),
        ("1. a\n2. b", [BlockKind.LIST] + [BlockKind.ITEM, BlockKind.PARAGRAPH] * 2),
        ("| a | b |\n|---|---|\n| 1 |\n\nend", [BlockKind.TABLE]),
        ("> a\n> b\n\nend", [BlockKind.QUOTE, BlockKind.PARAGRAPH]),
        ("```py\nx\n\n# no\n```\n", [BlockKind.FENCE]),
    ],
)
def test_what_most_posts_are_made_of_takes_no_parser(text: str, kinds: list[BlockKind]) -> None:
    at, taken = 0, []
    while at < len(text):
        blocks = []
        at = simple.after_blanks(text, simple.take(text, at, 0, blocks) or len(text))
        taken += blocks
    assert [block.kind for block in taken][: len(kinds)] == kinds
