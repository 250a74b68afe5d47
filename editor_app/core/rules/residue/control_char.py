"""A control character stands in the text.

It came with what was pasted, or from a keyboard that went wrong. Feeds with
such a character can't be read.

Bad:
    ---
    title: Spring
    ---

    The sn\x08ow has gone.
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

ID = "control-char"
SEVERITY = Severity.WARNING
FIXABLE = Fixable.SAFE
IS_ON = True

_CONTROL = expression(
    "\x1b\\[[0-?]*+[ -/]*+[@-~]|(?:[\x00-\x08\x0b\x0c\x0e-\x1a\x1c-\x1f\x7f]|\x1b(?!\\[))+|\x1b"
)
"""What colours a terminal, as a whole; else characters."""
_BREAKS = "\x0b\x0c"
"""Some programs begin a new line or page with them."""


def check(post: Post) -> Iterator[Diagnostic]:
    for found in own_characters(post.body, _CONTROL):
        said = found.of(post.text)
        before = post.text[found.start - 1 : found.start]
        after = post.text[found.end : found.end + 1]
        parts = before.isalnum() and after.isalnum() and any(each in _BREAKS for each in said)
        is_escape = said.endswith("\x1b") and " " <= after <= "~"
        is_coloured = said.startswith("\x1b[")
        # What follows an escape character says how to read what comes then, and would stay.
        is_safe = before not in ("", "\n", " ", "\t") and not is_escape and not is_coloured
        title = "Remove the escape sequence" if is_coloured else "Remove the character"
        fix = post.fix(title, (Edit(found, " " if parts else ""),), safe=is_safe)
        yield post.report(
            ID,
            SEVERITY,
            found,
            "A control character stands here: {code}",
            fixes=(fix,),
            code=f"U+{ord(said[0]):04X}",
        )
