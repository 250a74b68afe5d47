"""The excerpt says nothing.

It names the topic and adds a stock phrase, so a reader learns no more from it
than from the title. The phrases are a setting of the site:
`excerpt-phrases` in `[check]` of `galley.toml`, `…` standing for the topic.

Bad:
    ---
    title: Spring in the garden
    excerpt: In this article, we will explore spring in the garden.
    ---
Good:
    ---
    title: Spring in the garden
    excerpt: What to cut back in March, and what to leave for the bees.
    ---
"""

from collections.abc import Iterator

from editor_app.core.body.sentences import sentences
from editor_app.core.diagnostics import Diagnostic, Severity
from editor_app.core.post import Post
from editor_app.core.rule import Fixable
from editor_app.core.text.spans import Span

ID = "excerpt-generic"
SEVERITY = Severity.WARNING
FIXABLE = Fixable.NO
IS_ON = True

_FIELDS = ("excerpt", "description", "summary")
_END = "。.．！!"


def check(post: Post) -> Iterator[Diagnostic]:
    for field in _FIELDS:
        scalar = post.scalar(field)
        excerpt = post.string(field)
        if scalar is None or excerpt is None or len(tuple(sentences(excerpt))) != 1:
            continue
        place = _stock_phrase(excerpt, post.settings.excerpt_phrases)
        if place is not None:
            yield post.report(
                ID,
                SEVERITY,
                post.place(scalar, place.start, place.end),
                "{name} says nothing beside the topic: {phrase}",
                field=field,
                name=field,
                phrase=place.of(excerpt),
            )


def _stock_phrase(excerpt: str, phrases: tuple[str, ...]) -> Span | None:
    """Where the stock phrase stands, the words without those for the topic."""
    said = excerpt.strip().rstrip(_END).casefold()
    if len(said) != len(excerpt.strip().rstrip(_END)):
        said = excerpt.strip().rstrip(_END)  # a letter that folds to two: as it is written
    lead = len(excerpt) - len(excerpt.lstrip())
    end = len(excerpt.rstrip())
    for phrase in phrases:
        head, slot, tail = (part.strip().casefold() for part in phrase.partition("…"))
        if not slot:
            if said == head:
                return Span(lead, end)
            continue
        room = len(said) > len(head) + len(tail)
        if room and said.startswith(head) and said.endswith(tail):
            if not head:
                return Span(lead + len(said) - len(tail), end)
            return Span(lead, end if tail else lead + len(head))
    return None
