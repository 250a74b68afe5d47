"""A link leads to a post that does not exist.

The post was renamed or never written. A link is looked up by the name at its
end, among the names, addresses and old addresses of all posts. Where Galley
finds fewer than nineteen of twenty links of one form (`/blog/…`, `post_url`), it does
not know where they lead, and says nothing of that form.

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
from collections.abc import Iterator
from pathlib import PurePath

from editor_app.core.diagnostics import Diagnostic, Severity
from editor_app.core.rule import Fixable
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
    missing = {each for each in addresses if known.find(each) is None}
    counted = Counter(each.form for each in addresses)
    unknown = Counter(each.form for each in missing)
    understood = {
        form
        for form, count in counted.items()
        if count >= FEWEST and count - unknown[form] >= _SHARE * count
    }
    for post in site.posts:
        for link in post.links:
            if link.address in missing and link.address.form in understood:
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
