"""Random Markdown that goes for the places where blocks begin and end, and random edits."""

from __future__ import annotations

from hypothesis import strategies as st

from editor_app.core.text.edits import Edit
from editor_app.core.text.spans import Span

LINES = (
    "",
    "",
    "",
    "",
    " ",
    "\t",
    "word",
    "日本語の**「強調」**です。",
    "# Heading",
    "===",
    "---",
    "***",
    "- item",
    "- ",
    "* item",
    "1. one",
    "2) two",
    "  continued",
    "    indented",
    "\tindented",
    "   three",
    "> quote",
    "> - in quote",
    ">",
    "```",
    "```python",
    "````",
    "~~~",
    "    ```",
    "  ~~~",
    "- ```",
    "> ```",
    "<div>",
    "</div>",
    "<details><summary>s</summary>",
    "</details>",
    "<!--",
    "-->",
    "- <!--",
    "<script>",
    "</script>",
    "<?php",
    "?>",
    "<b>inline</b> html",
    "| a | b |",
    "|---|:-:|",
    "| 1 | 2 |",
    "[one]: /first",
    "[one]: /second 'title'",
    "[two]:",
    "/two",
    "[one] and [text][two] and ![two]",
    "[TWO][] [one]",
    "- [ ] task",
    "- [x] done",
    "https://example.org/path",
    "`code` ``[one]``",
    "&amp; &#35; \\[one]",
    "a  ",
    "{{ site.baseurl }} {% raw %}",
    "　全角",
    "\u00a0nbsp",
    "\u2028",
    "\x0c",
    "🎉 e\u0301",
    "\ufdd031\ufdd1",
)
NOTES = (
    "text[^1] and [^a b] and [^猫].",
    "[^1]: the note",
    "[^猫]: a note with [^1]",
    "    more of the note",
    "- list [^1]",
    "> [^1]: quoted note",
)
FRONT_MATTER = (
    "---",
    "---",
    "...",
    "+++",
    "title: A title",
    "title: 日本語",
    "date: 2025-11-23 12:54:57 +0000",
    "tags: [a, b]",
    "{",
    '{"title": "J"}',
    "}",
)


def texts(*pools: tuple[str, ...], most: int = 24) -> st.SearchStrategy[str]:
    """Texts of lines out of some pools, with and without a line break at the end."""
    lines = st.lists(st.sampled_from([line for pool in pools for line in pool]), max_size=most)
    return st.builds(
        lambda chosen, end: "\n".join(chosen) + end, lines, st.sampled_from(["", "\n"])
    )


@st.composite
def edits(draw: st.DrawFn, text: str, *pools: tuple[str, ...]) -> Edit:
    """An edit of a text: a key, a deletion, a line or more put in the place of something."""
    start = draw(st.integers(0, len(text)))
    length = draw(st.sampled_from([0, 0, 0, 1, 1, 2, 5, 30]))
    new = draw(
        st.one_of(
            st.sampled_from(["", "\n", " ", "a", "`", "#", "-", ">", "[", "\n\n", "    "]),
            texts(*pools, most=4),
        )
    )
    return Edit(Span(start, min(start + length, len(text))), new)
