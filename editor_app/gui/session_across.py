"""Brings what the check of all posts has found in an open post to the text as it is now."""

from __future__ import annotations

from PySide6.QtCore import QObject

from editor_app.core.bulk.site_messages import PostFound, SiteFound
from editor_app.gui.across import Across
from editor_app.gui.document import Change
from editor_app.gui.session import Session

_MOST_CHANGES = 2_000
"""Since the file was read or saved; after more of them the next save begins anew."""


class SessionAcross(QObject):
    """Remembers what was typed since the text was that of the file, which is what is checked."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._sha256: str | None = None
        self._version = 0
        self._since: list[Change] = []
        session.document.changed.connect(self._note)
        session.saved.connect(self._begin)
        self._begin()

    def show(self, site: SiteFound) -> None:
        """All posts were checked. What was found in another text than the file's waits."""
        self._begin()
        post = next((one for one in site.posts if one.path == self._session.path), None)
        if post is not None and post.sha256 != self._sha256:
            return
        self._session.check.show_across(self._present(post, site.silent))

    def _present(self, post: PostFound | None, silent: frozenset[str]) -> Across:
        found = post.across if post is not None else ()
        across = Across(self._version, found, silent)
        return across.after(self._since, self._session.document.version)

    def _begin(self) -> None:
        session = self._session
        if session.is_dirty or session.identity is None:
            return
        self._sha256, self._version = session.identity.sha256, session.document.version
        self._since.clear()

    def _note(self, change: Change) -> None:
        self._since.append(change)
        if len(self._since) > _MOST_CHANGES:
            self._sha256 = None
            self._since.clear()
