"""Tell of comments that allow nothing, with the edits that take them away."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from editor_app.core.body.block import BlockKind
from editor_app.core.diagnostics import Diagnostic, Fix
from editor_app.core.post import Post
from editor_app.core.rules.allowed.allow_without_use import ID, IS_ON, SEVERITY
from editor_app.core.rules.catalogue import ALL_RULES
from editor_app.core.suppressions.comments import ALLOW, ALLOW_IN_POST, Allowance, Name
from editor_app.core.suppressions.sift import ALWAYS_SAID, Sifter
from editor_app.core.text.edits import Edit
from editor_app.core.text.likeness import like
from editor_app.core.text.spans import Span

_JOINING = frozenset({BlockKind.LIST, BlockKind.CODE, BlockKind.QUOTE})


def unused(post: Post, sifter: Sifter, judged: Collection[str]) -> Iterator[Diagnostic]:
    """The names in comments that allow nothing; of known rules only those that were `judged`."""
    if not sifter.allowances:
        return
    known = {rule.ID for rule in ALL_RULES} - ALWAYS_SAID
    for each in sifter.allowances:
        if each.word not in {ALLOW, ALLOW_IN_POST}:
            yield _unknown_word(post, each)
        elif not each.names:
            message = "This comment names no rule to allow"
            yield post.report(ID, SEVERITY, each.comment, message, fixes=(_without(post, each),))
        for name in each.names if each.word in {ALLOW, ALLOW_IN_POST} else ():
            if name.rule not in known:
                yield _unknown_name(post, each, name, known)
            elif name.rule in judged and not sifter.is_used(name):
                yield _unused(post, each, name)


def for_others(
    post: Post, given: Iterable[Allowance], rules: Collection[str]
) -> Iterator[tuple[Name, Diagnostic]]:
    """What is to be told of the names of some rules, if those find nothing, which others know."""
    if not post.settings.hears(ID, IS_ON):
        return
    severity = post.settings.severities.get(ID, SEVERITY)
    for each in given:
        for name in each.names if each.word in {ALLOW, ALLOW_IN_POST} else ():
            if name.rule in rules:
                yield name, replace(_unused(post, each, name), severity=severity)


def _unused(post: Post, allowance: Allowance, name: Name) -> Diagnostic:
    message = "{rule} is allowed here, and finds nothing"
    fixes = (_without(post, allowance, name),)
    return post.report(ID, SEVERITY, name.span, message, fixes=fixes, rule=name.rule)


def _unknown_word(post: Post, allowance: Allowance) -> Diagnostic:
    guess = like(allowance.word, (ALLOW, ALLOW_IN_POST)) or ALLOW
    message = "There is no instruction {word}; did you mean {name}?"
    return post.report(ID, SEVERITY, allowance.comment, message, word=allowance.word, name=guess)


def _unknown_name(
    post: Post, allowance: Allowance, name: Name, known: Collection[str]
) -> Diagnostic:
    fixes = (_without(post, allowance, name),)
    if name.rule in ALWAYS_SAID:
        message = "{rule} can't be allowed by a comment"
        return post.report(ID, SEVERITY, name.span, message, fixes=fixes, rule=name.rule)
    guess = like(name.rule, known)
    if guess is None:
        message = "There is no rule {key}"
        return post.report(ID, SEVERITY, name.span, message, fixes=fixes, key=name.rule)
    written = post.fix("Write {name}", (Edit(name.span, guess),), name=guess)
    message = "There is no rule {key}; did you mean {name}?"
    return post.report(
        ID, SEVERITY, name.span, message, fixes=(written, *fixes), key=name.rule, name=guess
    )


def _without(post: Post, allowance: Allowance, name: Name | None = None) -> Fix:
    """A fix that takes a name out of a comment, or the comment that has no other."""
    if name is not None and len(allowance.names) > 1:
        at = allowance.names.index(name)
        if at:
            span = Span(allowance.names[at - 1].span.end, name.span.end)
        else:
            span = Span(name.span.start, allowance.names[1].span.start)
        return post.fix("Remove the name", (Edit(span, ""),), safe=True)
    span = _whole(post, allowance.comment)
    safe = not _holds_apart(post, allowance.comment)
    return post.fix("Remove the comment", (Edit(span, ""),), safe=safe)


def _whole(post: Post, comment: Span) -> Span:
    """The comment with its line where it has one of its own, and the blank line below."""
    text = post.text
    start = text.rfind("\n", 0, comment.start) + 1
    end = _line_end(text, comment.end)
    if text[start : comment.start].strip() or text[comment.end : end].strip():
        while comment.start > start and text[comment.start - 1] in " \t":
            comment = Span(comment.start - 1, comment.end)
        return comment
    end = min(end + 1, len(text))
    is_after_blank = start <= post.front_matter.body_start or not _line_before(text, start).strip()
    after = _line_end(text, end)
    is_in_body = start >= post.front_matter.body_start
    if is_in_body and is_after_blank and end < len(text) and not text[end:after].strip():
        end = min(after + 1, len(text))
    return Span(start, end)


def _line_before(text: str, start: int) -> str:
    return text[text.rfind("\n", 0, max(start - 1, 0)) + 1 : max(start - 1, 0)]


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _holds_apart(post: Post, comment: Span) -> bool:
    """Whether blocks would run together without the comment between them."""
    if comment.start < post.front_matter.body_start:
        return False
    text = post.text
    start = text.rfind("\n", 0, comment.start) + 1
    end = _line_end(text, comment.end)
    if text[start : comment.start].strip() or text[comment.end : end].strip():
        return False
    above = _line_before(text, start) if start > post.front_matter.body_start else ""
    below = text[min(end + 1, len(text)) : _line_end(text, min(end + 1, len(text)))]
    if above.strip() and below.strip():
        return True
    top = [block for block in post.body.blocks if not block.inside]
    before = [block.kind for block in top if block.span.end <= comment.start]
    after = [block.kind for block in top if block.span.start >= comment.end]
    return bool(before and after and before[-1] is after[0] and after[0] in _JOINING)
