"""A language model's mark for a source was left in the text.

Such marks mean something in the window of the chat only.

Bad:
    ---
    title: Spring
    ---

    The snow has gone 【3†source】. The roses are cut [cite: 4].
Good:
    ---
    title: Spring
    ---

    The snow has gone. The roses are cut.
"""

from collections.abc import Iterator

from editor_app.core.body.inline import Link
from editor_app.core.body.passages import own_words
from editor_app.core.diagnostics import Diagnostic, Severity
from editor_app.core.post import Post
from editor_app.core.rule import Fixable
from editor_app.core.text.edits import Edit
from editor_app.core.text.expressions import expression
from editor_app.core.text.hints import Hints
from editor_app.core.text.spans import Span

ID = "model-citation"
SEVERITY = Severity.WARNING
FIXABLE = Fixable.SAFE
IS_ON = True

_MARK = expression(
    r"(?:【\d{1,3}(?::\d{1,3})?†[^】\n]{0,200}】|\[cite_(?:start|end)\]|\[cite:[ ]?\d[\d, ]{0,40}\]"
    r"|:?contentReference\[oaicite:\d+\](?:\{index=\d+\})?"
    r"|(?<![A-Za-z])\ue200?(?:file)?(?:cite)?"
    r"(?:\ue202?turn\d{1,3}(?:search|news|view|image|file|fetch)\d{1,3})++\ue201?"
    r"|\[?oaicite:\d+\]?(?:\{index=\d+\})?)"
)
_HINTS = Hints(
    "†",
    groups={"cite": ("[cite", "oaicite"), "turn": ("turn0", "turn1", "turn2")},
)
_TRACED = Hints(groups={"=": ("utm_source=chatgpt",)})
_TRACE = expression(r"(?P<before>[?&]|&amp;)utm_source=chatgpt(?:\.com)?(?P<after>&(?:amp;)?)?")
_CLOSING = ".,;:!?)]。、！？）」』"


def check(post: Post) -> Iterator[Diagnostic]:
    if _HINTS.are_in(post.text):
        for passage in own_words(post.body, _MARK):
            yield post.report(
                ID,
                SEVERITY,
                passage.span,
                "A language model's mark for a source was left in the text: {mark}",
                fixes=(
                    post.fix(
                        "Remove the mark", (Edit(_removed(post, passage.span), ""),), safe=True
                    ),
                ),
                mark=passage.match[0],
            )
    if _TRACED.are_in(post.text):
        for link in (*post.body.links, *post.body.images):
            yield from _in_link(post, link)


def _removed(post: Post, span: Span) -> Span:
    """The mark with the space before it, where the sentence goes on without one."""
    after = post.text[span.end : span.end + 1]
    start = span.start
    if not after or after.isspace() or after in _CLOSING:
        while start > post.body.start and post.text[start - 1] in " \t":
            start -= 1
    elif post.text[start - 1 : start] in ("\n", " "):
        end = span.end
        return Span(start, end)
    return Span(start, span.end)


def _in_link(post: Post, link: Link) -> Iterator[Diagnostic]:
    """The trace that the chat adds to an address."""
    found = _TRACE.search(post.text, link.target_span.start, link.target_span.end)
    if found is None:
        return
    kept = found["before"] if found["after"] else ""
    edit = Edit(Span(*found.span()), kept)
    yield post.report(
        ID,
        SEVERITY,
        Span(found.start() + len(found["before"]), found.end() - len(found["after"] or "")),
        "This address says that it was copied from a chat: {mark}",
        fixes=(post.fix("Remove the mark", (edit,), safe=True),),
        mark=found[0].strip("?&"),
    )
