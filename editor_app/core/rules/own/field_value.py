"""A field has a value that the site does not allow.

The site's `galley.toml` says what is allowed, as a list or as a regular expression
(in Python's notation) that the whole value has to fit:

    [check.fields.category]
    allowed = ["news", "recipes"]

    [check.fields.slug]
    pattern = "[a-z0-9-]+"

Of a list each item is looked at. `message` tells why, `severity` how grave it is.

Bad:
    ---
    title: Tea
    category: recipe
    ---

    Tea is slow.
Good:
    ---
    title: Tea
    category: recipes
    ---

    Tea is slow.
"""

from collections.abc import Iterator

from editor_app.core.diagnostics import Diagnostic, Severity
from editor_app.core.frontmatter.nodes import Path, Scalar, Sequence
from editor_app.core.frontmatter.paths import dotted, parse_dotted
from editor_app.core.own import FieldCheck
from editor_app.core.post import Post
from editor_app.core.rule import Fixable
from editor_app.core.text.likeness import like
from editor_app.core.text.patterns import shared
from editor_app.core.text.spans import Span

ID = "field-value"
SEVERITY = Severity.WARNING
FIXABLE = Fixable.ASK
IS_ON = True

SECONDS = 0.5
"""For all together; one takes half of what is left at most."""


def check(post: Post) -> Iterator[Diagnostic]:
    for each, clock in shared(SECONDS, post.settings.own.fields):
        for path, scalar in _values(post, parse_dotted(each.path)):
            text = scalar.text
            if scalar.yaml11 is None or not text.strip():
                continue
            if each.allowed and text not in each.allowed:
                yield _not_allowed(post, each, path, scalar)
            elif each.pattern is not None and not clock.has_run_out:
                found = clock.find(each.pattern, text)
                if (found is None or found.span != Span(0, len(text))) and not clock.has_run_out:
                    yield _unfit(post, each, path, scalar)
        if clock.has_run_out:
            message = "The pattern of {name} takes too long on this post"
            yield post.report(ID, SEVERITY, Span(0, 0), message, name=each.path)


def _values(post: Post, path: Path) -> Iterator[tuple[Path, Scalar]]:
    node = post.front_matter.node(path)
    if isinstance(node, Scalar):
        yield path, node
    elif isinstance(node, Sequence):
        for number, item in enumerate(node.items):
            if isinstance(item, Scalar):
                yield (*path, number), item


def _not_allowed(post: Post, check: FieldCheck, path: Path, scalar: Scalar) -> Diagnostic:
    guess = like(scalar.text, check.allowed)
    title = "Write {prefer}"
    return post.report(
        ID,
        check.severity or SEVERITY,
        post.place(scalar),
        "{message}" if check.message else "{name} is {value}, and only these are allowed: {words}",
        field=dotted(path),
        fixes=() if guess is None else post.fix_value(title, path, guess, prefer=guess),
        message=check.message,
        name=check.path,
        value=scalar.text,
        words=", ".join(check.allowed),
    )


def _unfit(post: Post, check: FieldCheck, path: Path, scalar: Scalar) -> Diagnostic:
    return post.report(
        ID,
        check.severity or SEVERITY,
        post.place(scalar),
        "{message}" if check.message else "{name} does not fit {pattern}: {value}",
        field=dotted(path),
        message=check.message,
        name=check.path,
        pattern=check.pattern.source if check.pattern else "",
        value=scalar.text,
    )
