"""A value means one thing to Jekyll and another to Astro or Eleventy.

Jekyll reads YAML 1.1, where `yes` is true and `12:30` a number; Astro and
Eleventy read YAML 1.2, where both are text. Quoted, a value is text to all.

Bad:
    ---
    title: Spring
    comments: yes
    ---
Good:
    ---
    title: Spring
    comments: true
    ---
"""

import datetime as dt
from collections.abc import Iterator

from editor_app.core.diagnostics import Diagnostic, Fix, Severity
from editor_app.core.frontmatter.nodes import Mapping, Node, Path, Scalar, Sequence, Style, Value
from editor_app.core.frontmatter.paths import dotted
from editor_app.core.post import Post

ID = "yaml-reads-differently"
SEVERITY = Severity.WARNING


def check(post: Post) -> Iterator[Diagnostic]:
    root = post.front_matter.root
    if not post.is_yaml or root is None:
        return
    for path, scalar in _scalars(root):
        if _differs(scalar):
            yield post.report(
                ID,
                SEVERITY,
                scalar.span,
                "{raw} is {one} to Jekyll and {other} to Astro and Eleventy",
                field=dotted(path),
                fixes=_fixes(post, path, scalar),
                raw=scalar.raw,
                one=_shown(post, scalar.yaml11),
                other=_shown(post, scalar.yaml12),
            )


def _scalars(root: Mapping) -> Iterator[tuple[Path, Scalar]]:
    """Every value that can be reached by a path, in order; an alias is its anchor's."""
    waiting: list[tuple[Path, Node]] = [((), root)]
    while waiting:
        path, node = waiting.pop()
        if node.reference is not None and (node.reference.alias or node.reference.tag):
            continue
        if isinstance(node, Scalar):
            yield path, node
        elif isinstance(node, Sequence):
            waiting += (((*path, i), item) for i, item in reversed(list(enumerate(node.items))))
        else:
            last = {entry.name: entry for entry in node.entries}
            waiting += (((*path, name), entry.value) for name, entry in reversed(last.items()))


def _differs(scalar: Scalar) -> bool:
    one, other = scalar.yaml11, scalar.yaml12
    if scalar.style is not Style.PLAIN or isinstance(one, dt.date) or isinstance(other, dt.date):
        return False
    return repr(one) != repr(other)  # the same type and value; not a number is equal too


def _fixes(post: Post, path: Path, scalar: Scalar) -> tuple[Fix, ...]:
    fixes: tuple[Fix, ...] = ()
    if isinstance(scalar.yaml11, bool):
        word = "true" if scalar.yaml11 else "false"
        fixes = post.fix_value("Write {word}", path, scalar.yaml11, word=word)
    return fixes + post.fix_value("Quote it: text to all", path, scalar.text)


def _shown(post: Post, value: Value) -> str:
    if value is None:
        return post.say("nothing")
    if isinstance(value, bool):
        return post.say("true") if value else post.say("false")
    if isinstance(value, str):
        return post.say("the text “{value}”", value=value)
    return post.say("the number {value}", value=value)
