"""A key is written as in hardly any other post.

It differs by a letter or by capitals, `-` and `_` from a key that twenty times
as many posts have, and the post does not have that one: the generator reads
neither. Keys that the generator itself knows are never reported.

Bad:
    post-1.md … post-20.md
        ---
        title: Week {n} in the garden
        author: Sato
        ---
    again.md
        ---
        title: The garden in spring
        auhtor: Sato
        ---
Good:
    post-1.md … post-20.md
        ---
        title: Week {n} in the garden
        author: Sato
        ---
    again.md
        ---
        title: The garden in spring
        author: Sato
        ---
"""

from collections import Counter
from collections.abc import Iterator
from pathlib import PurePath

from editor_app.core.diagnostics import Diagnostic, Fix, Severity
from editor_app.core.generator import Generator
from editor_app.core.rule import Fixable
from editor_app.core.schema.generators import known_fields
from editor_app.core.site.alike import shortened
from editor_app.core.site.summaries import Summaries
from editor_app.core.site.summary import Key, Summary
from editor_app.core.site.summary_parts import ValueKind
from editor_app.core.text.edits import Edit
from editor_app.core.text.likeness import is_slip, loose

ID = "key-typo"
SEVERITY = Severity.WARNING
FIXABLE = Fixable.ASK
IS_ON = True

_SHORTEST = 4
_LONGEST = 40
_RARE = 2
_RARE_SHARE = 0.005
_TIMES = 20


def check(site: Summaries) -> Iterator[tuple[PurePath, Diagnostic]]:
    counted = Counter(name for post in site.posts for name in post.key_names)
    rare = max(_RARE, _RARE_SHARE * len(site.posts))
    usual: dict[str, list[str]] = {}
    for name, count in counted.most_common():
        if count >= _TIMES and _SHORTEST <= len(name) <= _LONGEST:
            for short in set(shortened(name)):
                usual.setdefault(short, []).append(name)
    known = {each: frozenset(f.key for f in known_fields(each)) for each in Generator}
    for post in site.posts:
        for key in post.keys:
            own = key.name.text
            is_asked = counted[own] <= rare and _SHORTEST <= len(own) <= _LONGEST
            if not is_asked or own in known[post.generator]:
                continue
            meant = _meant(own, usual, counted)
            if meant and meant not in post.key_names and not _is_same(own, meant, post):
                yield post.path, _report(site, key, meant, counted[meant])


def _meant(name: str, usual: dict[str, list[str]], counted: Counter[str]) -> str | None:
    """The most frequent key that the name may be a slip of."""
    near = {key for short in shortened(name) for key in usual.get(short, ())}
    slips = [key for key in near if counted[key] >= _TIMES * counted[name] and is_slip(name, key)]
    return max(slips, key=lambda key: (counted[key], key), default=None)


def _is_same(name: str, meant: str, post: Summary) -> bool:
    """Hugo does not care for capitals."""
    return post.generator is Generator.HUGO and name.lower() == meant.lower()


def _report(site: Summaries, key: Key, meant: str, count: int) -> Diagnostic:
    fixes: tuple[Fix, ...] = ()
    if key.kind is not ValueKind.OBJECT and loose(meant).isalnum():
        edits = (Edit(key.name.span, meant),)
        fixes = (site.fix("Rename it to {name}", edits, name=meant),)
    return site.report(
        ID,
        SEVERITY,
        key.name.span,
        "{name} may be a slip for {meant}, which {count} posts have",
        field=key.name.text,
        fixes=fixes,
        name=key.name.text,
        meant=meant,
        count=count,
    )
