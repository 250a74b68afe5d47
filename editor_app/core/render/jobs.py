"""What the render worker is told and what it answers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from editor_app.core.render.incremental import IncrementalPage
from editor_app.core.render.patches import Patch, Splice
from editor_app.core.text.edits import Edit

_BUDGET_S = 0.04
"""How long to render before what there is is shown."""


@dataclass(frozen=True, slots=True)
class Whole:
    """Begin with a text; `post` is a number that the answers come back with."""

    post: int
    version: int
    text: str


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


def start() -> Callable[[Sequence[object]], object | None]:
    """What a render worker starts with."""
    return RenderJob().handle


class RenderJob:
    """Follows a text and answers with patches of its page."""

    def __init__(self) -> None:
        self._page: IncrementalPage | None = None
        self._post = -1
        self._version = -1
        self._is_new = False

    def handle(self, messages: Sequence[object]) -> Rendered | TextWanted:
        """Make all edits, then render once: the latest text is what counts."""
        for message in messages:
            self._follow(message)
        page = self._page
        if page is None:
            return TextWanted(self._post)
        splices = page.render(_BUDGET_S)
        if self._is_new:
            splices = (Splice(0, 0, page.blocks),)
        patch = Patch(self._version, splices, page.language, self._is_new, page.is_complete)
        self._is_new = False
        return Rendered(self._post, patch)

    def _follow(self, message: object) -> None:
        match message:
            case Whole(post, version, text):
                self._page, self._post, self._version = IncrementalPage(text), post, version
                self._is_new = True
            case Edited(post, before, version, edits):
                if self._page is not None and (post, before) == (self._post, self._version):
                    self._page.edit(edits)
                    self._version = version
                else:
                    self._page, self._post = None, post
            case More(post) if post != self._post:
                self._page, self._post = None, post
