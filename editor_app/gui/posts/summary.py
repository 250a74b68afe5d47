"""What the list of posts says of a file: its title, its date, whether it is a draft."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from pathlib import Path

from editor_app.core.frontmatter.front_matter import FrontMatter
from editor_app.core.frontmatter.reader import read
from editor_app.core.text import source

HEAD_BYTES = 16 * 1024
"""How much of a file is read for its front matter: a list must not read whole sites."""

_LOST = "\N{REPLACEMENT CHARACTER}"
_DATE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")


@dataclass(frozen=True, slots=True)
class Summary:
    """One post in the list; `title` is the file's name where none can be read."""

    path: Path
    title: str
    date: datetime.date | None
    is_draft: bool = False
    is_read: bool = True


def unread(path: Path) -> Summary:
    """What can be said of a post before its file is opened."""
    return Summary(path, path.name, _date_of(path.name), is_read=False)


def summarised(path: Path) -> Summary:
    """Read the head of a file; one that can't be read keeps its name as title."""
    try:
        with path.open("rb") as file:
            head = file.read(HEAD_BYTES)
    except OSError:
        return Summary(path, path.name, _date_of(path.name))
    found = source.read(_whole_characters(head))
    return of_front_matter(path, read(found.text), is_decoded=not found.is_read_only)


def of_front_matter(path: Path, front_matter: FrontMatter, *, is_decoded: bool = True) -> Summary:
    """The summary of a post whose front matter is read already.

    A title with letters lost to an unknown encoding is no title: nobody would know it.
    """
    title = (front_matter.scalar_text("title") or "").strip()
    if not is_decoded and _LOST in title:
        title = ""
    date = _date_of(front_matter.scalar_text("date") or "") or _date_of(path.name)
    is_draft = (
        (front_matter.scalar_text("draft") or "").lower() == "true"
        or (front_matter.scalar_text("published") or "").lower() == "false"
        or "_drafts" in path.parts
    )
    return Summary(path, title or path.name, date, is_draft)


def _date_of(text: str) -> datetime.date | None:
    found = _DATE.match(text.strip())
    if found is None:
        return None
    try:
        return datetime.date(*(int(part) for part in found.groups()))
    except ValueError:
        return None


def _whole_characters(head: bytes) -> bytes:
    """Without the bytes of a character that the cut went through."""
    if len(head) < HEAD_BYTES:
        return head
    end = head.rfind(b"\n")
    return head[: end + 1] if end > 0 else head
