"""Analysis: all that is known of one version of a post's text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice

from editor_app.core.analysis_values import Analysis, Context
from editor_app.core.diagnostics import Diagnostic, Severity, by_place
from editor_app.core.post import Post, read_post
from editor_app.core.rule import Rule
from editor_app.core.rules.allowed import allow_without_use
from editor_app.core.rules.catalogue import RULES
from editor_app.core.suppressions.comments import allowances
from editor_app.core.suppressions.sift import Sifter
from editor_app.core.suppressions.unused import unused
from editor_app.core.text.spans import Span

RULE_FAILED = "rule-failed"
ENCODING_UNKNOWN = "encoding-unknown"
_LOST = "\N{REPLACEMENT CHARACTER}"
_SHIFT = "\x1b$"
"""With it ISO-2022-JP turns to Japanese; all of its bytes are characters of UTF-8 too."""
MOST_OF_A_RULE = 100
"""So many diagnostics of one rule are given; the last then says how many more there are."""


def analyse(text: str, context: Context, version: int = 0) -> Analysis:
    """Read and check a normalised text; never raises.

    A rule that raises is reported as `rule-failed`, and the others still speak.
    Of a text that can't be decoded only that is said: what rules would find in
    it is not in the file.
    """
    post = read_post(text, context.path, context.generator, context.settings, context.schema)
    return Analysis(
        version,
        len(text),
        post.front_matter,
        _found(post, context),
        post.body.headings,
        post.counts,
    )


def _found(post: Post, context: Context) -> tuple[Diagnostic, ...]:
    if context.undecodable_byte is not None:
        return (undecodable(post, context.undecodable_byte, context.encoding),)
    return check(post, (rule for rule in RULES if rule.ID not in context.norms.silent))


def check(post: Post, rules: Iterable[Rule]) -> tuple[Diagnostic, ...]:
    """The diagnostics of some rules that no comment allows, in order, each once."""
    heard = [rule for rule in rules if post.settings.hears(rule.ID, rule.IS_ON)]
    sifter = Sifter(allowances(post))
    found = [diagnostic for rule in heard for diagnostic in _of_rule(post, rule, sifter)]
    if post.settings.hears(allow_without_use.ID, allow_without_use.IS_ON):
        told = unused(post, sifter, {rule.ID for rule in heard})
        found += _graded(post, allow_without_use.ID, told)
    return tuple(sorted(dict.fromkeys(found), key=by_place))


def undecodable(post: Post, byte: int, encoding: str) -> Diagnostic:
    """Points at the first character that is lost; nothing can mend it but another encoding."""
    if _LOST not in post.text and _SHIFT in post.text:
        start = post.text.index(_SHIFT)
        span = Span(start, start + len(_SHIFT))
        message = "The file is in ISO-2022-JP, not in UTF-8: save it in UTF-8"
        return post.report(ENCODING_UNKNOWN, Severity.ERROR, span, message)
    start = max(post.text.find(_LOST), 0)
    return post.report(
        ENCODING_UNKNOWN,
        Severity.ERROR,
        Span(start, min(start + 1, len(post.text))),
        "Byte {byte} can't be read as {encoding}",
        byte=byte,
        encoding=encoding,
    )


def _of_rule(post: Post, rule: Rule, sifter: Sifter) -> Iterator[Diagnostic]:
    """What one rule finds and no comment allows, or how it failed."""
    post.proofs.begin()
    try:
        first = list(islice(_heard(post, rule, sifter), MOST_OF_A_RULE))
        if not first:
            return
        more = _count(post, rule, sifter) - len(first) if len(first) == MOST_OF_A_RULE else 0
        _prove(first, len(post.text))
    except Exception as error:  # a bug in one rule must not hide what the others find
        reason = f"{type(error).__name__}: {error}"
        message = "The rule {rule} failed on this post, which is a fault of Galley ({reason})"
        yield post.report(
            RULE_FAILED, Severity.ERROR, Span(0, 0), message, rule=rule.ID, reason=reason
        )
        return
    if more > 0:
        template = "{message} (and {count} more like this)"
        said = post.say(template, message=first[-1].message, count=more)
        first[-1] = replace(first[-1], message=said, more=more)
    yield from _graded(post, rule.ID, first)


def _heard(post: Post, rule: Rule, sifter: Sifter) -> Iterator[Diagnostic]:
    found = rule.check(post)
    return (each for each in found if not sifter.allows(each)) if sifter.allowances else found


def _count(post: Post, rule: Rule, sifter: Sifter) -> int:
    """How many there are, without what is costly: each fix may read the front matter again."""
    return sum(1 for _ in _heard(replace(post, is_only_counted=True), rule, sifter))


def _graded(post: Post, rule: str, found: Iterable[Diagnostic]) -> Iterable[Diagnostic]:
    """With the severity that the site gives a rule."""
    severity = post.settings.severities.get(rule)
    return found if severity is None else (replace(each, severity=severity) for each in found)


def _prove(diagnostics: Iterable[Diagnostic], length: int) -> None:
    """Raises ValueError for a span outside the text."""
    for diagnostic in diagnostics:
        spans = [diagnostic.span, *(related.span for related in diagnostic.related)]
        spans += (edit.span for fix in diagnostic.fixes for edit in fix.edits)
        if any(span.end > length for span in spans):
            raise ValueError(f"{diagnostic.rule} points outside the text: {diagnostic.span}")
