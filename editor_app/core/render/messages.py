"""What the render worker is told and what it answers; light, for the window's side."""

from __future__ import annotations

from dataclasses import dataclass

from editor_app.core.render.patches import Patch
from editor_app.core.text.edits import Edit
from editor_app.core.text.pickled import packed, unpacked


@dataclass(frozen=True, slots=True)
class Whole:
    """Begin with a text; `post` is a number that the answers come back with."""

    post: int
    version: int
    text: str

    def __reduce__(self) -> tuple[object, ...]:
        return _whole, (self.post, self.version, packed(self.text))


@dataclass(frozen=True, slots=True)
class Edited:
    """The text was edited; the edits count in that of the version `before`."""

    post: int
    before: int
    version: int
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class More:
    """Go on with a page that was not complete."""

    post: int


@dataclass(frozen=True, slots=True)
class Rendered:
    """What leads from the last page that was answered to the latest one."""

    post: int
    patch: Patch


@dataclass(frozen=True, slots=True)
class TextWanted:
    """The worker has not got the text that the edits were made for."""

    post: int


def _whole(post: int, version: int, text: bytes) -> Whole:
    return Whole(post, version, unpacked(text))
