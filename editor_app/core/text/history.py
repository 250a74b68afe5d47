"""History: every version of a text that undo and redo can go to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from editor_app.core.text.edits import Edit, inverse, ordered
from editor_app.core.text.piece_table import PieceTable


@dataclass(frozen=True, slots=True)
class Step:
    """One thing the user did: its name, and the ways there and back.

    `forth` and `back` are sets of edits to make one after the other.
    """

    name: str
    before: PieceTable
    after: PieceTable
    forth: tuple[tuple[Edit, ...], ...]
    back: tuple[tuple[Edit, ...], ...]


@dataclass(frozen=True, slots=True)
class History:
    """What was done (the newest last) and what was undone (the next to redo last).

    A step keeps the piece table from before, so undo gives back the very bytes
    and not only the same text.
    """

    done: tuple[Step, ...] = ()
    undone: tuple[Step, ...] = ()

    def with_step(
        self, name: str, before: PieceTable, edits: Sequence[Edit], *, joins: bool = False
    ) -> tuple[History, PieceTable]:
        """Make edits as a new step, or as more of the last one with `joins`."""
        forth = ordered(edits)
        back = _inverse(before, forth)
        after = before.edited(forth)
        last = self.done[-1] if self.done else None
        if joins and last is not None and last.after is before and last.name == name:
            step = replace(last, after=after, forth=(*last.forth, forth), back=(back, *last.back))
            return History((*self.done[:-1], step)), after
        step = Step(name, before, after, (forth,), (back,))
        return History((*self.done, step)), after

    def undo(self) -> tuple[History, Step] | None:
        """The history after undoing, and the step whose `back` is to be made."""
        if not self.done:
            return None
        step = self.done[-1]
        return History(self.done[:-1], (*self.undone, step)), step

    def redo(self) -> tuple[History, Step] | None:
        """The history after redoing, and the step whose `forth` is to be made."""
        if not self.undone:
            return None
        step = self.undone[-1]
        return History((*self.done, step), self.undone[:-1]), step


def _inverse(before: PieceTable, edits: tuple[Edit, ...]) -> tuple[Edit, ...]:
    if len(edits) == 1:  # the usual case must not cost the whole text
        edit = edits[0]
        start = edit.span.start
        return (Edit(type(edit.span)(start, start + len(edit.text)), before.slice(edit.span)),)
    return inverse(before.text, edits)
