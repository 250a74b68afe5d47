"""Front matter can't be read.

The generator stops at such a post, or prints its front matter as text. Each
wrong place is told, with what mends it where that can be proved: the mended
text was read again, and every other key is as it was written.

Bad:
    ---
    title: Spring: a diary
    ---
Good:
    ---
    title: "Spring: a diary"
    ---
"""

from collections.abc import Callable, Iterator

from editor_app.core.diagnostics import Diagnostic, Fix, Related, Severity
from editor_app.core.frontmatter.doctor.ailment import Ailment, Cure, Words
from editor_app.core.generator import Generator
from editor_app.core.post import Post
from editor_app.core.rule import Fixable
from editor_app.core.text.edits import Edit
from editor_app.core.text.spans import Span

ID = "front-matter-unreadable"
SEVERITY = Severity.ERROR
FIXABLE = Fixable.SAFE
IS_ON = True

_NO_BLANK_LINES = (Generator.JEKYLL, Generator.ELEVENTY)
"""They see front matter on the first line only."""


def check(post: Post) -> Iterator[Diagnostic]:
    if post.front_matter.format is not None and post.front_matter.unreadable is None:
        yield from _blank_lines(post)
        return
    from editor_app.core.frontmatter.doctor import doctor  # noqa: PLC0415 (rarely needed)

    ailments = doctor.examine(post.text, post.front_matter)
    together = _together(post, ailments, doctor.mended)
    for each in ailments:
        yield _told(post, each, together)
    if not ailments:
        yield from _blank_lines(post)


def _told(post: Post, ailment: Ailment, together: tuple[Fix, ...]) -> Diagnostic:
    related: tuple[Related, ...] = ()
    if ailment.earlier is not None:
        said = post.say("{key} stands here first", key=ailment.key)
        related = (Related(ailment.earlier, said),)
    fixes = tuple(_fix(post, cure) for cure in ailment.cures)
    return Diagnostic(
        ID,
        SEVERITY,
        _said(post, ailment.words),
        ailment.span,
        ailment.key,
        (*fixes, *together) if fixes else (),
        related,
    )


def _fix(post: Post, cure: Cure) -> Fix:
    return Fix(_said(post, cure.title), cure.edits, cure.safe)


def _together(
    post: Post,
    ailments: tuple[Ailment, ...],
    mended: Callable[[tuple[Ailment, ...]], tuple[Edit, ...]],
) -> tuple[Fix, ...]:
    """One fix for all places, where there are several and each has one."""
    if len(ailments) < 2 or not all(each.cures for each in ailments):
        return ()
    edits = mended(ailments)
    is_safe = all(each.cures[0].safe for each in ailments)
    return (post.fix("Mend all {count} places", edits, safe=is_safe, count=len(ailments)),)


def _said(post: Post, words: Words) -> str:
    values = {
        name: post.translate(value) if name in ("blank", "reason") else value
        for name, value in words.values.items()
    }
    return post.say(words.template, **values)


def _blank_lines(post: Post) -> Iterator[Diagnostic]:
    opening = post.front_matter.opening
    if opening is None or not opening.start or post.generator not in _NO_BLANK_LINES:
        return
    span = Span(0, opening.start)
    message = "Blank lines stand before the front matter, so {generator} takes it for text"
    yield post.report(
        ID,
        SEVERITY,
        span,
        message,
        fixes=(post.fix("Remove the blank lines", (Edit(span, ""),), safe=True),),
        generator=post.generator.value.title(),
    )
