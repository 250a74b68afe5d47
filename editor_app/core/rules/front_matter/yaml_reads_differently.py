"""A value means another thing to one generator than to the next, or than was meant.

Jekyll reads YAML 1.1, where `yes` is true and `12:30` a number; Astro,
Eleventy and Hugo since 0.152 read YAML 1.2, where both are text. Where the
site's generator is known, only what that one may read in another way than the
writer meant is told. Quoted, a value is text to all.

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
from editor_app.core.generator import Generator
from editor_app.core.post import Post
from editor_app.core.rule import Fixable

ID = "yaml-reads-differently"
SEVERITY = Severity.WARNING
FIXABLE = Fixable.ASK
IS_ON = True

_YAML_12 = (Generator.ASTRO, Generator.ELEVENTY, Generator.HUGO)


def check(post: Post) -> Iterator[Diagnostic]:
    if not post.is_yaml:
        return
    for path, scalar in post.scalars():
        if _differs(scalar) and _is_affected(post.generator, scalar):
            yield _told(post, path, scalar)


def _differs(scalar: Scalar) -> bool:
    one, other = scalar.yaml11, scalar.yaml12
    if scalar.reference is not None and scalar.reference.tag is not None:
        return False
    if scalar.style is not Style.PLAIN or isinstance(one, dt.date) or isinstance(other, dt.date):
        return False
    return repr(one) != repr(other)  # the same type and value; not a number is equal too


def _is_affected(generator: Generator, scalar: Scalar) -> bool:
    """Whether what a known generator reads may not be what was meant.

    A reader of YAML 1.2 leaves `12:30` and the country `NO` as they look. What
    Hugo's reader makes of numbers is in neither version's rules.
    """
    if generator not in _YAML_12:
        return True
    if isinstance(scalar.yaml11, bool):
        return not scalar.raw.isupper()
    return generator is not Generator.HUGO and ":" not in scalar.raw


def _told(post: Post, path: Path, scalar: Scalar) -> Diagnostic:
    one, other = _shown(post, scalar.yaml11), _shown(post, scalar.yaml12)
    generator = post.generator
    name = generator.value.title()
    message = "{raw} is {one} to Jekyll and {other} to Astro and Eleventy"
    if generator is Generator.JEKYLL:
        message = "{raw} is {one} to {generator}, and {other} to readers of YAML 1.2"
    elif generator in _YAML_12:
        one, other = other, one
        message = "{raw} is {one} to {generator}, and {other} to readers of YAML 1.1"
    return post.report(
        ID,
        SEVERITY,
        scalar.span,
        message,
        field=dotted(path),
        fixes=_fixes(post, path, scalar),
        raw=scalar.raw,
        one=one,
        other=other,
        generator=name,
    )


def _fixes(post: Post, path: Path, scalar: Scalar) -> tuple[Fix, ...]:
    """The word that all read alike, or quotes; a code such as `NO` is a text first."""
    quote = post.fix_value("Quote it: text to all", path, scalar.text)
    if not isinstance(scalar.yaml11, bool):
        return quote
    word = "true" if scalar.yaml11 else "false"
    plain = post.fix_value("Write {word}", path, scalar.yaml11, word=word)
    return quote + plain if scalar.raw.isupper() else plain + quote


def _shown(post: Post, value: Value) -> str:
    if value is None:
        return post.say("nothing")
    if isinstance(value, bool):
        return post.say("true") if value else post.say("false")
    if isinstance(value, str):
        return post.say("the text “{value}”", value=value)
    return post.say("the number {value}", value=value)
