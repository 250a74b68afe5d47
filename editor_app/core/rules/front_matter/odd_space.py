"""A key has a blank in it that looks like a space and is none.

To the generator it is another key: the value seems to be there and is not
used. Input methods write the full-width space, web pages bring the others.

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

from editor_app.core.diagnostics import Diagnostic, Fix, Severity
from editor_app.core.frontmatter.doctor import blanks
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


def check(post: Post) -> Iterator[Diagnostic]:
    root = post.front_matter.root
    if root is None:
        return
    for entry, before in _entries(root):
        if blanks.has_odd(entry.key.raw):
            yield _told(post, entry, before)


def _entries(node: Node) -> Iterator[tuple[Entry, Entry | None]]:
    """All entries, each with the one before it in its mapping."""
    if node.reference is not None and node.reference.alias is not None:
        return
    if isinstance(node, Sequence):
        for item in node.items:
            yield from _entries(item)
    elif isinstance(node, Mapping):
        before = None
        for entry in node.entries:
            yield entry, before
            yield from _entries(entry.value)
            before = entry


def _told(post: Post, entry: Entry, before: Entry | None) -> Diagnostic:
    raw = entry.key.raw
    name = _plain(entry.name)
    is_beneath = raw[:1] in blanks.NAMES and before is not None and _is_empty(before)
    return post.report(
        ID,
        SEVERITY,
        entry.key.span,
        "A {blank} stands in the key {key}",
        field=entry.name,
        fixes=() if is_beneath or not name else _fixes(post, entry),
        blank=post.translate(blanks.name(raw)),
        key=name,
    )


def _is_empty(entry: Entry) -> bool:
    """Whether a key has no value, so that the next may be meant to stand beneath it."""
    return isinstance(entry.value, Scalar) and not entry.value.raw


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
