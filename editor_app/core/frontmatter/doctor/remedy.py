"""A value that can't be read, and what it should be."""

from __future__ import annotations

import re
from dataclasses import dataclass

from editor_app.core.frontmatter import yaml_quote
from editor_app.core.frontmatter.doctor import yaml_lines
from editor_app.core.frontmatter.doctor.ailment import Words, smallest
from editor_app.core.frontmatter.nodes import Mapping, Scalar, Style
from editor_app.core.text.edits import Edit
from editor_app.core.text.expressions import expression
from editor_app.core.text.spans import Span

_COMMENT = expression(r"[ \t]+#")
SEPARATORS = ",;，；、"
"""What other notations set between values."""

_OPENERS, _CLOSERS = "([{（「『【", ")]}）」』】"


@dataclass(frozen=True, slots=True)
class Remedy:
    """What is wrong with a value at the place `at` in it, and the text to put for it.

    `means` is what the new text says, None where it is no single text.
    """

    words: Words
    at: Span
    raw: str
    title: Words
    means: str | None
    safe: bool = False

    def is_proven(self) -> bool:
        """Whether the new text, read again, says what it shall."""
        node = yaml_lines.value_of(self.raw)
        if self.means is not None:
            return isinstance(node, Scalar) and node.text == self.means
        return node is not None and not (isinstance(node, Mapping) and not node.is_flow)

    def edits(self, value: str, start: int) -> tuple[Edit, ...]:
        """The smallest edits that put the new text for a value at `start`.

        A comment after the value is not touched, so that quotes go around the value only.
        """
        tail = 0
        while tail < min(len(value), len(self.raw)) and value[-1 - tail] == self.raw[-1 - tail]:
            tail += 1
        at = _COMMENT.search(value, len(value) - tail)
        stop = len(value) if at is None else at.start()
        rest = len(value) - stop
        return smallest(value[:stop], self.raw[: len(self.raw) - rest], start)


def quoted(text: str) -> str:
    """A text in the quotes that leave it as it looks."""
    has_double = '"' in text or "\\" in text
    return yaml_quote.quoted(text, Style.SINGLE if has_double else Style.DOUBLE)


def without_comment(value: str) -> tuple[str, str, bool]:
    """A plain value, the comment after it, and whether there is no doubt that it is one."""
    found = _COMMENT.search(value)
    if found is None:
        return value, "", True
    text, comment = value[: found.start()], value[found.start() :]
    if is_cut(text, comment.lstrip(" \t")):
        return value, "", False
    return text, comment, comment.lstrip(" \t").startswith("# ")


def without_separator(body: str) -> tuple[str, str]:
    """A value without the comma that another notation wants after it, and that comma."""
    if body[-1] not in SEPARATORS:
        return body, ""
    return body[:-1].rstrip(" \t"), body[-1]


def stands_after(mark: str, key: str) -> tuple[Words, Words]:
    """What to say of a comma after a value: what is wrong, and what mends it."""
    words = Words("“{mark}” stands after the value of {key}", {"mark": mark, "key": key})
    return words, Words("Remove “{mark}”", {"mark": mark})


def is_cut(text: str, comment: str) -> bool:
    """Whether what looks like a comment goes on with the text before it."""
    if re.match(r"#\d+\b", comment):
        return True
    opened = [
        closer
        for opener, closer in zip(_OPENERS, _CLOSERS, strict=True)
        if text.count(opener) > text.count(closer)
    ]
    return any(closer in comment for closer in opened)
