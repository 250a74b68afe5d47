"""The open posts, in the order of their tabs."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from editor_app.core.settings import Settings
from editor_app.core.site.find import Site, find_site
from editor_app.core.storage.identity import Identity, load
from editor_app.core.storage.leftovers import sweep
from editor_app.core.text.source import Source, read, read_as
from editor_app.gui.analyst import Analyst
from editor_app.gui.session import Session
from editor_app.gui.surroundings import Surroundings

LOOK_MS = 2_000


class Sessions(QObject):
    """Opens and closes posts, and looks at their files from time to time."""

    opened = Signal(object)  # Session
    closed = Signal(object)  # Session
    current_changed = Signal(object)  # Session | None

    def __init__(
        self,
        analyst: Analyst,
        surroundings: Surroundings,
        settings_of: Callable[[Site], Settings],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._analyst, self._around, self._settings_of = analyst, surroundings, settings_of
        self._sessions: list[Session] = []
        self._current: Session | None = None
        self._look = QTimer(self)
        self._look.setInterval(LOOK_MS)
        self._look.timeout.connect(self.look_at_disk)

    @property
    def all(self) -> tuple[Session, ...]:
        return tuple(self._sessions)

    @property
    def current(self) -> Session | None:
        """The post in front."""
        return self._current

    @property
    def dirty(self) -> tuple[Session, ...]:
        return tuple(session for session in self._sessions if session.is_dirty)

    def find(self, path: Path) -> Session | None:
        """The open post of a file, also if it is reached by another path."""
        wanted = path.resolve()
        return next((one for one in self._sessions if one.path.resolve() == wanted), None)

    def open(self, path: Path) -> Session:
        """Open a post and bring it to the front, or the one that is open. Raises LoadFailed."""
        session = self.find(path)
        if session is None:
            path = path.absolute()
            loaded = load(path)
            session = self._begin(path, read(loaded.source_bytes), loaded.identity)
        self.show(session)
        return session

    def open_missing(self, path: Path, content: bytes | str, encoding: str) -> Session:
        """Open a post whose file is no longer there with a text that was not saved."""
        session = self.find(path)
        if session is None:
            is_text = isinstance(content, str)
            opened = read(b"") if is_text else read_as(content, encoding)  # type: ignore[arg-type]
            session = self._begin(path, opened, None)
        self.show(session)
        return session

    def _begin(self, path: Path, opened: Source, identity: Identity | None) -> Session:
        site = find_site(path)
        session = Session(
            path,
            opened,
            identity,
            site=site,
            settings=self._settings_of(site).at(site.inner(path)),
            analyst=self._analyst,
            surroundings=self._around,
            parent=self,
        )
        session.saved.connect(partial(self._sweep, session))
        self._sweep(session)
        self._sessions.append(session)
        self._look.start()
        self.opened.emit(session)
        return session

    def _sweep(self, session: Session) -> None:
        """Remove what killed saves have left beside a post."""
        sweep(session.path.resolve().parent, self._around.clock().timestamp())

    def show(self, session: Session | None) -> None:
        """Bring a post to the front."""
        if session is not self._current:
            self._current = session
            self.current_changed.emit(session)
            if session is not None:
                session.look_at_disk()

    def close(self, session: Session, *, is_clean: bool) -> None:
        """Close a post; unless `is_clean` its unsaved text is offered at the next start."""
        at = self._sessions.index(session)
        self._sessions.remove(session)
        if session is self._current:
            rest = self._sessions
            self.show(rest[min(at, len(rest) - 1)] if rest else None)
        session.close(is_clean=is_clean)
        self.closed.emit(session)
        session.deleteLater()
        if not self._sessions:
            self._look.stop()

    def step(self, by: int) -> None:
        """Bring the next post to the front, or the one before with -1."""
        if self._current is not None:
            at = self._sessions.index(self._current)
            self.show(self._sessions[(at + by) % len(self._sessions)])

    def keep_all(self) -> None:
        """Bring every unsaved text to the disk now; something went wrong."""
        for session in self._sessions:
            if session.is_dirty:
                session.journal.flush()

    @property
    def unsaved_files(self) -> frozenset[Path]:
        """The files of the posts that are open with changes."""
        return frozenset(session.path.resolve() for session in self.dirty)

    def read_settings_again(self) -> None:
        """The settings of a site have changed."""
        for session in self._sessions:
            settings = self._settings_of(session.site)
            session.follow_settings(settings.at(session.site.inner(session.path)))

    def look_at_disk(self) -> None:
        """See whether other programs have changed open files."""
        for session in self._sessions:
            session.look_at_disk()
