"""What can be chosen at the left: all posts, a rule, a folder; and which posts belong to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

from editor_app.core.bulk.site_messages import Finding, PostFound, SiteFound
from editor_app.core.diagnostics import Severity


class By(Enum):
    """How findings are put together."""

    RULE = "rule"
    FOLDER = "folder"


@dataclass(frozen=True, slots=True)
class Choice:
    """A row at the left; with an empty `key` it stands for all. `severity` is the gravest."""

    by: By
    key: str
    label: str
    tip: str
    posts: int
    findings: int
    severity: Severity

    def holds(self, post: PostFound, found: Finding) -> bool:
        if not self.key:
            return True
        return (found.rule if self.by is By.RULE else post.folder) == self.key


@dataclass(frozen=True, slots=True)
class PostRow:
    """A post with those of its findings that belong to what was chosen."""

    post: PostFound
    findings: tuple[Finding, ...]

    @property
    def severity(self) -> Severity:
        return max(found.severity for found in self.findings)

    @property
    def is_fixable(self) -> bool:
        return any(found.fix for found in self.findings)


def choices(site: SiteFound, by: By, all_words: str) -> tuple[Choice, ...]:
    """All first, then the gravest and the most frequent; folders by their names."""
    posts: Counter[str] = Counter()
    findings: Counter[str] = Counter()
    severities: dict[str, Severity] = {}
    for post in site.posts:
        keys = set()
        for found in post.findings:
            key = found.rule if by is By.RULE else post.folder
            keys.add(key)
            findings[key] += 1
            severities[key] = max(found.severity, severities.get(key, Severity.HINT))
        posts.update(keys)
    made = [
        Choice(
            by,
            key,
            _label(by, key, site.folder.name),
            site.rules[key].title if by is By.RULE and key in site.rules else key,
            posts[key],
            findings[key],
            severities[key],
        )
        for key in posts
    ]
    if by is By.RULE:
        made.sort(key=lambda one: (-one.severity, -one.posts, one.key))
    else:
        made.sort(key=lambda one: one.key)
    worst = max(severities.values(), default=Severity.HINT)
    every = Choice(by, "", all_words, all_words, len(site.posts), sum(findings.values()), worst)
    return (every, *made)


def _label(by: By, key: str, site: str) -> str:
    return site if by is By.FOLDER and key == "." else key


def rows(site: SiteFound, choice: Choice) -> tuple[PostRow, ...]:
    """The posts that belong to a choice, in the order of the check."""
    return tuple(_rows(site.posts, choice))


def _rows(posts: Iterable[PostFound], choice: Choice) -> Iterable[PostRow]:
    for post in posts:
        findings = tuple(found for found in post.findings if choice.holds(post, found))
        if findings:
            yield PostRow(post, findings)


def fix_titles(site: SiteFound) -> Mapping[str, str]:
    """By rule what its fix is called; empty where that is not the same in every post."""
    titles: dict[str, str] = {}
    for post in site.posts:
        for found in post.findings:
            if found.fix and titles.setdefault(found.rule, found.fix) != found.fix:
                titles[found.rule] = ""
    return titles
