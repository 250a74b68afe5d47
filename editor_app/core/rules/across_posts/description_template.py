"""Descriptions are made by one pattern.

Three of ten posts or more begin or end their description with the same words,
so that a reader of a list learns from them little more than from the title.
The pattern is learned from the site; there is no list of phrases.

Bad:
    post-1.md … post-20.md
        ---
        title: Growing {word}
        description: In this article we take a close look at {word}.
        ---
Good:
    post-1.md … post-20.md
        ---
        title: Growing {word}
        description: For {word}, the bed was dug {n} times.
        ---
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePath

from editor_app.core.body.wording import is_japanese, letters
from editor_app.core.diagnostics import Diagnostic, Fix, Severity
from editor_app.core.rule import Fixable
from editor_app.core.site.collections import FEWEST
from editor_app.core.site.summaries import Summaries
from editor_app.core.site.summary import Description, Summary
from editor_app.core.text.edits import Edit
from editor_app.core.text.expressions import expression

ID = "description-template"
SEVERITY = Severity.WARNING
FIXABLE = Fixable.ASK
IS_ON = True

_SHARE = 0.3
_AGREEING = 0.8
_JAPANESE_LETTERS = 8
_WORDS = 3
_LONGEST = 80
_SLOT = "〇〇"
_WORD = expression(r"[^\W_]+(?:['’.-][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class _Described:
    """A post with its description, and how that begins and ends; empty for a short one."""

    post: Summary
    description: Description
    start: str
    end: str


def check(site: Summaries) -> Iterator[tuple[PurePath, Diagnostic]]:
    by_language: dict[tuple[str, bool], list[_Described]] = {}
    for post in site.posts:
        if post.description is not None:
            is_ja = is_japanese(post.description.said.text)
            described = _described(post, post.description, is_ja)
            by_language.setdefault((post.language, is_ja), []).append(described)
    for group in by_language.values():
        fewest = max(FEWEST, _SHARE * len(group))
        starts = _families(((each.start, each) for each in group), fewest)
        ends = _families(((each.end, each) for each in group), fewest)
        for each in group:
            family = starts.get(each.start) or ends.get(each.end)
            if family is not None:
                yield each.post.path, _report(site, each, family)


def _described(post: Summary, description: Description, is_ja: bool) -> _Described:
    if is_ja:
        said = letters(description.said.text)
        is_short = len(said) <= _JAPANESE_LETTERS
        start, end = said[:_JAPANESE_LETTERS], said[-_JAPANESE_LETTERS:]
    else:
        words = _WORD.findall(description.said.text.lower())
        is_short = len(words) <= _WORDS
        start, end = " ".join(words[:_WORDS]), " ".join(words[-_WORDS:])
    return _Described(post, description, *(("", "") if is_short else (start, end)))


@dataclass(frozen=True, slots=True)
class _Family:
    """Posts of one pattern."""

    count: int
    skeleton: str


def _families(held: Iterable[tuple[str, _Described]], fewest: float) -> dict[str, _Family]:
    """Those who begin or end alike, where they are many."""
    members: dict[str, list[str]] = {}
    for words, each in held:
        if words:
            members.setdefault(words, []).append(each.description.said.text.strip())
    return {
        words: _Family(len(texts), _skeleton(texts))
        for words, texts in members.items()
        if len(texts) >= fewest
    }


def _skeleton(texts: list[str]) -> str:
    """What the family has in common at both ends."""
    head = _common_start(texts)
    tail = _common_start([text[len(head) :][::-1] for text in texts])[::-1]
    return f"{head}{_SLOT}{tail}"


def _common_start(texts: list[str]) -> str:
    """The longest start that four of five share."""
    fewest = _AGREEING * len(texts)
    left = texts
    for length in range(_LONGEST):
        counted = Counter(text[length : length + 1] for text in left)
        letter, count = counted.most_common(1)[0]
        if not letter or count < fewest:
            return left[0][:length]
        left = [text for text in left if text[length : length + 1] == letter]
    return left[0][:_LONGEST]


def _report(site: Summaries, each: _Described, family: _Family) -> Diagnostic:
    description = each.description
    return site.report(
        ID,
        SEVERITY,
        description.said.span,
        "{name} follows a pattern, as in {count} posts: {skeleton}",
        field=description.key,
        fixes=_fixes(site, each),
        name=description.key,
        count=family.count,
        skeleton=family.skeleton,
    )


def _fixes(site: Summaries, each: _Described) -> tuple[Fix, ...]:
    """The post's own first sentences, in quotes that YAML, TOML and JSON read alike."""
    opening = each.post.opening
    if not opening or letters(opening) == letters(each.description.said.text):
        return ()
    edits = (Edit(each.description.whole, json.dumps(opening, ensure_ascii=False)),)
    return (site.fix("Take how the text begins: {opening}", edits, opening=opening),)
