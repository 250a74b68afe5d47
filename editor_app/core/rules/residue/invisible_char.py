"""An invisible character stands in the text.

It came with what was pasted. Search and spelling fail on such a word, and
some browsers show a box.

Bad:
    ---
    title: Spring
    ---

    The sn\u200bow has gone.
Good:
    ---
    title: Spring
    ---

    The snow has gone.
"""

from collections.abc import Iterator

from editor_app.core.body.passages import own_characters
from editor_app.core.diagnostics import Diagnostic, Severity
from editor_app.core.post import Post
from editor_app.core.rule import Fixable
from editor_app.core.text.edits import Edit
from editor_app.core.text.expressions import expression

ID = "invisible-char"
SEVERITY = Severity.INFO
FIXABLE = Fixable.SAFE
IS_ON = True

_INVISIBLE = expression("[\u200b\u2060\ufeff\u00ad\u202a-\u202e\u2066-\u2069]+")
_RIGHT_TO_LEFT = expression("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_WITHOUT_SPACES = expression("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
"""Thai, Lao, Burmese and Khmer, which break lines where such a character is."""

_MARKUP = "*_~`"
_NAMED = "@#:"
"""Beside such marks, and behind these, it stands on purpose."""
_NEAR = 100
_SOFT_HYPHEN = "\u00ad"
"""Some writers set it in long words, so they have to look."""


def check(post: Post) -> Iterator[Diagnostic]:
    for found in own_characters(post.body, _INVISIBLE):
        start, end = found.start, found.end
        before, after = post.text[max(start - 1, 0) : start], post.text[end : end + 1]
        if any(each in _MARKUP for each in before + after) or before in tuple(_NAMED):
            continue
        if _WITHOUT_SPACES.search(before + after):
            continue
        if _RIGHT_TO_LEFT.search(post.text, max(start - _NEAR, 0), end + _NEAR):
            continue
        is_safe = _SOFT_HYPHEN not in found.of(post.text) and _is_inside(post, start)
        yield post.report(
            ID,
            SEVERITY,
            found,
            "An invisible character stands here: {code}",
            fixes=(post.fix("Remove the character", (Edit(found, ""),), safe=is_safe),),
            code=f"U+{ord(post.text[start]):04X}",
        )


def _is_inside(post: Post, start: int) -> bool:
    """Whether what follows stays in its line: at its start it might become a mark."""
    return post.text[start - 1 : start] not in ("", "\n", " ", "\t")
