"""An image has no alternative text.

Whoever can't see it, or where it can't be loaded, learns nothing of it. In
HTML an empty `alt=""` says that the image only adorns the text.

Bad:
    ---
    title: Spring
    ---

    ![](/images/roses.jpg)
Good:
    ---
    title: Spring
    ---

    ![Two rows of roses along a wall](/images/roses.jpg)
"""

import re
from collections.abc import Iterator

from editor_app.core.body.html import image_tags
from editor_app.core.diagnostics import Diagnostic, Severity
from editor_app.core.post import Post
from editor_app.core.rule import Fixable
from editor_app.core.text.expressions import expression
from editor_app.core.text.spans import Span

ID = "image-no-alt"
SEVERITY = Severity.INFO
FIXABLE = Fixable.NO
IS_ON = True

_LONGEST_SHOWN = 80
_NO_IMAGE = expression(r"^#|\.(?:mp4|webm|ogv|mov|mp3|m4a|ogg|wav|pdf)$", re.IGNORECASE)
# Braces: the attributes may come from a program. One by one pixel counts visits.
_KNOWN = expression(
    r"\s:?(?:alt|v-bind:alt|aria-label|aria-labelledby|aria-hidden)\b|\{|role=[\"']?(?:presentation|none)\b"
    r"|\s(?:width|height)=[\"']?[01](?:px)?[\"'\s/>]",
    re.IGNORECASE,
)
_SOURCE = expression(r"\ssrc\s*=\s*[\"']?([^\"'\s>]++)", re.IGNORECASE)


def check(post: Post) -> Iterator[Diagnostic]:
    for image in post.body.images:
        if image.text.of(post.text).strip() or _NO_IMAGE.search(image.target):
            continue
        if not post.text.startswith("{", image.span.end):  # attributes, which may hold one
            yield _report(post, image.span, image.target)
    for span in image_tags(post.body):
        tag = span.of(post.text)
        if not _KNOWN.search(tag):
            source = _SOURCE.search(tag)
            yield _report(post, span, source[1] if source else tag)


def _report(post: Post, span: Span, image: str) -> Diagnostic:
    shown = image if len(image) <= _LONGEST_SHOWN else image[: _LONGEST_SHOWN - 1] + "…"
    return post.report(ID, SEVERITY, span, "Image has no alternative text: {image}", image=shown)
