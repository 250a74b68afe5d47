"""A word that the site writes otherwise.

The site's `galley.toml` says which:

    [[check.wordings]]
    avoid = "サーバ"
    prefer = "サーバー"

`except` lists words in which it is fine, `message` tells why, `severity` how grave
it is. A word that begins or ends in a Latin letter is found as a whole word.
`fields = true` also looks into the front matter, `safe = true` lets `galley fix`
mend it. Dictionaries in the format of prh are named by `prh = ["prh.yml"]` in
`[check]`. Searched is prose, never code or a URL.

Bad:
    ---
    title: 朝
    ---

    サーバが止まりました。
Good:
    ---
    title: 朝
    ---

    サーバーが止まりました。
"""

from collections.abc import Iterator

from editor_app.core.diagnostics import Diagnostic, Severity
from editor_app.core.own import Wording
from editor_app.core.post import Post
from editor_app.core.prose import Piece, of_body, of_fields
from editor_app.core.rule import Fixable
from editor_app.core.text.patterns import Found, expanded, shared
from editor_app.core.text.spans import Span

ID = "wording"
SEVERITY = Severity.WARNING
FIXABLE = Fixable.SAFE
IS_ON = True

SECONDS = 0.5
"""For all together; one takes half of what is left at most."""
_MOST_NAMED = 3


def check(post: Post) -> Iterator[Diagnostic]:
    wordings = post.settings.own.wordings
    if not wordings:
        return
    given_up: list[str] = []
    taken: set[Span] = set()
    body = of_body(post)
    fields = of_fields(post) if any(each.in_fields for each in wordings) else body
    for wording, clock in shared(SECONDS, wordings):
        for prose in (body, fields) if wording.in_fields else (body,):
            if not prose.has(wording.hint):
                continue
            for found in clock.find_all(wording.pattern, prose.text):
                prefer = expanded(wording.prefer, found)
                place = prose.at(found.span)
                if place is None or _is_fine(wording, prefer, prose.text, found):
                    continue
                span = place[0].place(post, place[1])
                if span not in taken:
                    taken.add(span)
                    yield _told(post, wording, place, found, prefer)
        if clock.has_run_out:
            given_up.append(wording.prefer)
    if given_up:
        message = "The search for some wordings took too long on this post: {names}"
        names = [*given_up[:_MOST_NAMED], *(["…"] if len(given_up) > _MOST_NAMED else ())]
        yield post.report(ID, SEVERITY, Span(0, 0), message, names=", ".join(names))


def _told(
    post: Post, wording: Wording, place: tuple[Piece, Span], found: Found, prefer: str
) -> Diagnostic:
    piece, span = place
    severity = wording.severity or SEVERITY
    title = "Write {prefer}" if prefer else "Remove it"
    fixes = piece.fix(post, span, prefer, title, is_safe=wording.is_safe, prefer=prefer)
    template = "{message}" if wording.message else "{avoid} is written {prefer} here"
    return post.report(
        ID,
        severity,
        piece.place(post, span),
        template,
        field=piece.field,
        fixes=fixes,
        message=wording.message,
        avoid=found.groups["0"],
        prefer=prefer,
    )


def _is_fine(wording: Wording, prefer: str, text: str, found: Found) -> bool:
    if prefer == found.groups["0"] or found.groups.get(wording.must_be_empty):
        return True
    return any(_stands(each, text, found) for each in (prefer, *wording.excepts))


def _stands(longer: str, text: str, found: Found) -> bool:
    """Whether what was found is a part of a longer text that stands there."""
    said = found.groups["0"]
    at = longer.find(said)
    while at >= 0:
        if at <= found.span.start and text.startswith(longer, found.span.start - at):
            return True
        at = longer.find(said, at + 1)
    return False
