"""YAML front matter: libyaml's events as nodes with exact spans.

Events, not `compose`: they keep each alias's own place, and nothing recurses.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import yaml

from editor_app.core.frontmatter import limits, scalars, yaml_faults
from editor_app.core.frontmatter.nodes import (
    Comment,
    Content,
    Entry,
    Mapping,
    Node,
    Reference,
    Scalar,
    Sequence,
    Style,
    Unreadable,
    Value,
)
from editor_app.core.text.expressions import expression
from editor_app.core.text.spans import Span

Loader: type[yaml.SafeLoader] | type[yaml.CSafeLoader]
try:
    from yaml import CSafeLoader as Loader
except ImportError:  # a PyYAML that was built without libyaml: slower, the same events
    from yaml import SafeLoader as Loader

_STYLES = {"'": Style.SINGLE, '"': Style.DOUBLE, "|": Style.LITERAL, ">": Style.FOLDED}
_REFERENCE = expression(r"&[^\s,\[\]{}]+|!<[^>\s]*>|!\S*")
_BLANK = expression(r"(?:[ \t\n]+|#[^\n]*)*")
_COMMENT_OR_TAG = expression(r"![^\s]*|(#[^\n]*)")
_HEADER_COMMENT = expression(r"[|>][-+0-9]*[ \t]+(#[^\n]*)")
_STRING_TAG = "tag:yaml.org,2002:str"


@dataclass(slots=True)
class _Frame:
    """A list or mapping that is not at its end yet."""

    is_mapping: bool
    is_flow: bool
    start: int
    reference: Reference | None
    nodes: list[Node] = field(default_factory=list)
    size: int = 1


class _Stop(Exception):
    def __init__(self, unreadable: Unreadable) -> None:
        self.unreadable = unreadable
        super().__init__()


def read(
    text: str,
    content: Span,
    loader: type[yaml.SafeLoader] | type[yaml.CSafeLoader] = Loader,
    *,
    most: int = limits.MAX_NODES,
) -> Content | Unreadable:
    """Read the YAML that `content` covers in the post's text, with so many values at most."""
    source = content.of(text)
    fault = yaml_faults.unprintable(source, content.start) or limits.brackets_too_deep(
        source, content.start
    )
    if fault is not None:
        return fault
    build = _Build(text, content.start, content.start, most=most)
    build.has_comments, build.has_complex_keys = "#" in source, "?" in source
    try:
        for event in yaml.parse(source, Loader=loader):
            build.take(event)
        build.skip_to(content.end)
        return Content(build.root(content), tuple(build.comments))
    except _Stop as stop:
        return stop.unreadable
    except yaml.MarkedYAMLError as error:
        return yaml_faults.explained(error, text, content)
    except yaml.YAMLError as error:
        return Unreadable(f"This can't be read as YAML ({error})", content)
    except RecursionError:
        return limits.too_deep(content)


@dataclass(slots=True)
class _Build:
    """Takes the events one after the other; `at` is the end of what was taken.

    `has_comments` and `has_complex_keys` are false where no `#` or `?` stands
    in the text, so that nobody need look for them.
    """

    text: str
    offset: int
    at: int
    frames: list[_Frame] = field(default_factory=list)
    anchors: dict[str, tuple[Node, int] | None] = field(default_factory=dict)
    top: Node | None = None
    comments: list[Comment] = field(default_factory=list)
    has_comments: bool = True
    has_complex_keys: bool = True
    most: int = limits.MAX_NODES
    documents: int = 0
    aliases: int = 0
    size: int = 0

    def take(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.ScalarEvent):  # most are
            self.scalar(event)
        elif isinstance(event, yaml.CollectionStartEvent):
            self.open(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self.close(event)
        elif isinstance(event, yaml.AliasEvent):
            self.alias(event)
        elif isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                raise _Stop(Unreadable("A second YAML document begins here", self.span(event)))

    def span(self, event: yaml.Event) -> Span:
        start, end = event.start_mark, event.end_mark
        if start is None or end is None:
            raise ValueError("the parser gave an event without a place")
        return Span(self.offset + start.index, self.offset + end.index)

    # --- events

    def scalar(self, event: yaml.ScalarEvent) -> None:
        span = self.span(event)
        reference = None
        if event.anchor is not None or event.tag is not None:
            reference, start = self.reference(span, event.anchor, event.tag)
            span = Span(start, max(start, span.end))
        style = _STYLES[event.style] if event.style else Style.PLAIN
        if self.has_comments:
            self.skip_to(span.start)
            self.at = span.end
        if style is Style.LITERAL or style is Style.FOLDED:
            self.header_comment(span)
            span = self.without_blank_lines(span, event.value)
        node = Scalar(span, span.of(self.text), style, *_values(event), event.value, reference)
        self.add(node, 1)

    def open(self, event: yaml.CollectionStartEvent) -> None:
        span = self.span(event)
        reference, start = None, span.start
        if event.anchor is not None or event.tag is not None:
            reference, start = self.reference(span, event.anchor, event.tag)
        if event.anchor is not None:
            self.anchors[event.anchor] = None
        if len(self.frames) >= limits.MAX_DEPTH:
            raise _Stop(limits.too_deep(Span(start, min(start + 1, len(self.text)))))
        is_mapping = isinstance(event, yaml.MappingStartEvent)
        self.frames.append(_Frame(is_mapping, bool(event.flow_style), start, reference))

    def close(self, event: yaml.CollectionEndEvent) -> None:
        frame = self.frames.pop()
        end = self.span(event).end
        if frame.is_flow:
            self.skip_to(end)
            self.at = end
        elif frame.nodes:  # libyaml ends a block collection at whatever comes next
            end = frame.nodes[-1].span.end
        span = Span(frame.start, end)
        node: Node
        if frame.is_mapping:
            pairs = zip(frame.nodes[::2], frame.nodes[1::2], strict=True)
            entries = tuple(self.entry(key, value) for key, value in pairs)
            node = Mapping(span, entries, frame.is_flow, frame.reference)
        else:
            node = Sequence(span, tuple(frame.nodes), frame.is_flow, frame.reference)
        self.add(node, frame.size)

    def alias(self, event: yaml.AliasEvent) -> None:
        span = self.span(event)
        name = event.anchor or ""
        self.aliases += 1
        if self.aliases > limits.MAX_ALIASES:
            raise _Stop(limits.too_many_aliases(span))
        if name not in self.anchors:
            message = f"“*{name}” stands for the value marked “&{name}”, which does not come before"
            raise _Stop(Unreadable(f"{message}; if it is text, put it in quotes", span))
        target = self.anchors[name]
        if target is None:
            raise _Stop(Unreadable(f"“*{name}” stands inside the value that it stands for", span))
        self.skip_to(span.start)
        self.at = span.end
        node, size = target
        self.add(_standing_for(node, Reference(span, alias=name), self.text), size)

    # --- nodes

    def add(self, node: Node, size: int) -> None:
        self.size += size if node.reference and node.reference.alias else 1
        if self.size > self.most:
            at = Span(node.span.start, node.span.start)
            raise _Stop(limits.too_many(at, self.most))
        if node.reference is not None and node.reference.anchor is not None:
            self.anchors[node.reference.anchor] = (node, size)
        if self.frames:
            self.frames[-1].nodes.append(node)
            self.frames[-1].size += size
        else:
            self.top = node

    def entry(self, key: Node, value: Node) -> Entry:
        start = _start(key)
        if self.has_complex_keys:
            start = self.start_of_complex_key(start)
        if not isinstance(key, Scalar):  # a list or mapping as key: its text is its name
            raw = key.span.of(self.text)
            key = Scalar(key.span, raw, Style.PLAIN, raw, raw, raw, key.reference)
        return Entry(key, value, Span(start, value.span.end))

    def start_of_complex_key(self, start: int) -> int:
        """The question mark before a key, else the key's own start."""
        mark = start - 1
        while mark >= self.offset and self.text[mark] in " \t":
            mark -= 1
        is_complex = self.offset <= mark < start - 1 and self.text[mark] == "?"
        return mark if is_complex else start

    def reference(self, span: Span, anchor: str | None, tag: str | None) -> tuple[Reference, int]:
        """The anchor and tag that begin at a span's start, and where the value itself begins."""
        at = end = span.start
        for _ in range((anchor is not None) + (tag is not None)):
            found = _REFERENCE.match(self.text, at)
            if found is None:
                break
            end = at = found.end()
            blank = _BLANK.match(self.text, at)
            at = at if blank is None else blank.end()
        start = at if at <= span.end else min(end, span.end)
        return Reference(Span(span.start, end), anchor, tag=tag), start

    def without_blank_lines(self, span: Span, value: str) -> Span:
        """A block scalar's span without the line breaks that its value does not need."""
        raw = span.of(self.text)
        header = raw[: raw.find("\n")] if "\n" in raw else raw
        end = len(raw.rstrip("\n"))
        if "+" in header.partition("#")[0] and raw.endswith("\n"):
            end = len(raw) - 1
        elif value.strip(" \t\n"):
            end = len(raw.rstrip(" \t\n")) if value.rstrip("\n")[-1:] not in " \t" else end
        return Span(span.start, span.start + end)

    def root(self, content: Span) -> Mapping:
        node = self.top
        if node is None or (isinstance(node, Scalar) and not node.raw and not node.reference):
            return Mapping(Span(content.start, content.start), (), is_flow=False)
        if isinstance(node, Mapping):
            return node
        what = "a list" if isinstance(node, Sequence) else "a text"
        if isinstance(node, Scalar) and node.style is Style.PLAIN and node.yaml11 is None:
            what = "an empty value"
        message = (
            f"The front matter is {what}; it must be keys with values, such as “title: Spring”"
        )
        raise _Stop(Unreadable(message, node.span))

    # --- comments

    def skip_to(self, start: int) -> None:
        """Note the comments before the next value.

        Between two values stand only blanks, marks, anchors, tags and comments.
        """
        if "#" in self.text[self.at : start]:
            for found in _COMMENT_OR_TAG.finditer(self.text, self.at, start):
                if found[1]:
                    self.comments.append(Comment(Span(*found.span(1))))

    def header_comment(self, span: Span) -> None:
        found = _HEADER_COMMENT.match(self.text, span.start)
        if found:
            self.comments.append(Comment(Span(*found.span(1))))


def _values(event: yaml.ScalarEvent) -> tuple[Value, Value]:
    """The YAML 1.1 and 1.2 meaning of a scalar; the parser says if it is plain."""
    text = event.value
    if event.tag is None or event.tag == "!":
        if event.style or event.tag == "!":
            return text, text
        return scalars.resolve11(text), scalars.resolve12(text)
    if event.tag == _STRING_TAG:
        return text, text
    return (
        scalars.tagged(text, event.tag, scalars.resolve11(text)),
        scalars.tagged(text, event.tag, scalars.resolve12(text)),
    )


def _standing_for(node: Node, reference: Reference, text: str) -> Node:
    """The node that an alias is: its own place, its anchor's value."""
    if isinstance(node, Scalar):
        raw = reference.span.of(text)
        return replace(node, span=reference.span, raw=raw, style=Style.PLAIN, reference=reference)
    return replace(node, span=reference.span, reference=reference)


def _start(node: Node) -> int:
    """Where a node begins, its anchor or tag included."""
    return node.span.start if node.reference is None else node.reference.span.start
