"""A merge conflict was left in the text.

Git writes such lines where two versions of a text do not fit together, and
somebody has to choose.

Bad:
    ---
    title: Spring
    ---

    <<<<<<< HEAD
    The snow has gone.
    =======
    The snow is gone.
    >>>>>>> spring
Good:
    ---
    title: Spring
    ---

    The snow has gone.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from editor_app.core.body.passages import Verbatim
from editor_app.core.diagnostics import Diagnostic, Fix, Related, Severity
from editor_app.core.post import Post
from editor_app.core.rule import Fixable
from editor_app.core.text.edits import Edit
from editor_app.core.text.expressions import expression
from editor_app.core.text.hints import Hints
from editor_app.core.text.spans import Span

ID = "merge-conflict"
SEVERITY = Severity.ERROR
FIXABLE = Fixable.ASK
IS_ON = True

_LINE = expression(
    r"^(?:(?P<ours><{7} \S.*)|(?P<base>\|{7}(?: .*)?)|(?P<middle>={7})|(?P<theirs>>{7} \S.*))\n?",
    re.MULTILINE,
)
_HINTS = Hints(groups={"<": ("<<<<<<< ",), ">": (">>>>>>> ",)})
_BRANCH = expression(
    r">{7} (?:HEAD|main|master|develop|[\w.-]+/[\w./-]+|[0-9a-f]{7,40}(?: \(.*\))?)$"
)
"""Seven quote marks may also be a quote of a quote of a quote."""


@dataclass(frozen=True, slots=True)
class _Conflict:
    """The lines of a conflict, from its first mark to its last."""

    ours: Span
    second: Span | None = None
    """Where the first version ends."""

    middle: Span | None = None
    theirs: Span | None = None


def check(post: Post) -> Iterator[Diagnostic]:
    if not _HINTS.are_in(post.text):
        return
    verbatim = Verbatim(post.body)
    for conflict in _conflicts(post):
        line = _marker(post, conflict.ours)
        if verbatim.holds(line):
            continue
        related: tuple[Related, ...] = ()
        if conflict.theirs is not None:
            end = _marker(post, conflict.theirs)
            related = (Related(end, post.say("Here it ends")),)
        yield post.report(
            ID,
            SEVERITY,
            line,
            "A merge conflict was left in the text: {marker}",
            fixes=tuple(_fixes(post, conflict)),
            related=related,
            marker=line.of(post.text),
        )


def _marker(post: Post, line: Span) -> Span:
    return Span(line.start, line.start + len(line.of(post.text).rstrip()))


def _conflicts(post: Post) -> Iterator[_Conflict]:
    opened: _Conflict | None = None
    for found in _LINE.finditer(post.text, post.body.start):
        line = Span(*found.span())
        if found["ours"]:
            if opened is not None:
                yield opened
            opened = _Conflict(line)
        elif found["theirs"]:
            if opened is not None:
                yield _Conflict(opened.ours, opened.second, opened.middle, line)
            elif _BRANCH.match(found["theirs"]):
                yield _Conflict(line)
            opened = None
        elif opened is not None and opened.middle is None:
            middle = line if found["middle"] else None
            opened = _Conflict(opened.ours, opened.second or line, middle)
    if opened is not None:
        yield opened


def _fixes(post: Post, conflict: _Conflict) -> Iterator[Fix]:
    """Either version, where the conflict is whole."""
    if conflict.second is None or conflict.middle is None or conflict.theirs is None:
        return
    first = (
        Edit(conflict.ours, ""),
        Edit(Span(conflict.second.start, conflict.theirs.end), ""),
    )
    second = (
        Edit(Span(conflict.ours.start, conflict.middle.end), ""),
        Edit(conflict.theirs, ""),
    )
    yield post.fix("Keep the first version", first)
    yield post.fix("Keep the second version", second)
