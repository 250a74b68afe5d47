"""Check posts and sites, in whichever process: all rules are loaded with this module."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

from editor_app.core.analysis import ENCODING_UNKNOWN, RULE_FAILED, check, undecodable
from editor_app.core.check.packed import Unpackable, pack, unpack
from editor_app.core.check.results import PostResult, PostTask, SiteResult, SiteTask
from editor_app.core.diagnostics import Diagnostic, Severity
from editor_app.core.messages import translator
from editor_app.core.post import Post, read_post
from editor_app.core.rule import SiteRule
from editor_app.core.rules.catalogue import RULES, SILENT_WHERE_COMMON, SITE_RULES, known_better
from editor_app.core.settings import Settings
from editor_app.core.site.norms import Norms, norms
from editor_app.core.site.summaries import Summaries
from editor_app.core.site.summary import Summary, summarise
from editor_app.core.suppressions.comments import Allowance, Name, allowances
from editor_app.core.suppressions.sift import Sifter
from editor_app.core.suppressions.unused import for_others
from editor_app.core.text.source import read
from editor_app.core.text.spans import Span


@dataclass(frozen=True, slots=True)
class Known:
    """What the site rules and their diagnostics need of a post.

    `if_unused` is what is told of the names in its comments that allow nothing.
    """

    summary: Summary
    allowances: tuple[Allowance, ...]
    if_unused: tuple[tuple[Name, Diagnostic], ...] = ()


_FAILED = "The rule {rule} failed on this site, which is a fault of Galley ({reason})"


def start() -> Callable[[Sequence[object]], Sequence[object]]:
    """Called once in a process that checks."""
    return lambda tasks: [_result(task) for task in tasks]


def _result(task: object) -> PostResult | SiteResult:
    return check_site(task) if isinstance(task, SiteTask) else check_post(task)


def check_post(task: object) -> PostResult:
    """Read a post once and check it; of a text that can't be decoded only that is said."""
    assert isinstance(task, PostTask)
    source = read(task.data)
    post = read_post(source.text, task.path, task.generator, task.settings, task.schema)
    if source.undecodable_byte is not None:
        found = (undecodable(post, source.undecodable_byte, source.encoding),)
        return PostResult(frozenset({ENCODING_UNKNOWN}), pack(found), b"")
    rules = (rule for rule in RULES if task.only is None or rule.ID in task.only)
    diagnostics = check(post, rules)
    return PostResult(
        frozenset(each.rule for each in diagnostics),
        pack(diagnostics) if diagnostics else b"",
        pack(_of_post(post, task)) if _site_rules(task) else b"",
    )


def _of_post(post: Post, task: PostTask) -> Known:
    given = allowances(post)
    own = {rule.ID for rule in RULES}
    rules = {rule.ID for rule in _site_rules(task)} - own if given else ()
    return Known(summarise(post, task.path), given, tuple(for_others(post, given, rules)))


def check_site(task: SiteTask) -> SiteResult:
    """Run the rules that need all posts; one that fails is told at the first post.

    What a comment in a post allows, and what an override says of it, counts here too.
    """
    known = tuple(_known(task))
    posts = tuple(each.summary for each in known)
    sifters = {each.summary.path: Sifter(each.allowances) for each in known if each.allowances}
    site = Summaries(posts, task.settings, translator(task.settings.language))
    found = (each for rule in _site_rules(task) for each in _of_rule(rule, site))
    customs = norms((post.rules for post in task.posts), SILENT_WHERE_COMMON)
    heard = [*_heard(found, task.settings, sifters)]
    if task.is_whole:
        heard += (
            (each.summary.path, diagnostic)
            for each in known
            for name, diagnostic in each.if_unused
            if not sifters[each.summary.path].is_used(name)
        )
    return SiteResult(Norms(customs.silent | known_better(site)), tuple(heard))


def _known(task: SiteTask) -> Iterator[Known]:
    for post in task.posts:
        try:
            known = unpack(post.packed_summary) if post.packed_summary else None
        except Unpackable:
            continue
        if isinstance(known, Known):
            yield known


def _heard(
    found: Iterable[tuple[PurePath, Diagnostic]],
    settings: Settings,
    sifters: Mapping[PurePath, Sifter],
) -> Iterator[tuple[PurePath, Diagnostic]]:
    is_on = {rule.ID: rule.IS_ON for rule in SITE_RULES}
    for path, diagnostic in found:
        own = settings.at(path)
        if not own.hears(diagnostic.rule, is_on.get(diagnostic.rule, True)):
            continue
        if path in sifters and sifters[path].allows(diagnostic):
            continue
        severity = own.severities.get(diagnostic.rule, diagnostic.severity)
        is_same = severity is diagnostic.severity
        yield path, diagnostic if is_same else replace(diagnostic, severity=severity)


def _site_rules(task: PostTask | SiteTask) -> list[SiteRule]:
    return [
        rule
        for rule in SITE_RULES
        if (task.only is None or rule.ID in task.only) and task.settings.hears(rule.ID, rule.IS_ON)
    ]


def _of_rule(rule: SiteRule, site: Summaries) -> Iterator[tuple[PurePath, Diagnostic]]:
    try:
        yield from list(rule.check(site))
    except Exception as error:  # a bug in one rule must not hide what the others find
        reason = f"{type(error).__name__}: {error}"
        for post in site.posts[:1]:
            yield (
                post.path,
                site.report(
                    RULE_FAILED, Severity.ERROR, Span(0, 0), _FAILED, rule=rule.ID, reason=reason
                ),
            )
