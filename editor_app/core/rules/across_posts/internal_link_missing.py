"""A link leads to a post that does not exist.

The post was renamed or never written. A link is looked up by the name at its
end, among the names, addresses and old addresses of all posts. Where Galley
finds fewer than nineteen of twenty links of one form (`/blog/…`, `post_url`), it does
not know where they lead, and says nothing of that form. Where links name the
day of their post (`/2026/03/01/spring/`), the same is done with the day.

Bad:
    post-1.md … post-20.md
        ---
        title: Week {n} in the garden
        ---

        See [the same week](post-{n}.md).
    spring.md
        ---
        title: The garden in spring
        ---

        See [the autumn](autum.md).
Good:
    post-1.md … post-20.md
        ---
        title: Week {n} in the garden
        ---

        See [the same week](post-{n}.md).
    spring.md
        ---
        title: The garden in spring
        ---

        See [the first week](post-1.md).
"""

from collections import Counter
from collections.abc import Collection, Iterator
from pathlib import PurePath

from editor_app.core.diagnostics import Diagnostic, Severity
from editor_app.core.rule import Fixable
from editor_app.core.site import links
from editor_app.core.site.collections import FEWEST
from editor_app.core.site.known_posts import KnownPosts
from editor_app.core.site.summaries import Summaries

ID = "internal-link-missing"
SEVERITY = Severity.WARNING
FIXABLE = Fixable.NO
IS_ON = True

_SHARE = 0.95


def check(site: Summaries) -> Iterator[tuple[PurePath, Diagnostic]]:
    known = KnownPosts.of(site.posts)
    addresses = {link.address for post in site.posts for link in post.links}
    missing = {each for each in addresses if not known.find(each)}
    understood = _understood(addresses, missing)
    dated = {
        (link.address, day)
        for post in site.posts
        for link in post.links
        if link.address not in missing and (day := links.day(link.target.text)) is not None
    }
    elsewhere = {(address, day) for address, day in dated if known.is_other_day(address, day)}
    dated_too = _understood([each for each, _ in dated], [each for each, _ in elsewhere])
    for post in site.posts:
        for link in post.links:
            if link.address in missing:
                is_missing = link.address.form in understood
            else:
                is_missing = link.address.form in dated_too and (
                    (link.address, links.day(link.target.text)) in elsewhere
                )
            if is_missing:
                yield (
                    post.path,
                    site.report(
                        ID,
                        SEVERITY,
                        link.target.span,
                        "There is no post that {target} leads to",
                        target=link.target.text,
                    ),
                )


def _understood(
    addresses: Collection[links.Address], missing: Collection[links.Address]
) -> frozenset[str]:
    """The forms of which nearly all addresses are found."""
    counted = Counter(each.form for each in addresses)
    unknown = Counter(each.form for each in missing)
    return frozenset(
        form
        for form, count in counted.items()
        if count >= FEWEST and count - unknown[form] >= _SHARE * count
    )
