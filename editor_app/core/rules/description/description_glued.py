"""Description begins with the title, stuck to its first words.

The heading came along when the text was cut out, without so much as a space.

Bad:
    ---
    title: 春の庭を歩いてみる
    description: 春の庭を歩いてみる雪がとけ、庭に緑が戻ってきました。
    ---
Good:
    ---
    title: 春の庭を歩いてみる
    description: 雪がとけ、庭に緑が戻ってきました。
    ---
"""

from collections.abc import Iterator

from editor_app.core.body.wording import letters
from editor_app.core.diagnostics import Diagnostic, Severity
from editor_app.core.post import Post
from editor_app.core.rule import Fixable

ID = "description-glued"
SEVERITY = Severity.WARNING
FIXABLE = Fixable.ASK
IS_ON = True

_FEWEST_LETTERS = 8
_FEWEST_LEFT = 8
_GOES_ON = frozenset("がをはのにへとでもやから")
"""A sentence may well begin with the title's words as its subject."""


def check(post: Post) -> Iterator[Diagnostic]:
    described = post.description
    if described is None:
        return
    key, scalar = described
    for head in _heads(post):
        end = _joint(scalar.text, head)
        if end is None:
            continue
        rest = scalar.text[end:]
        yield post.report(
            ID,
            SEVERITY,
            post.place(scalar, 0, end),
            "{name} begins with the title, stuck to what follows",
            field=key,
            fixes=post.fix_value("Remove the title from it", (key,), rest),
            name=key,
        )
        return


def _heads(post: Post) -> Iterator[str]:
    title = post.string("title")
    if title is not None:
        yield title.strip()
    if post.body.headings:
        yield post.body.headings[0].text.strip()


def _joint(text: str, head: str) -> int | None:
    """Where the text goes on after the head without a mark or a space; None if it does not."""
    if len(letters(head)) < _FEWEST_LETTERS or not text.startswith(head):
        return None
    after = text[len(head) : len(head) + 1]
    is_stuck = after.isalnum() and head[-1:].isalnum() and after not in _GOES_ON
    is_word = head[-1:].isascii() and after.isascii() and after.islower()  # garden, gardens
    has_more = len(letters(text[len(head) :])) >= _FEWEST_LEFT
    return len(head) if is_stuck and not is_word and has_more else None
