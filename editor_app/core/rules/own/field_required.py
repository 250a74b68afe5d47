"""A field that the site asks for is missing or empty.

The site's `galley.toml` says which:

    [check.fields.author]
    required = true

The path of a field inside another is quoted, as in `[check.fields."params.author"]`.
`message` tells why, `severity` how grave it is.

Bad:
    ---
    title: Tea
    ---

    Tea is slow.
Good:
    ---
    title: Tea
    author: Mai
    ---

    Tea is slow.
"""

from collections.abc import Iterator

from editor_app.core.diagnostics import Diagnostic, Severity
from editor_app.core.frontmatter.nodes import Node, Scalar, Sequence
from editor_app.core.frontmatter.paths import parse_dotted
from editor_app.core.post import Post
from editor_app.core.rule import Fixable

ID = "field-required"
SEVERITY = Severity.WARNING
FIXABLE = Fixable.NO
IS_ON = True


def check(post: Post) -> Iterator[Diagnostic]:
    front_matter = post.front_matter
    if front_matter.root is None:
        return
    for each in post.settings.own.fields:
        path = parse_dotted(each.path)
        node = front_matter.node(path) if each.is_required else None
        if not each.is_required or (node is not None and _says_something(node)):
            continue
        entry = front_matter.entry(path)
        span = front_matter.opening or front_matter.span
        template = "{name} is missing" if entry is None else "{name} is empty"
        yield post.report(
            ID,
            each.severity or SEVERITY,
            span if entry is None else entry.span,
            "{message}" if each.message else template,
            field=each.path,
            message=each.message,
            name=each.path,
        )


def _says_something(node: Node) -> bool:
    if isinstance(node, Scalar):
        return node.yaml11 is not None and bool(node.text.strip())
    return bool(node.items if isinstance(node, Sequence) else node.entries)
