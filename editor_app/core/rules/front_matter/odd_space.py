"""A key has a blank in it that looks like a space and is none.

To the generator it is another key: the value seems to be there and is not
used. Input methods write the full-width space, web pages bring the others.
Where one indents a key, that key stands at the top and not beneath the other.

Bad:
    ---
    title: Spring
    tags　: [garden]
    ---
Good:
    ---
    title: Spring
    tags: [garden]
    ---
"""

from collections.abc import Iterator
from itertools import takewhile

from editor_app.core.diagnostics import Diagnostic, Fix, Severity
from editor_app.core.frontmatter.doctor import blanks
from editor_app.core.frontmatter.doctor.known_keys import KNOWN
from editor_app.core.frontmatter.nodes import Entry, Mapping, Node, Scalar, Sequence
from editor_app.core.frontmatter.reader import read
from editor_app.core.post import Post
from editor_app.core.rule import Fixable
from editor_app.core.text.edits import Edit, apply
from editor_app.core.text.spans import Span

ID = "odd-space"
SEVERITY = Severity.WARNING
FIXABLE = Fixable.SAFE
IS_ON = True

_MOST_PROVED = 20
"""So many fixes of a post are proved, each by reading its front matter again."""

_MOST_BENEATH = 50
"""More keys beneath one are told without a fix, which would be one for all."""


def check(post: Post) -> Iterator[Diagnostic]:
    root = post.front_matter.root
    if root is None:
        return
    told = 0
    for mapping in _mappings(root):
        entries, at = mapping.entries, 0
        while at < len(entries):
            count = _count_beneath(entries, at)
            if count:
                told += 1
                beneath = entries[at : at + count]
                is_proved = told <= _MOST_PROVED
                fixes = _indented(post, entries[at - 1], beneath) if is_proved else ()
                yield from _indenting(post, beneath, fixes)
            elif blanks.has_odd(entries[at].key.raw):
                told += 1
                fixes = _fixes(post, entries[at]) if told <= _MOST_PROVED else ()
                yield _told(post, entries[at], fixes)
            at += max(count, 1)


def _mappings(node: Node) -> Iterator[Mapping]:
    if node.reference is not None and node.reference.alias is not None:
        return
    if isinstance(node, Sequence):
        for item in node.items:
            yield from _mappings(item)
    elif isinstance(node, Mapping):
        yield node
        for entry in node.entries:
            yield from _mappings(entry.value)


# --- a blank that is meant to indent


def _count_beneath(entries: tuple[Entry, ...], at: int) -> int:
    """How many keys from `at` on begin with odd blanks, where the key before has to hold them."""
    if not at or not _holds(entries[at - 1]):
        return 0
    return sum(1 for _ in takewhile(_indent, entries[at:]))


def _holds(entry: Entry) -> bool:
    """Whether a key has no value, or keys of its own beneath it."""
    value = entry.value
    if isinstance(value, Scalar):
        return not value.raw
    return isinstance(value, Mapping) and not value.is_flow


def _indent(entry: Entry) -> str:
    """The odd blanks before a key, as plain spaces that look alike."""
    raw = entry.key.raw
    return blanks.spaces(raw[: len(raw) - len(raw.lstrip(blanks.ODD))])


def _indenting(
    post: Post, beneath: tuple[Entry, ...], fixes: tuple[Fix, ...]
) -> Iterator[Diagnostic]:
    for entry in beneath:
        yield post.report(
            ID,
            SEVERITY,
            entry.key.span,
            "A {blank} stands where only spaces may indent",
            field=entry.name,
            fixes=fixes,
            blank=post.translate(blanks.name(entry.key.raw)),
        )


def _indented(post: Post, parent: Entry, beneath: tuple[Entry, ...]) -> tuple[Fix, ...]:
    """All of them at once, as one alone would stand elsewhere; proved by reading again.

    It is safe unless one of the keys may as well be meant for the top.
    """
    before = post.front_matter
    if len(beneath) > _MOST_BENEATH or not post.is_yaml or before.root is None:
        return ()
    edits = tuple(Edit(each.key.span, _indent(each) + _plain(each.key.raw)) for each in beneath)
    after = read(apply(post.text, edits))
    if after.root is None or len(after.duplicates) != len(before.duplicates):
        return ()
    names = [_plain(each.name) for each in _entries(before.root)]
    new = {each.key.span.start: each for each in _entries(after.root)}
    if [each.name for each in new.values()] != names:
        return ()
    value, last = new[parent.key.span.start].value, beneath[-1].key.span.start
    grown = sum(len(edit.text) - len(edit.span) for edit in edits[:-1])
    start = last + grown + len(_indent(beneath[-1]))
    if not isinstance(value, Mapping) or value.span.end <= start:
        return ()
    safe = not KNOWN.intersection(_plain(each.name) for each in beneath)
    return (post.fix("Indent it with spaces", edits, safe=safe),)


def _entries(root: Mapping) -> list[Entry]:
    """All keys at any depth, in the order of the text."""
    entries = (entry for mapping in _mappings(root) for entry in mapping.entries)
    return sorted(entries, key=lambda entry: entry.key.span)


# --- a blank that is part of a key


def _told(post: Post, entry: Entry, fixes: tuple[Fix, ...]) -> Diagnostic:
    name = _plain(entry.name)
    return post.report(
        ID,
        SEVERITY,
        entry.key.span,
        "A {blank} stands in the key {key}",
        field=entry.name,
        fixes=fixes if name else (),
        blank=post.translate(blanks.name(entry.key.raw)),
        key=name,
    )


def _plain(text: str) -> str:
    """A text with plain spaces, and none at its ends."""
    inner = text.strip("".join(blanks.NAMES) + " ")
    return "".join(
        "" if character in "\u200b\ufeff" else " " if character in blanks.NAMES else character
        for character in inner
    )


def _fixes(post: Post, entry: Entry) -> tuple[Fix, ...]:
    span, raw = entry.key.span, entry.key.raw
    new = raw[0] + _plain(raw[1:-1]) + raw[-1] if raw[0] in "\"'" else _plain(raw)
    edit = Edit(Span(span.start, span.end), new)
    after = read(apply(post.text, (edit,)))
    is_same = len(after.duplicates) == len(post.front_matter.duplicates)
    if after.root is None or not is_same or len(after.keys()) != len(post.front_matter.keys()):
        return ()
    return (post.fix("Write the key {key} without it", (edit,), safe=True, key=_plain(entry.name)),)
