"""Title is missing.

Lists, feeds and search results show an empty line or a file name for such a
post. A page outside a folder of posts, of no known generator, may take its
title from the heading that it begins with.

Bad:
    ---
    date: 2026-03-01
    ---

    # Spring

    The snow has gone.
Good:
    ---
    title: Spring
    date: 2026-03-01
    ---

    # Spring

    The snow has gone.
"""

from collections.abc import Iterator

from editor_app.core.body.heading import Heading
from editor_app.core.diagnostics import Diagnostic, Fix, Refusal, Severity
from editor_app.core.frontmatter.doctor import doctor
from editor_app.core.frontmatter.doctor.known_keys import KNOWN
from editor_app.core.frontmatter.splice import insert
from editor_app.core.generator import Generator
from editor_app.core.post import Post
from editor_app.core.rule import Fixable
from editor_app.core.text.expressions import expression
from editor_app.core.text.spans import Span

ID = "title-missing"
SEVERITY = Severity.ERROR
FIXABLE = Fixable.ASK
IS_ON = True

_KEY = expression(r"([A-Za-z_][\w-]*)[ \t]*[:=]")
_POSTS_FOLDERS = frozenset({"_posts", "_drafts", "posts", "post", "blog", "articles"})


def check(post: Post) -> Iterator[Diagnostic]:
    front_matter = post.front_matter
    if front_matter.unreadable is not None or _is_section_page(post):
        return
    if front_matter.format is None:
        if _is_in_posts_folder(post) and not doctor.is_meant(post.text, front_matter):
            message = "The post has no front matter, so it has no title"
            yield post.report(ID, SEVERITY, Span(0, 0), message, field="title", fixes=_fixes(post))
        return
    key = _title_key(post)
    if key is None:
        if _is_titled_by_heading(post):
            return
        span = front_matter.opening or front_matter.span
        yield post.report(ID, SEVERITY, span, "Title is missing", field="title", fixes=_fixes(post))
        return
    text = front_matter.scalar_text(key)
    entry = front_matter.entry((key,))
    if text is not None and entry is not None and not _says_something(text):
        message = "Title is only a heading mark" if text.strip() else "Title is empty"
        yield post.report(ID, SEVERITY, entry.span, message, field=key, fixes=_fixes(post, key))


def _says_something(title: str) -> bool:
    return bool(title.replace("#", "").strip())


def _is_title(post: Post, heading: Heading) -> bool:
    """Keys over a line of hyphens are a heading too, and no title.

    What is left of broken front matter stands among them, so one key that posts have is
    enough.
    """
    *lines, underline = heading.span.of(post.text).strip().split("\n")
    keys = [found[1] for line in lines if (found := _KEY.match(line)) is not None]
    is_keys = len(keys) == len(lines) > 1 or not KNOWN.isdisjoint(keys)
    return _says_something(heading.text) and not (is_keys and underline.startswith("-"))


def _title_key(post: Post) -> str | None:
    """Hugo alone does not care for the case of a key."""
    if post.generator is not Generator.HUGO:
        return "title" if post.front_matter.entry(("title",)) else None
    keys = post.front_matter.keys()
    return next((key for key in keys if key.lower() == "title"), None)


def _is_section_page(post: Post) -> bool:
    return post.path is not None and post.path.stem == "_index"


def _is_in_posts_folder(post: Post) -> bool:
    return post.path is not None and bool(_POSTS_FOLDERS.intersection(post.path.parts[:-1]))


def _is_titled_by_heading(post: Post) -> bool:
    """Documentation tools take the heading that a page begins with."""
    if post.generator is not Generator.UNKNOWN or _is_in_posts_folder(post):
        return False
    return bool(post.body.headings) and post.body.headings[0].level == 1


def _fixes(post: Post, empty_key: str = "") -> tuple[Fix, ...]:
    headings = post.body.headings
    heading = next((each for each in headings if _is_title(post, each)), None)
    if heading is None:
        return ()
    title = "Take the first heading: {heading}"
    if empty_key:
        return post.fix_value(title, (empty_key,), heading.text, heading=heading.text)
    edits = insert(post.front_matter, ("title",), heading.text, index=0)
    if isinstance(edits, Refusal):
        return ()
    return (post.fix(title, edits, heading=heading.text),)
