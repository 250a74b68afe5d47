"""A value is of another kind than in the other posts.

A number where all others have a text, a text where they have a list: a theme
that works for those may fail for this one. Asked is where nineteen of twenty
posts, and twenty at least, agree. Empty values, and switches and objects in
place of something else, are often meant and never reported.

Bad:
    post-1.md … post-20.md
        ---
        title: Week {n} in the garden
        version: "4.{n}"
        ---
    again.md
        ---
        title: The garden in spring
        version: 4.0
        ---
Good:
    post-1.md … post-20.md
        ---
        title: Week {n} in the garden
        version: "4.{n}"
        ---
    again.md
        ---
        title: The garden in spring
        version: "4.0"
        ---
"""

from collections import Counter
from collections.abc import Iterator
from pathlib import PurePath

from editor_app.core.diagnostics import Diagnostic, Fix, Severity
from editor_app.core.rule import Fixable
from editor_app.core.site.collections import FEWEST
from editor_app.core.site.summaries import Summaries
from editor_app.core.site.summary import Key
from editor_app.core.site.summary_parts import ValueKind
from editor_app.core.text.edits import Edit
from editor_app.core.text.spans import Span

ID = "type-outlier"
SEVERITY = Severity.INFO
FIXABLE = Fixable.ASK
IS_ON = True

_SHARE = 0.95
_SHARE_OF_FOLDER = 0.2
_COMPARED = frozenset({ValueKind.TEXT, ValueKind.NUMBER, ValueKind.DATE, ValueKind.LIST})
_NAMES = {
    ValueKind.TEXT: "a text",
    ValueKind.SWITCH: "yes or no",
    ValueKind.NUMBER: "a number",
    ValueKind.DATE: "a date",
    ValueKind.LIST: "a list",
}


def check(site: Summaries) -> Iterator[tuple[PurePath, Diagnostic]]:
    counted = Counter(
        (key.name.text, _plain(key.kind))
        for post in site.posts
        for key in post.keys
        if key.kind is not ValueKind.EMPTY
    )
    kinds: dict[str, Counter[ValueKind]] = {}
    for (name, kind), count in counted.items():
        kinds.setdefault(name, Counter())[kind] = count
    usual = {name: most for name, found in kinds.items() if (most := _usual(found)) is not None}
    outliers = [
        (post, key)
        for post in site.posts
        for key in post.keys
        if key.name.text in usual and _differs(key.kind, usual[key.name.text])
    ]
    customs = _customs(site, {key.name.text for _, key in outliers})
    for post, key in outliers:
        name = key.name.text
        if (post.collection, name, _plain(key.kind)) not in customs:
            yield post.path, _report(site, key, usual[name], kinds[name])


def _customs(site: Summaries, names: set[str]) -> set[tuple[str, str, ValueKind]]:
    """The kinds of values of some keys that are no exception in their collection."""
    here = Counter(
        (post.collection, key.name.text, _plain(key.kind))
        for post in site.posts
        for key in post.keys
        if key.name.text in names and key.kind is not ValueKind.EMPTY
    )
    all_kinds: Counter[tuple[str, str]] = Counter()
    for (collection, name, _), count in here.items():
        all_kinds[collection, name] += count
    return {
        each
        for each, count in here.items()
        if count > max(1, _SHARE_OF_FOLDER * all_kinds[each[0], each[1]])
    }


def _plain(kind: ValueKind) -> ValueKind:
    return ValueKind.TEXT if kind is ValueKind.SWITCH_WORD else kind


def _usual(found: Counter[ValueKind]) -> ValueKind | None:
    kind, count = found.most_common(1)[0]
    total = found.total()
    return kind if total >= FEWEST and count >= _SHARE * total and kind in _NAMES else None


def _differs(kind: ValueKind, usual: ValueKind) -> bool:
    if usual is ValueKind.SWITCH:
        return kind is ValueKind.SWITCH_WORD
    return usual in _COMPARED and _plain(kind) in _COMPARED and _plain(kind) is not usual


def _report(site: Summaries, key: Key, usual: ValueKind, found: Counter[ValueKind]) -> Diagnostic:
    return site.report(
        ID,
        SEVERITY,
        key.value,
        "{name} is {kind} here, but {usual} in {count} of {posts} posts",
        field=key.name.text,
        fixes=_fixes(site, key, usual),
        name=key.name.text,
        kind=site.say(_NAMES[_plain(key.kind)]),
        usual=site.say(_NAMES[usual]),
        count=found[usual],
        posts=found.total(),
    )


def _fixes(site: Summaries, key: Key, usual: ValueKind) -> tuple[Fix, ...]:
    """A number becomes a text in quotes."""
    if usual is not ValueKind.TEXT or key.kind is not ValueKind.NUMBER:
        return ()
    ends = (key.value.start, key.value.end)
    edits = (Edit(Span(at, at), '"') for at in ends)
    return (site.fix("Put it in quotes", edits),)
