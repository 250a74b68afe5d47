"""The reading time does not fit the text.

Counted are 500 characters a minute for Japanese and 230 words a minute for
other languages, settings of the site (`characters-per-minute` and
`words-per-minute` in `[check]` of `galley.toml`). A minute or a seventh more
or less is not reported. Where half of a site's posts, and twenty at least, say
their reading time, the site's own pace counts instead.

Bad:
    ---
    title: Spring
    reading_time: 12
    ---

    The snow has gone.
Good:
    ---
    title: Spring
    reading_time: 1
    ---

    The snow has gone.
"""

import re
from collections.abc import Iterator

from editor_app.core.diagnostics import Diagnostic, Severity
from editor_app.core.frontmatter.nodes import Scalar, Style, Value
from editor_app.core.post import Post
from editor_app.core.rule import Fixable
from editor_app.core.schema.key_names import READING_TIME_KEYS
from editor_app.core.text.expressions import expression

ID = "reading-time-off"
SEVERITY = Severity.INFO
FIXABLE = Fixable.ASK
IS_ON = True

_NUMBER = expression(r"\d{1,6}(?:\.\d{1,6})?", re.ASCII)
_SHARE = 0.15


def check(post: Post) -> Iterator[Diagnostic]:
    for field in READING_TIME_KEYS:
        scalar = post.scalar(field)
        found = _NUMBER.search(scalar.text) if scalar is not None else None
        if scalar is None or found is None:
            continue
        exact = post.counts.exact_minutes
        if abs(float(found[0]) - max(exact, 1.0)) <= max(1.0, _SHARE * exact):
            continue
        minutes = max(post.counts.minutes, 1)
        yield post.report(
            ID,
            SEVERITY,
            post.place(scalar),
            "{name} says {said}, the text takes about {minutes} minutes to read",
            field=field,
            fixes=post.fix_value(
                "Set it to {minutes}", (field,), _changed(scalar, found, minutes), minutes=minutes
            ),
            name=field,
            said=scalar.text,
            minutes=minutes,
        )


def _changed(scalar: Scalar, found: re.Match[str], minutes: int) -> Value:
    """The new value as it was written: a number, or words around one."""
    if scalar.style is Style.PLAIN and found[0] == scalar.text.strip():
        return minutes
    return scalar.text[: found.start()] + str(minutes) + scalar.text[found.end() :]
