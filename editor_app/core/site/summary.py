"""A summary of a post: what site rules need of it, small enough to keep thousands."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath

from editor_app.core.post import Post
from editor_app.core.text.spans import Span


@dataclass(frozen=True, slots=True)
class Said:
    """A text and where it stands in its post."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Summary:
    """Frozen and picklable; spans count in the text of the post as it was read."""

    path: PurePath
    title: Said | None = None


def summarise(post: Post, path: PurePath) -> Summary:
    """What site rules need of a post; never raises."""
    title = post.scalar("title")
    said = Said(title.text, title.span) if title is not None and title.text.strip() else None
    return Summary(path, said)
