"""A tag of a language model was left in the text.

Between such tags it thinks, or says what is its answer. A browser does not
show the tags, but what it thought.

Bad:
    ---
    title: Spring
    ---

    <think>
    The reader wants to know about the garden.
    </think>

    The snow has gone.
Good:
    ---
    title: Spring
    ---

    The snow has gone.
"""

import re
from collections.abc import Iterator, Sequence

from editor_app.core.body.passages import Verbatim
from editor_app.core.body.removal import without_lines
from editor_app.core.diagnostics import Diagnostic, Fix, Severity
from editor_app.core.post import Post
from editor_app.core.rule import Fixable
from editor_app.core.text.edits import Edit
from editor_app.core.text.expressions import expression
from editor_app.core.text.hints import Hints
from editor_app.core.text.spans import Span

ID = "model-tag"
SEVERITY = Severity.ERROR
FIXABLE = Fixable.ASK
IS_ON = True

_THOUGHTS = frozenset({"think", "thinking", "reasoning", "scratchpad"})
_TAG = expression(
    r"(?:^[ \t]{0,3}(?P<open></?(?P<first>think|thinking|reasoning|scratchpad|response)>)"
    r"|(?P<close></(?P<last>think|thinking|reasoning|scratchpad|response)>)[ \t]*$)",
    re.MULTILINE,
)
_ANY = expression(r"</?(?:think|thinking|reasoning|scratchpad|response)>")
_HINTS = Hints(groups={"<": ("think", "reasoning>", "scratchpad>", "response>")})


def check(post: Post) -> Iterator[Diagnostic]:
    if not _HINTS.are_in(post.text):
        return
    tags = [_span(found) for found in _TAG.finditer(post.text, post.body.start)]
    if not tags or _is_told_of(post, tags):
        return
    at = 0
    while at < len(tags):
        pair = tuple(tags[at : at + 1 + _is_closed(post.text, tags, at)])
        at += len(pair)
        name = pair[0].of(post.text)
        yield post.report(
            ID,
            SEVERITY,
            pair[0],
            "A tag of a language model was left in the text: {tag}",
            fixes=(_fix(post, pair),),
            tag=name,
        )


def _is_closed(text: str, tags: Sequence[Span], at: int) -> bool:
    closing = tags[at].of(text).replace("<", "</", 1)
    return at + 1 < len(tags) and tags[at + 1].of(text) == closing


def _fix(post: Post, pair: Sequence[Span]) -> Fix:
    if len(pair) > 1 and pair[0].of(post.text).strip("<>") in _THOUGHTS:
        thought = Span(pair[0].start, pair[1].end)
        return post.fix("Remove what it marks", (Edit(without_lines(post.text, thought), ""),))
    return post.fix("Remove the tag", (Edit(_alone(post.text, tag), "") for tag in pair))


def _span(found: re.Match[str]) -> Span:
    return Span(*found.span("open" if found["open"] else "close"))


def _alone(text: str, tag: Span) -> Span:
    """The tag, with its line where it has one for itself."""
    end = text.find("\n", tag.end)
    before = text[text.rfind("\n", 0, tag.start) + 1 : tag.start]
    after = text[tag.end : end if end >= 0 else None]
    return without_lines(text, tag) if not (before + after).strip() else tag


def _is_told_of(post: Post, tags: Sequence[Span]) -> bool:
    """Whether the post is about such tags: one stands in code, in a quote or within a line."""
    every = {Span(*found.span()) for found in _ANY.finditer(post.text, post.body.start)}
    verbatim = Verbatim(post.body)
    return bool(every.difference(tags)) or any(verbatim.holds(tag) for tag in tags)
