"""Which chunks define a label, and which looked it up."""

from __future__ import annotations

from collections.abc import Iterable

from editor_app.core.render.chunk_list import Exchange
from editor_app.core.render.chunks import Chunk, Target


class Labels:
    """Links and footnotes are found by label from anywhere in a body.

    So a chunk must be rendered again when a label that it looked up stands for
    something else, and only then.
    """

    def __init__(self, chunks: list[Chunk]) -> None:
        self._chunks = chunks  # the list that is kept up to date elsewhere, for its order
        self._links: dict[str, dict[Chunk, None]] = {}
        self._notes: dict[str, dict[Chunk, None]] = {}
        self._users: dict[str, dict[Chunk, None]] = {}

    def link(self, label: str) -> Target | None:
        """Where the links of a label go: of several definitions the first counts."""
        definer = self._first(self._links.get(label))
        return definer.links[label] if definer is not None else None

    def note(self, label: str) -> str | None:
        """HTML of a footnote; None where none has this label."""
        definer = self._first(self._notes.get(label))
        return definer.note_html.get(label, "") if definer is not None else None

    def has_note(self, label: str) -> bool:
        return label in self._notes

    def _first(self, definers: dict[Chunk, None] | None) -> Chunk | None:
        if not definers:
            return None
        if len(definers) == 1:
            return next(iter(definers))
        return next(chunk for chunk in self._chunks if chunk in definers)

    def exchange(self, exchange: Exchange) -> set[Chunk]:
        """Follow an exchange; give the chunks that have looked up what is no longer so."""
        links = {label for chunk in exchange.removed + exchange.added for label in chunk.links}
        notes = {label for chunk in exchange.removed + exchange.added for label in chunk.notes}
        for chunk in exchange.removed:
            self.forget_use(chunk)
            _withdraw(self._links, chunk.links, chunk)
            _withdraw(self._notes, chunk.notes, chunk)
        for chunk in exchange.added:
            _register(self._links, chunk.links, chunk)
            _register(self._notes, chunk.notes, chunk)
        outdated = set()
        for label in links:
            found = self.link(label)
            users = self._users.get(label, {})
            outdated |= {user for user in users if user.used_links[label] != found}
        for label in notes:
            users = self._users.get(_note_key(label), {})
            outdated |= {user for user in users if user.used_notes[label] != self.has_note(label)}
        return outdated

    def use(self, chunk: Chunk) -> None:
        """Remember what a chunk has looked up."""
        _register(self._users, _used(chunk), chunk)

    def forget_use(self, chunk: Chunk) -> None:
        _withdraw(self._users, _used(chunk), chunk)


def _used(chunk: Chunk) -> list[str]:
    return [*chunk.used_links, *(_note_key(label) for label in chunk.used_notes)]


def _note_key(label: str) -> str:
    return f"^\n{label}"  # no link's label has a line break


def _register(where: dict[str, dict[Chunk, None]], labels: Iterable[str], chunk: Chunk) -> None:
    for label in labels:
        where.setdefault(label, {})[chunk] = None


def _withdraw(where: dict[str, dict[Chunk, None]], labels: Iterable[str], chunk: Chunk) -> None:
    for label in labels:
        of_label = where[label]
        del of_label[chunk]
        if not of_label:
            del where[label]
