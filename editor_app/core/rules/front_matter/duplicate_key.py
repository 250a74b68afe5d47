"""A key stands twice.

Jekyll takes the last of them without a word; Hugo, Astro and Eleventy refuse
the post.

Bad:
    ---
    title: Spring
    title: Summer
    ---
Good:
    ---
    title: Spring
    ---
"""

from collections.abc import Iterator

from editor_app.core.diagnostics import Diagnostic, Fix, Related, Severity
from editor_app.core.frontmatter.nodes import Entry, Node, Scalar, Sequence
from editor_app.core.frontmatter.reader import read
from editor_app.core.post import Post
from editor_app.core.rule import Fixable
from editor_app.core.text.edits import Edit, apply
from editor_app.core.text.spans import Span

ID = "duplicate-key"
SEVERITY = Severity.ERROR
FIXABLE = Fixable.ASK
IS_ON = True


def check(post: Post) -> Iterator[Diagnostic]:
    for first, later in post.front_matter.duplicates:
        place = Related(first.key.span, post.say("{key} stands here first", key=first.name))
        yield post.report(
            ID,
            SEVERITY,
            later.key.span,
            "The key {key} stands twice",
            field=later.name,
            fixes=_fixes(post, first, later),
            related=(place,),
            key=later.name,
        )


def _fixes(post: Post, first: Entry, later: Entry) -> Iterator[Fix]:
    """Take one of the two away, where it has lines of its own."""
    for title, entry in (("Remove the second {key}", later), ("Remove the first {key}", first)):
        edit = _removal(post, entry)
        if edit is not None and post.may_prove() and _is_proven(post, edit, entry):
            yield post.fix(title, (edit,), key=later.name)


def _removal(post: Post, entry: Entry) -> Edit | None:
    """The lines from the key to the end of its value; None where something else stands there."""
    text = post.text
    start = text.rfind("\n", 0, entry.span.start) + 1
    end = text.find("\n", entry.span.end)
    if not post.is_yaml or end < 0 or text[start : entry.span.start].strip(" "):
        return None
    rest = text[entry.span.end : end].strip()
    return None if rest and not rest.startswith("#") else Edit(Span(start, end + 1), "")


def _is_proven(post: Post, edit: Edit, gone: Entry) -> bool:
    """Whether the text without the lines has all other keys as they were written."""
    before, after = post.front_matter, read(apply(post.text, (edit,)))
    if before.root is None or after.root is None:
        return False
    kept = list(_written(before.root, gone))
    return kept == list(_written(after.root)) and len(kept) > 0


def _written(node: Node, gone: Entry | None = None) -> Iterator[str]:
    """All keys with what stands beside them, at any depth, but for one."""
    if isinstance(node, Scalar):
        yield node.raw
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _written(item, gone)
    else:
        for entry in node.entries:
            if entry is not gone:
                yield entry.key.raw
                yield from _written(entry.value, gone)
