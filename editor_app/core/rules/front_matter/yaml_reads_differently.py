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
from editor_app.core.frontmatter.nodes import Path, Scalar, Style, Value
from editor_app.core.frontmatter.paths import dotted
from editor_app.core.post import Post
from editor_app.core.rule import Fixable

ID = "yaml-reads-differently"
SEVERITY = Severity.WARNING
FIXABLE = Fixable.ASK
IS_ON = True


def check(post: Post) -> Iterator[Diagnostic]:
    if not post.is_yaml:
        return
    for path, scalar in post.scalars():
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


def _differs(scalar: Scalar) -> bool:
    one, other = scalar.yaml11, scalar.yaml12
    if scalar.reference is not None and scalar.reference.tag is not None:
        return False
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
