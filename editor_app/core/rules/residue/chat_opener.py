"""An assistant's reply to its task stands in the text.

A language model says that it is glad to help before it begins, and the words
were pasted with the rest.

Bad:
    ---
    title: Spring
    ---

    Certainly! Here is a post about spring.

    The snow has gone.
Good:
    ---
    title: Spring
    ---

    The snow has gone.
"""

from collections.abc import Iterator

from editor_app.core.body.passages import Passage, own_words
from editor_app.core.body.removal import without_block
from editor_app.core.body.sentences import sentences
from editor_app.core.diagnostics import Diagnostic, Severity
from editor_app.core.post import Post
from editor_app.core.rule import Fixable
from editor_app.core.text.edits import Edit
from editor_app.core.text.expressions import expression
from editor_app.core.text.hints import Hints
from editor_app.core.text.spans import Span

ID = "chat-opener"
SEVERITY = Severity.WARNING
FIXABLE = Fixable.ASK
IS_ON = True

_OPENER = expression(
    r"(?:はい、|もちろんです[。！!])?(?:承知(?:いた|致)?しました|かしこまりました)[。、！!](?![とって])"
    r"|(?:Sure|Certainly|Absolutely|Of course)(?: thing)?! "
    r"(?:Here|Below|I(?:['’]ll|['’]d|['’]ve| can| will))\b"
)
_HINTS = Hints(
    groups={
        "承": ("承知",),
        "か": ("かしこまりました",),
        "!": ("Sure!", "Sure thing!", "Certainly!", "Absolutely!", "Of course!"),
    }
)
_LONGEST = 160
_QUESTION = ("?", "？")


def check(post: Post) -> Iterator[Diagnostic]:
    if not _HINTS.are_in(post.text):
        return
    for passage in own_words(post.body, _OPENER):
        if not passage.block.is_prose or not passage.begins_block or _is_answer(post, passage):
            continue
        said = _said(post, passage)
        yield post.report(
            ID,
            SEVERITY,
            said,
            "An assistant's reply was left in the text: {words}",
            fixes=(post.fix("Remove the reply", (Edit(_removed(post, passage, said), ""),)),),
            words=said.of(post.text),
        )


def _said(post: Post, passage: Passage) -> Span:
    """The sentence of the opener, with the one that it announces the text in."""
    block = passage.block
    spans = tuple(sentences(post.body.prose(block), block.span.start))
    end = next(span.end for span in spans if span.end >= passage.span.end)
    whole = len(block.span) <= _LONGEST and len(spans) <= 2
    return block.span if whole else Span(block.span.start, end)


def _removed(post: Post, passage: Passage, said: Span) -> Span:
    if said == passage.block.span:
        return without_block(post.text, said)
    end = said.end
    while post.text[end] in " \t\n":
        end += 1
    return Span(said.start, end)


def _is_answer(post: Post, passage: Passage) -> bool:
    """Whether somebody asks right before, as in questions and answers."""
    start = max(passage.span.start - _LONGEST, post.body.start)
    before = post.text[start : passage.span.start].rstrip(' \t\n*_」』”"')
    return before.endswith(_QUESTION)
