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

from collections.abc import Iterator

from editor_app.core.diagnostics import Diagnostic, Fix, Related, Severity
from editor_app.core.frontmatter.doctor import doctor
from editor_app.core.frontmatter.doctor.ailment import Ailment, Cure, Words
from editor_app.core.frontmatter.doctor.remedy import quoted
from editor_app.core.frontmatter.nodes import Path, Scalar, Style
from editor_app.core.frontmatter.paths import dotted
from editor_app.core.frontmatter.reader import read
from editor_app.core.generator import Generator
from editor_app.core.post import Post
from editor_app.core.rule import Fixable
from editor_app.core.text.edits import Edit, apply
from editor_app.core.text.expressions import expression
from editor_app.core.text.spans import Span

ID = "front-matter-unreadable"
SEVERITY = Severity.ERROR
FIXABLE = Fixable.SAFE
IS_ON = True

_NO_BLANK_LINES = (Generator.JEKYLL, Generator.ELEVENTY)
"""They see front matter on the first line only."""
_MOST_PROVED = 20
"""So many tags are put in quotes, each proved by reading the front matter again."""

_TAG = expression(r"(?<!\S)!\S*")
_OF_YAML = "tag:yaml.org,2002:"
_KNOWN_TAGS = (
    *("str", "int", "float", "bool", "null", "timestamp", "binary", "merge"),
    *("omap", "pairs", "set", "seq", "map"),
)


def check(post: Post) -> Iterator[Diagnostic]:
    ailments = doctor.examine(post.text, post.front_matter)
    together = _together(post, ailments)
    for each in ailments:
        yield _told(post, each, together)
    if not ailments:
        yield from _blank_lines(post)
    if post.is_yaml:
        yield from _tags(post)


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


def _together(post: Post, ailments: tuple[Ailment, ...]) -> tuple[Fix, ...]:
    """One fix for all places, where there are several and each has one."""
    if len(ailments) < 2 or not all(each.cures for each in ailments):
        return ()
    edits = doctor.mended(ailments)
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


def _tags(post: Post) -> Iterator[Diagnostic]:
    """Values that begin with a word that is a tag to YAML, and that nobody knows."""
    told = 0
    for path, scalar in post.scalars():
        reference = scalar.reference
        if reference is None or reference.tag is None or _is_of_yaml(reference.tag):
            continue
        if reference.tag == "!" and scalar.style is not Style.PLAIN:
            continue  # so Ruby has written texts in quotes
        found = _TAG.search(post.text, reference.span.start, reference.span.end)
        if found is None:
            continue
        told += 1
        value = Span(found.start(), scalar.span.end)
        yield post.report(
            ID,
            SEVERITY,
            Span(*found.span()),
            "The value of {key} begins with {mark}, so it must stand in quotes",
            field=dotted(path),
            fixes=_quoted(post, path, scalar, value) if told <= _MOST_PROVED else (),
            key=dotted(path),
            mark=found[0],
        )


def _is_of_yaml(tag: str) -> bool:
    return tag.startswith(_OF_YAML) and tag.removeprefix(_OF_YAML) in _KNOWN_TAGS


def _quoted(post: Post, path: Path, scalar: Scalar, span: Span) -> tuple[Fix, ...]:
    """The word with the value after it as one text; proved by reading again."""
    text = span.of(post.text).rstrip()
    if "\n" in text or scalar.style not in (Style.PLAIN, Style.SINGLE, Style.DOUBLE):
        return ()
    edit = Edit(span, quoted(text))
    node = read(apply(post.text, (edit,))).node(path)
    if not isinstance(node, Scalar) or node.text != text:
        return ()
    return (post.fix("Put the value of {key} in quotes", (edit,), key=dotted(path)),)
