"""A full-width colon stands after a key, and another colon later in the line.

YAML then takes all up to the plain colon for the key, so the value is not
where the generator looks for it. (Without a second colon the front matter
can't be read at all, which is told by another rule.)

Bad:
    ---
    title：春: 雪どけ
    ---
Good:
    ---
    title: "春: 雪どけ"
    ---
"""

from collections.abc import Iterator

from editor_app.core.diagnostics import Diagnostic, Fix, Severity
from editor_app.core.frontmatter.doctor.known_keys import KNOWN
from editor_app.core.frontmatter.doctor.remedy import quoted
from editor_app.core.frontmatter.nodes import Entry, Scalar, Style
from editor_app.core.frontmatter.reader import read
from editor_app.core.post import Post
from editor_app.core.rule import Fixable
from editor_app.core.text.edits import Edit, apply
from editor_app.core.text.spans import Span

ID = "full-width-colon"
SEVERITY = Severity.ERROR
FIXABLE = Fixable.ASK
IS_ON = True


def check(post: Post) -> Iterator[Diagnostic]:
    root = post.front_matter.root
    if root is None or not post.is_yaml:
        return
    for entry in root.entries:
        name, colon, _ = entry.key.raw.partition("：")
        if colon and entry.key.style is Style.PLAIN and name.strip() in KNOWN:
            at = entry.key.span.start + len(name)
            yield post.report(
                ID,
                SEVERITY,
                Span(at, at + 1),
                "A full-width colon stands after {key}",
                field=entry.name,
                fixes=_fixes(post, entry, name.strip()),
                key=name.strip(),
            )


def _fixes(post: Post, entry: Entry, name: str) -> tuple[Fix, ...]:
    """The rest of the line as the value, in quotes."""
    if not isinstance(entry.value, Scalar) or "\n" in entry.span.of(post.text):
        return ()
    value = entry.span.of(post.text).partition("：")[2].strip(" \t\u3000")
    edit = Edit(entry.span, f"{name}: {quoted(value)}")
    after = read(apply(post.text, (edit,)))
    if after.scalar_text(name) != value or post.front_matter.node((name,)) is not None:
        return ()
    return (post.fix("Write a plain colon", (edit,)),)
