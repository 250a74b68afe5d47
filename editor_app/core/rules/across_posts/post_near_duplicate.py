"""Two posts say nearly the same.

Nine tenths of their text are in both, so one is a copy, or was published a
second time. What is in many posts of the site, such as a footer, does not
count; releases and parts of a series, whose titles differ by a number, and
translations and versions of one page are not compared, and neither is what
has no front matter, such as a licence.

Bad:
    spring.md
        ---
        title: The garden in spring
        ---

        The snow has gone, and the first green tips stand in two rows along the wall,
        where we put the bulbs in October. We have cut back the roses, tied up the
        raspberries, and carried the pots out of the cellar, where the mice had left
        more of them than in any winter that we remember. The beds behind the shed
        have to wait: the ground is still so wet that every step leaves a mark, and
        whoever digs now digs twice. So we took the saw to the old quince instead,
        brought the branches to the heap by the brook, and kept the straight ones
        for the beans, which will go into the ground beside the vine in May.
    bulbs.md
        ---
        title: Bulbs along the wall
        ---

        The snow has gone, and the first green tips stand in two rows along the wall,
        where we put the bulbs in October. We have cut back the roses, tied up the
        raspberries, and carried the pots out of the cellar, where the mice had left
        more of them than in any winter that we remember. The beds behind the shed
        have to wait: the ground is still so wet that every step leaves a mark, and
        whoever digs now digs twice. So we took the saw to the old quince instead,
        brought the branches to the heap by the brook, and kept the straight ones
        for the beans, which will go into the ground beside the vine in May.
Good:
    spring.md
        ---
        title: The garden in spring
        ---

        The snow has gone, and the first green tips stand in two rows along the wall,
        where we put the bulbs in October. We have cut back the roses, tied up the
        raspberries, and carried the pots out of the cellar, where the mice had left
        more of them than in any winter that we remember. The beds behind the shed
        have to wait: the ground is still so wet that every step leaves a mark, and
        whoever digs now digs twice. So we took the saw to the old quince instead,
        brought the branches to the heap by the brook, and kept the straight ones
        for the beans, which will go into the ground beside the vine in May.
    bulbs.md
        ---
        title: Bulbs along the wall
        ---

        Bulbs want to be dry in summer and wet in spring, and by a wall they have
        both. Dig the bed as deep as a spade, break up what lies below, and mix in
        gravel where the water does not drain. A tulip goes down three times its own
        height, a crocus twice, and a squill may be thrown over the grass and stay
        where it falls. Leave the leaves until they are yellow: what you cut off now
        is missing next year. Between the rows we plant forget-me-nots, which cover
        the gaps in April, and when they are over the beans take their place, so
        the bed along the wall is never bare and never looks unkempt to visitors.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import PurePath

from editor_app.core.body.wording import letters
from editor_app.core.diagnostics import Diagnostic, Related, Severity
from editor_app.core.rule import Fixable
from editor_app.core.site.alike import is_recurring, without_counting
from editor_app.core.site.fingerprint import checksums, likeness
from editor_app.core.site.post_paths import name, without_variant
from editor_app.core.site.summaries import Summaries
from editor_app.core.site.summary import Summary

ID = "post-near-duplicate"
SEVERITY = Severity.INFO
FIXABLE = Fixable.NO
IS_ON = True

_SHORTEST = 400
_FEWEST_CHECKSUMS = 12
_ALIKE = 0.9
_MOST_POSTS = 20
_COMMON = 0.01
_INDEXED = 16
"""Of a post; two that are alike share nearly all of them."""
_FEWEST_SHARED = 8


def check(site: Summaries) -> Iterator[tuple[PurePath, Diagnostic]]:
    common = _common(site)
    holders: dict[int, list[int]] = {}
    for number, post in enumerate(site.posts):
        sums = checksums(post.fingerprint)
        own = [each for each in sums if each not in common] if common else sums
        if not post.keys or post.length < _SHORTEST or len(own) < _FEWEST_CHECKSUMS:
            continue
        before: list[int] = []
        for each in own[:_INDEXED]:
            held = holders.setdefault(each, [])
            before += held
            if len(held) < _MOST_POSTS:
                held.append(number)
        shared = Counter(before) if before else {}
        others = (site.posts[each] for each, count in shared.items() if count >= _FEWEST_SHARED)
        other = _original(post, others, common)
        if other is not None:
            yield post.path, _report(site, post, other)


def _common(site: Summaries) -> set[int]:
    """Checksums of what stands in many posts."""
    most = max(_MOST_POSTS, _COMMON * len(site.posts))
    counted = Counter(chain.from_iterable(checksums(post.fingerprint) for post in site.posts))
    return {each for each, count in counted.items() if count > most}


def _original(post: Summary, others: Iterable[Summary], common: set[int]) -> Summary | None:
    """The earlier post that is most alike, if any is alike enough."""
    found = [
        (alike, other)
        for other in others
        if not _is_meant(post, other)
        and (alike := likeness(post.fingerprint, other.fingerprint, common)) >= _ALIKE
    ]
    return max(found, key=lambda pair: pair[0])[1] if found else None


def _is_meant(post: Summary, other: Summary) -> bool:
    """Whether they are alike on purpose."""
    if without_variant(post.path) == without_variant(other.path):
        return True
    if post.title is None or other.title is None:
        return False
    one, two = post.title.text, other.title.text
    if letters(one) == letters(two):
        return is_recurring((post, other))
    return without_counting(one) == without_counting(two)


def _report(site: Summaries, post: Summary, other: Summary) -> Diagnostic:
    there = other.title.span if other.title is not None else other.place
    return site.report(
        ID,
        SEVERITY,
        post.title.span if post.title is not None else post.place,
        "{path} says nearly the same",
        related=(Related(there, site.say("Nearly the same text"), other.path),),
        path=name(other.path),
    )
