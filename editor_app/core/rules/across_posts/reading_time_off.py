"""The reading time does not fit the text, by the pace of the site.

Where half of the posts, and twenty at least, say a reading time, the pace is
learned from them: the median of their characters (Japanese) or words a minute.
Reported is what is less than 0.4 or more than 2.5 times what that pace gives, and
three minutes away from it. The highest number is left out if a tenth of the
posts have it, since the site then counts no further.

Bad:
    post-1.md … post-20.md
        ---
        title: Week {n} in the garden
        reading_time: 4
        ---

        … 800 words …
    spring.md
        ---
        title: The garden in spring
        reading_time: 12
        ---

        … 800 words …
Good:
    post-1.md … post-20.md
        ---
        title: Week {n} in the garden
        reading_time: 4
        ---

        … 800 words …
    spring.md
        ---
        title: The garden in spring
        reading_time: 5
        ---

        … 800 words …
"""

from collections import Counter
from collections.abc import Iterator
from pathlib import PurePath
from statistics import median

from editor_app.core.diagnostics import Diagnostic, Severity
from editor_app.core.rule import Fixable
from editor_app.core.site.collections import FEWEST
from editor_app.core.site.summaries import Summaries
from editor_app.core.site.summary import ReadingTime, Summary
from editor_app.core.text.edits import Edit

ID = "reading-time-off"
SEVERITY = Severity.INFO
FIXABLE = Fixable.SAFE
IS_ON = True

_SHARE_OF_POSTS = 0.5
_SHARE_OF_CAP = 0.1
_FEWEST_OF_LANGUAGE = 10
_LEAST, _MOST = 0.4, 2.5
_FEWEST_MINUTES_OFF = 3


def knows_pace(site: Summaries) -> bool:
    """Whether the site shows how it counts; what one post alone is told then no longer holds."""
    timed = sum(post.reading_time is not None for post in site.posts)
    return timed >= FEWEST and timed >= _SHARE_OF_POSTS * len(site.posts)


def check(site: Summaries) -> Iterator[tuple[PurePath, Diagnostic]]:
    if not knows_pace(site):
        return
    timed = [(post, post.reading_time) for post in site.posts if post.reading_time is not None]
    cap = _cap([time for _, time in timed])
    counted = [(post, time) for post, time in timed if time.minutes < cap]
    paces = {
        is_japanese: _pace([time for _, time in counted if time.is_japanese is is_japanese])
        for is_japanese in (True, False)
    }
    for post, time in counted:
        pace = paces[time.is_japanese]
        if pace and _is_off(time, time.length / pace):
            yield _report(site, post, time, max(round(time.length / pace), 1))


def _cap(times: list[ReadingTime]) -> float:
    """The number at which the site stops counting, infinite where it does not."""
    minutes = Counter(time.minutes for time in times)
    highest = max(minutes)
    return highest if minutes[highest] >= _SHARE_OF_CAP * len(times) else float("inf")


def _pace(times: list[ReadingTime]) -> float:
    """Characters or words a minute, 0 where too few posts tell; "1" is said of all short ones."""
    paces = [time.length / time.minutes for time in times if time.minutes > 1]
    return median(paces) if len(paces) >= _FEWEST_OF_LANGUAGE else 0.0


def _is_off(time: ReadingTime, expected: float) -> bool:
    said = time.minutes
    is_far = abs(said - max(expected, 1)) >= _FEWEST_MINUTES_OFF
    return is_far and not _LEAST * expected <= said <= _MOST * expected


def _report(
    site: Summaries, post: Summary, time: ReadingTime, minutes: int
) -> tuple[PurePath, Diagnostic]:
    fix = site.fix(
        "Set it to {minutes}", (Edit(time.span, str(minutes)),), safe=True, minutes=minutes
    )
    return post.path, site.report(
        ID,
        SEVERITY,
        time.span,
        "{name} says {said}, at the pace of this site the text takes about {minutes} minutes",
        field=time.key,
        fixes=(fix,),
        name=time.key,
        said=f"{time.minutes:g}",
        minutes=minutes,
    )
