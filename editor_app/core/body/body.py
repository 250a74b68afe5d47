"""The body of a post, read once: what rules, outline and counter ask."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from editor_app.core.body.block import Block, BlockKind
from editor_app.core.body.blocks import read_blocks
from editor_app.core.body.counts import Counts, count
from editor_app.core.body.heading import Heading
from editor_app.core.body.inline import (
    NOTHING,
    Inline,
    Link,
    masked,
    may_hold_address,
    read_inline,
)
from editor_app.core.body.sentences import sentences
from editor_app.core.text.expressions import expression
from editor_app.core.text.spans import Span

_TEXTUAL = frozenset({BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.TABLE, BlockKind.REFERENCE})
_MARKUP = expression(
    r"(?<!\\)(?:\*{1,3}|~~|==|`+)|(?<![^\W_])_{1,3}|_{1,3}(?![^\W_])|\\(?=[!-/:-@\[-`{-~])"
)
_MAY_BE_MARKUP = expression(r"[*~=`_\\]")
_MARK = expression(r"[*~=`_\\<\[\]{]")
"""What markup and inline parts begin with, but for addresses."""
_PRINTABLE = bytes(each for each in range(128) if chr(each).isprintable()) + b"\n\t"
_TABLE_MARKUP = expression(r"[|:]|-{2,}")


@dataclass(frozen=True)
class Body:
    """Blocks and what is in them; every span counts in `text`, the whole post.

    All of it is read when it is first asked for: many a rule looks at front matter only.
    """

    text: str
    start: int

    @property
    def blocks(self) -> tuple[Block, ...]:
        return self._read[0]

    @property
    def references(self) -> Mapping[str, str]:
        """The targets of link references, by their normalised labels."""
        return self._read[1]

    @cached_property
    def _read(self) -> tuple[tuple[Block, ...], Mapping[str, str]]:
        return read_blocks(self.text, self.start)

    @cached_property
    def headings(self) -> tuple[Heading, ...]:
        """In order; those in quotes and lists too."""
        return tuple(
            Heading(block.level, self.visible(block), block.span)
            for block in self.blocks
            if block.kind is BlockKind.HEADING
        )

    @cached_property
    def is_ascii(self) -> bool:
        return self.text[self.start :].isascii()

    @cached_property
    def is_printable(self) -> bool:
        """Whether the post has no control or format character, and no other that can't be seen."""
        parts = self.text[: self.start], self.text[self.start :]  # of which one may be ASCII
        return all(map(_is_printable, parts))

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """Links without the images, in order."""
        return tuple(link for link in self._all_links if not link.is_image)

    @cached_property
    def images(self) -> tuple[Link, ...]:
        return tuple(link for link in self._all_links if link.is_image)

    @cached_property
    def code_spans(self) -> tuple[Span, ...]:
        return tuple(span for inline in self._inlines.values() for span in inline.code_spans)

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """Those of every paragraph, also in lists and quotes."""
        return tuple(
            span
            for block in self.blocks
            if block.kind is BlockKind.PARAGRAPH
            for span in sentences(self.prose(block), block.span.start)
        )

    @cached_property
    def prose_blocks(self) -> tuple[Block, ...]:
        """The post's own paragraphs: in no list, quote, or pair of Liquid tags."""
        return tuple(block for block in self.blocks if block.is_prose)

    @cached_property
    def heading_blocks(self) -> tuple[Block, ...]:
        """The post's own headings: in no list, quote, or pair of Liquid tags."""
        return tuple(
            block for block in self.blocks if block.kind is BlockKind.HEADING and not block.inside
        )

    def inline(self, block: Block) -> Inline:
        return self._inlines.get(block.span.start, NOTHING)

    def prose(self, block: Block) -> str:
        """The text of a block's span, as long as that, with all that is no prose masked.

        Code spans, link targets, URLs, tags, images and Liquid are U+241F for
        each of their characters but line breaks; quote marks and indentation
        are spaces.
        """
        plain = masked(self.text, block.span, self.inline(block).masks)
        if len(block.lines) < 2:
            return plain
        parts: list[str] = []
        at = block.span.start
        for line in block.lines:
            gap = self.text[at : line.start]
            if gap not in ("", "\n"):
                gap = "".join(character if character == "\n" else " " for character in gap)
            parts.append(gap)
            parts.append(plain[line.start - block.span.start : line.end - block.span.start])
            at = line.end
        parts.append(plain[at - block.span.start :])
        return "".join(parts)

    def visible(self, block: Block) -> str:
        """The text of a block as a reader sees it, in one line, without markup."""
        at = block.span.start
        known = self._visible.get(at)
        if known is None:
            known = self._read_visible(block)
            if block.lines:
                self._visible[at] = known
        return known

    def _read_visible(self, block: Block) -> str:
        inline = self._inlines.get(block.span.start)
        if inline is not None:
            return self._without_parts(block, inline).strip()
        text = " ".join([self.text[line.start : line.end] for line in block.lines])
        return (_plain(text) if block.span.start in self._marked else text).strip()

    def _without_parts(self, block: Block, inline: Inline) -> str:
        text, code, masks = self.text, set(inline.code_spans), iter(inline.masks)
        parts: list[str] = []
        mask = next(masks, None)
        for line in block.lines:
            at, end = line.start, line.end
            while mask is not None and mask.start < end:
                if mask.start >= at:
                    parts.append(_plain(text[at : mask.start]))
                    if text.startswith("`", mask.start) and mask in code:
                        parts.append(mask.of(text).strip("`").strip())
                at = max(at, mask.end)
                if mask.end > end:
                    break  # it goes on in the next line
                mask = next(masks, None)
            parts += (_plain(text[at:end]) if at < end else "", " ")
        return "".join(parts)

    def counts(self, characters_per_minute: int = 500, words_per_minute: int = 230) -> Counts:
        """Counts of all text but blocks of code, HTML and Liquid."""
        pieces = [self._counted(block) for block in self.blocks if block.kind in _TEXTUAL]
        return count("\n".join(pieces), characters_per_minute, words_per_minute)

    def _counted(self, block: Block) -> str:
        text = self.visible(block)
        return _TABLE_MARKUP.sub(" ", text) if block.kind is BlockKind.TABLE else text

    @cached_property
    def _visible(self) -> dict[int, str]:
        """What was asked for, by where its block begins: several rules read the same blocks."""
        return {}

    @cached_property
    def _all_links(self) -> tuple[Link, ...]:
        return tuple(link for inline in self._inlines.values() for link in inline.links)

    @cached_property
    def _marked(self) -> dict[int, Block]:
        """The blocks whose text may not be what a reader sees, by where they begin.

        No two blocks that have text begin at the same place. Most blocks are not among
        them, and then there is nothing to look for in them.
        """
        text, search = self.text, _MARK.search
        has_address = may_hold_address(text, self.start, len(text))
        return {
            block.span.start: block
            for block in self.blocks
            if block.lines
            and (
                search(text, (start := block.lines[0].start), (end := block.lines[-1].end))
                or (has_address and may_hold_address(text, start, end))
            )
        }

    @cached_property
    def _inlines(self) -> dict[int, Inline]:
        """Inline parts by where their block begins; blocks without any are left out."""
        result: dict[int, Inline] = {}
        for at, block in self._marked.items():
            if block.kind not in _TEXTUAL:
                continue
            start, end = block.lines[0].start, block.lines[-1].end
            inline = read_inline(self.text, start, end, self.references)
            if inline.masks or inline.links:
                result[at] = inline
        return result


def _is_printable(text: str) -> bool:
    if text.isascii():
        return not text.encode().translate(None, _PRINTABLE)
    for space in "\n\t\u3000\u00a0":
        text = text.replace(space, "")
    return text.isprintable()


def _plain(text: str) -> str:
    return _without_markup(text).replace("[", "").replace("]", "")


def _without_markup(text: str) -> str:
    """As `sub` of the markup, which would try each of its alternatives at each character."""
    found = _MAY_BE_MARKUP.search(text)
    if found is None:
        return text
    parts: list[str] = []
    at = 0
    while found is not None:
        markup = _MARKUP.match(text, found.start())
        if markup is not None:
            parts.append(text[at : markup.start()])
            at = markup.end()
        found = _MAY_BE_MARKUP.search(text, found.end() if markup is None else at)
    parts.append(text[at:])
    return "".join(parts)


def parse(text: str, start: int) -> Body:
    """The body that begins at `start` of `text`; to read it never raises."""
    return Body(text, start)
