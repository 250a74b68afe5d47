"""A key is missing that nearly all posts of the folder have.

Themes read such a key from every post, and the one without it falls out of a
list or shows an empty place. Asked is where nineteen of twenty posts of the
folder, and twenty at least, have the key; drafts may still be without.

Bad:
    post-1.md … post-19.md
        ---
        title: Week {n} in the garden
        author: Sato
        ---
    again.md
        ---
        title: The garden in spring
        ---
Good:
    post-1.md … post-19.md
        ---
        title: Week {n} in the garden
        author: Sato
        ---
    again.md
        ---
        title: The garden in spring
        author: Suzuki
        ---
"""

from collections import Counter
from collections.abc import Iterator
from pathlib import PurePath

from editor_app.core.diagnostics import Diagnostic, Severity
from editor_app.core.rule import Fixable
from editor_app.core.schema.key_names import DESCRIPTION_KEYS, TAXONOMIES
from editor_app.core.site.collections import FEWEST, collections
from editor_app.core.site.summaries import Summaries
from editor_app.core.site.summary import Summary
from editor_app.core.text.likeness import is_slip

ID = "key-missing"
SEVERITY = Severity.INFO
FIXABLE = Fixable.NO
IS_ON = True

_SHARE = 0.95
_OTHERS_ASK = frozenset({"title", *DESCRIPTION_KEYS})


def check(site: Summaries) -> Iterator[tuple[PurePath, Diagnostic]]:
    for posts in collections(site.posts).values():
        shown = [post for post in posts if post.keys and not post.is_draft]
        if len(shown) < FEWEST:
            continue
        counted = Counter(name for post in shown for name in post.key_names - _OTHERS_ASK)
        usual = [key for key, count in counted.items() if count >= _SHARE * len(shown)]
        for post in shown:
            own = post.key_names
            for key in sorted(each for each in usual if each not in own):
                if not _is_said_otherwise(key, post):
                    yield (
                        post.path,
                        site.report(
                            ID,
                            SEVERITY,
                            post.place,
                            "{name} is missing, which {count} of {posts} posts here have",
                            field=key,
                            name=key,
                            count=counted[key],
                            posts=len(shown),
                        ),
                    )


def _is_said_otherwise(key: str, post: Summary) -> bool:
    """Under the singular, under a misspelt name, or by the file's name."""
    if key == "date" and post.day is not None:
        return True
    field = TAXONOMIES.get(key, key)
    return any(TAXONOMIES.get(name) == field or is_slip(name, key) for name in post.key_names)
