"""What the render worker does."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from editor_app.core.render.incremental import IncrementalPage
from editor_app.core.render.messages import Edited, More, Rendered, TextWanted, Whole
from editor_app.core.render.patches import Patch, Splice

_BUDGET_S = 0.04
"""How long to render before what there is is shown."""


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
