"""What stands inside a line of text: links, images, code spans, tags, with spans."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from editor_app.core.text.expressions import expression
from editor_app.core.text.spans import Span
from editor_app.core.text.value import value

MASK = "\u241f"
"""Stands for each character of a code span, URL, tag or Liquid in masked text."""


@value
class Link:
    """A link or an image; `span` is the whole of it, `text` what is between the brackets.

    `target` is where it leads, or what a reference means; `target_span` is where
    that stands: in the link itself, or the label of the reference.
    """

    span: Span
    text: Span
    target: str
    target_span: Span
    is_image: bool = False


@value
class Inline:
    """The inline parts of one block, each in order. `masks` are no prose, and apart."""

    links: tuple[Link, ...] = ()
    code_spans: tuple[Span, ...] = ()
    masks: tuple[Span, ...] = ()


NOTHING = Inline()

# Written so that the expression engine can skip to the next of the first characters: a
# set among the alternatives, or groups, would have it try all of them everywhere.
_SPECIAL = expression(r"`|<|\[|\]|\{|\\|!\[|http://|https://|www\.")
_TICKS = expression(r"`++")
_MARK = expression(r"[`<\[\]{\\]")
_ADDRESSES = ("http://", "https://", "www.")
_PART = expression(
    r"(?P<escape>\\[!-/:-@\[-`{-~])"
    r"|(?P<ticks>`++)"
    r"|(?P<comment><!--)"
    r"|(?P<autolink><(?:[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*+|[\w.+-]{1,100}@[\w.-]++)>)"
    r"|(?P<tag></?[A-Za-z][^<>]*+>)"
    r"|(?P<liquid>\{%(?:[^%{]|%(?!\})|\{(?!%))*+%\}|\{\{(?:[^}{]|\}(?!\})|\{(?!\{))*+\}\}"
    r"|\{[:#.][^{}\n]*+\}|\{/\*(?:[^*{]|\*(?!/\})|\{(?!/\*))*+\*/\})"
    r"|(?P<open>!?\[)"
    r"|(?P<close>\])"
    r"|(?P<url>(?:https?://|\bwww\.)[!#-;=?-_a-z~]++)"
)
_IN_OTHER_LETTERS = expression(r"(?<=[/=#&?+_(-])(?=[^\W\d_])[^\x00-\x7fぁ-ゖ][\w!#-;=?-_~]*+")
"""How an address goes on that was not encoded; in hiragana a sentence goes on behind it."""
_DESTINATION = expression(
    r"\(\s*+(?P<target><[^<>\n]*+>|(?:\{[{%](?:[^{}\n])*+\}\}?|\([^\s()]*+\)|[^\s()])*+)"
    r"(?:\s++(?:\"[^\"]*+\"|'[^']*+'|\([^()]*+\)))?+\s*+\)"
)
_LABEL = expression(r"\[(?P<label>[^\[\]]{0,999})\]")
_SIMPLE_LINK = expression(r"(?P<mark>!?\[)(?P<text>[^\[\]`<{\\]*+)\]\((?P<target>[^\s()<>{}]*+)\)")
"""A link in whose text no other part begins, unless it is an address: nearly all are so."""
_TRAILING = ".,;:!?'\")]*_"


def may_hold_address(text: str, start: int, end: int) -> bool:
    """Whether an address may stand in a stretch without a mark around it: quick."""
    return any(text.find(address, start, end) >= 0 for address in _ADDRESSES)


def _may_hold_parts(text: str, start: int, end: int) -> bool:
    """Whether a stretch holds what an inline part can begin with: quick."""
    return _MARK.search(text, start, end) is not None or may_hold_address(text, start, end)


def read_inline(text: str, start: int, end: int, references: Mapping[str, str] | None) -> Inline:
    """The inline parts from `start` to `end`; `references` maps normalised labels to targets.

    Where the references are not known (None), `[text][label]` is a link and
    `[text]` alone is none.

    Linear in the length of the span, whatever stands in it.
    """
    if not _may_hold_parts(text, start, end):
        return NOTHING
    scanner = _Scanner(text, Span(start, end), references)
    scanner.scan()
    links, masks = scanner.links, scanner.masks
    if len(links) > 1:
        links.sort(key=lambda link: (link.span.start, link.span.end))
    apart = tuple(_apart(masks)) if len(masks) > 1 else tuple(masks)
    return Inline(tuple(links), tuple(scanner.code_spans), apart)


@dataclass(slots=True)
class _Scanner:
    """Goes through a block once, from the left."""

    text: str
    span: Span
    references: Mapping[str, str] | None
    links: list[Link] = field(default_factory=list)
    code_spans: list[Span] = field(default_factory=list)
    masks: list[Span] = field(default_factory=list)
    opened: list[re.Match[str]] = field(default_factory=list)
    runs: dict[int, list[int]] | None = None

    def scan(self) -> None:
        at, text, end = self.span.start, self.text, self.span.end
        while (special := _SPECIAL.search(text, at, end)) is not None:
            at = special.start()
            simple = _SIMPLE_LINK.match(text, at, end) if special[0] in "![" else None
            if simple is not None and not may_hold_address(text, *simple.span("text")):
                at = self._simple_link(simple)
                continue
            part = _PART.match(text, at, end)
            at = at + 1 if part is None else self._read(part)

    def _simple_link(self, found: re.Match[str]) -> int:
        """What `_link` makes of it in the end, at once."""
        start, end = found.span()
        text_start, text_end = found.span("text")
        is_image = found["mark"] == "!["
        whole = Span(start, end)
        text, place = Span(text_start, text_end), Span(text_end + 2, end - 1)
        self.links.append(Link(whole, text, found["target"], place, is_image))
        self.masks.append(whole if is_image else Span(text_end + 1, end))
        return end

    def _read(self, part: re.Match[str]) -> int:
        """Take one part; says where to go on."""
        kind = part.lastgroup
        if kind == "ticks":
            return self._code(part)
        if kind == "open":
            self.opened.append(part)
        elif kind == "close":
            return self._link(part)
        elif kind == "comment":
            end = self.text.find("-->", part.end(), self.span.end)
            stop = end + 3 if end >= 0 else self.span.end
            self.masks.append(Span(part.start(), stop))
            return stop
        elif kind == "url":
            return self._url(part)
        elif kind == "autolink":
            inner = Span(part.start() + 1, part.end() - 1)
            whole = Span(*part.span())
            self.links.append(Link(whole, inner, inner.of(self.text), inner))
            self.masks.append(whole)
        elif kind in ("tag", "liquid"):
            self.masks.append(Span(*part.span()))
        return part.end()

    def _code(self, ticks: re.Match[str]) -> int:
        closing = self._next_run(len(ticks[0]), ticks.end())
        if closing is None:
            return ticks.end()
        code = Span(ticks.start(), closing + len(ticks[0]))
        self.code_spans.append(code)
        self.masks.append(code)
        return code.end

    def _next_run(self, length: int, at: int) -> int | None:
        """Where the next run of so many backticks begins: it is mostly the next of all."""
        if self.runs is None:
            following = _TICKS.search(self.text, at, self.span.end)
            if following is None or len(following[0]) == length:
                return following and following.start()
            self.runs = {}
            for run in _TICKS.finditer(self.text, self.span.start, self.span.end):
                self.runs.setdefault(len(run[0]), []).append(run.start())
        places = self.runs.get(length, [])
        later = bisect_left(places, at)
        return places[later] if later < len(places) else None

    def _target(self, name: str, text: Span) -> str | None:
        if self.references is None:
            return name or None
        return self.references.get(_normalised(name or text.of(self.text)))

    def _url(self, part: re.Match[str]) -> int:
        # Within brackets the address ends with them: `[https://a.example](/b)`.
        found = _IN_OTHER_LETTERS.match(self.text, part.end(), self.span.end)
        written = part[0] if found is None else part[0] + found[0]
        whole = written.split("]", 1)[0] if self.opened else written
        url = whole.rstrip(_TRAILING)
        if url.count("(") > url.count(")") and written.startswith(url + ")"):
            url += ")"
        span = Span(part.start(), part.start() + len(url))
        self.links.append(Link(span, span, url, span))
        self.masks.append(span)
        return span.end

    def _link(self, close: re.Match[str]) -> int:
        if not self.opened:
            return close.end()
        opening = self.opened.pop()
        text = Span(opening.end(), close.start())
        is_image = opening[0] == "!["
        after = close.end()
        found = _DESTINATION.match(self.text, after, self.span.end)
        if found is not None:
            place, end = Span(*found.span("target")), found.end()
            target: str | None = found["target"].strip("<>")
        else:
            label = _LABEL.match(self.text, after, self.span.end)
            name = label["label"].strip() if label is not None else ""
            end = label.end() if label is not None else after
            place = Span(after + 1, end - 1) if name else text
            target = self._target(name, text)
        if target is None:
            return after
        whole = Span(opening.start(), end)
        self.links.append(Link(whole, text, target, place, is_image))
        self.masks.append(whole if is_image else Span(close.start() + 1, end))
        return end


def _normalised(label: str) -> str:
    """As CommonMark compares labels."""
    return re.sub(r"\s+", " ", label).strip().lower().upper() if len(label) < 1000 else ""


def _apart(masks: list[Span]) -> Iterator[Span]:
    last: Span | None = None
    for mask in sorted(masks, key=lambda mask: (mask.start, mask.end)):
        if last is None:
            last = mask
        elif mask.start <= last.end:
            last = Span(last.start, max(last.end, mask.end))
        else:
            yield last
            last = mask
    if last is not None:
        yield last


def masked(text: str, span: Span, masks: tuple[Span, ...]) -> str:
    """The text of `span`, as long as it is, with MASK for all in `masks` but line breaks."""
    if not masks:
        return span.of(text)
    parts: list[str] = []
    at = span.start
    for mask in masks:
        hidden = "\n".join(MASK * len(line) for line in mask.of(text).split("\n"))
        parts += (text[at : mask.start], hidden)
        at = mask.end
    parts.append(text[at : span.end])
    return "".join(parts)
