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
    """Begin with a text."""

    version: int
    text: str


@dataclass(frozen=True, slots=True)
class Edited:
    """The text was edited; the edits count in that of the version `before`."""

    before: int
    version: int
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class More:
    """Go on with a page that was not complete."""


@dataclass(frozen=True, slots=True)
class TextWanted:
    """The worker has not got the text that the edits were made for."""


Reply = Patch | TextWanted


def start() -> Callable[[Sequence[object]], object | None]:
    """What a render worker starts with."""
    return RenderJob().handle


class RenderJob:
    """Follows a text and answers with patches of its page."""

    def __init__(self) -> None:
        self._page: IncrementalPage | None = None
        self._version = -1
        self._is_new = False

    def handle(self, messages: Sequence[object]) -> Reply:
        """Make all edits, then render once: the latest text is what counts."""
        for message in messages:
            self._follow(message)
        page = self._page
        if page is None:
            return TextWanted()
        splices = page.render(_BUDGET_S)
        if self._is_new:
            splices = (Splice(0, 0, page.blocks),)
        patch = Patch(self._version, splices, page.language, self._is_new, page.is_complete)
        self._is_new = False
        return patch

    def _follow(self, message: object) -> None:
        match message:
            case Whole(version, text):
                self._page, self._version = IncrementalPage(text), version
                self._is_new = True
            case Edited(before, version, edits) if self._page is not None:
                if before == self._version:
                    self._page.edit(edits)
                    self._version = version
                else:
                    self._page = None
