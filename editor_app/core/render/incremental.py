"""The whole page of a post, front matter and body, kept up to date under edits."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from editor_app.core.frontmatter.front_matter import FrontMatter
from editor_app.core.frontmatter.reader import read
from editor_app.core.render.body_page import BodyPage
from editor_app.core.render.header import header, language_of
from editor_app.core.render.patches import Block, Splice
from editor_app.core.text.edits import Edit, ordered

_BEGINNING = 4_000
"""Characters of the body that tell its language."""
_FIRST_OF_FRONT_MATTER = ("-", "+", "{")


class IncrementalPage:
    """Holds a post's text, follows its edits, and says what changes on its page.

    Only an edit of the front matter costs the length of the text.
    """

    def __init__(self, text: str) -> None:
        self._front_matter = _read_head(text)
        self._head = self._front_matter.text
        self._body = BodyPage(text[self._front_matter.body_start :])
        self._header = Block("", 0)
        self._language = ""

    @property
    def text(self) -> str:
        return self._head + self._body.text

    @property
    def front_matter(self) -> FrontMatter:
        return self._front_matter

    @property
    def language(self) -> str:
        return self._language

    @property
    def blocks(self) -> tuple[Block, ...]:
        """Header, body, footnotes, as they were last rendered."""
        return (self._header, *self._body.blocks)

    @property
    def is_complete(self) -> bool:
        return self._body.is_complete

    def edit(self, edits: Iterable[Edit]) -> None:
        """Make edits, whose spans all count in the text as it is now.

        Raises IndexError for a span outside the text.
        """
        for edit in reversed(ordered(edits)):
            if self._leaves_front_matter_alone(edit):
                start = len(self._head)
                self._body.edit(edit.span.start - start, edit.span.end - start, edit.text)
            else:
                self._edit_front_matter(edit)

    def _leaves_front_matter_alone(self, edit: Edit) -> bool:
        if self._head:
            is_closed = self._front_matter.closing is not None and self._head.endswith("\n")
            return is_closed and edit.span.start >= len(self._head)
        beginning = self._body.head(edit.span.start + 1)[: edit.span.start].lstrip()
        if not beginning:
            return False
        return not beginning.startswith(_FIRST_OF_FRONT_MATTER)

    def _edit_front_matter(self, edit: Edit) -> None:
        """Read the front matter again, and give the body what it won or lost by that."""
        text = self.text
        old_start = len(self._head)
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
        self._front_matter = _read_head(text)
        start = self._front_matter.body_start
        kept = max(edit.span.end, old_start)  # from here on the body was not touched
        kept_now = kept + edit.delta
        if start <= kept_now:
            self._body.edit(0, kept - old_start, text[start:kept_now])
        else:
            self._body.edit(0, start - edit.delta - old_start, "")
        self._head = self._front_matter.text

    def render(self, budget_s: float = float("inf")) -> tuple[Splice, ...]:
        """Bring the page up to date, as far as the time allows, and give what changed.

        At least one thing that waits is done, so calling it again ends some time.
        """
        self._language = language_of(self._front_matter, self._body.head(_BEGINNING))
        html = header(self._front_matter, self._language)
        shown = Block(html, self._head.count("\n"))
        body = self._body.render(budget_s)
        moved = tuple(Splice(each.start + 1, each.removed, each.blocks) for each in body)
        if shown == self._header:
            return moved
        self._header = shown
        return (Splice(0, 1, (shown,)), *moved)


def _read_head(text: str) -> FrontMatter:
    """The front matter without the text behind it, which the body's chunks hold already."""
    found = read(text)
    return replace(found, text=text[: found.body_start])
