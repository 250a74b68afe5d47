"""A description is missing where nearly all posts have one.

Search results and previews then show whatever the post begins with. Asked is
only where four of five posts of the folder, and twenty at least, have a
description, an excerpt or a summary; drafts may still be without.

Bad:
    post-1.md … post-19.md
        ---
        title: Week {n} in the garden
        description: What grew in week {n}.
        ---
    again.md
        ---
        title: The garden in spring
        ---
Good:
    post-1.md … post-19.md
        ---
        title: Week {n} in the garden
        description: What grew in week {n}.
        ---
    again.md
        ---
        title: The garden in spring
        description: What to cut back in March.
        ---
"""

from collections import Counter
from collections.abc import Iterator
from pathlib import PurePath

from editor_app.core.diagnostics import Diagnostic, Severity
from editor_app.core.rule import Fixable
from editor_app.core.schema.key_names import DESCRIPTION_KEYS
from editor_app.core.site.collections import FEWEST, collections
from editor_app.core.site.summaries import Summaries
from editor_app.core.site.summary import Summary
from editor_app.core.text.likeness import is_slip

ID = "description-missing"
SEVERITY = Severity.INFO
FIXABLE = Fixable.NO
IS_ON = True

_SHARE = 0.8


def check(site: Summaries) -> Iterator[tuple[PurePath, Diagnostic]]:
    for posts in collections(site.posts).values():
        shown = [post for post in posts if post.keys and not post.is_draft]
        keys = Counter(post.description.key for post in shown if post.description is not None)
        if len(shown) < FEWEST or keys.total() < _SHARE * len(shown):
            continue
        key = keys.most_common(1)[0][0]
        for post in shown:
            if post.description is None and not _is_misspelt(post):
                place = next(
                    (each.name.span for each in post.keys if each.name.text in DESCRIPTION_KEYS),
                    post.place,
                )
                yield (
                    post.path,
                    site.report(
                        ID,
                        SEVERITY,
                        place,
                        "{name} is missing, which {count} of {posts} posts here have",
                        field=key,
                        name=key,
                        count=keys.total(),
                        posts=len(shown),
                    ),
                )


def _is_misspelt(post: Summary) -> bool:
    return any(is_slip(key, name) for key in post.key_names for name in DESCRIPTION_KEYS)
