"""When what is typed belongs to the step before it, so that undo goes by words."""

from __future__ import annotations

from collections.abc import Callable

from editor_app.core.text.edits import Edit

PAUSE_SECONDS = 1.0
_LONGEST = 200  # code points: Japanese has no spaces to break at
_SENTENCE_ENDS = "。、！？"


class TypingRun:
    """Remembers the last edit that was typed, and says whether the next goes on from it.

    A step ends with a word (its space belongs to it), with a line, with a
    Japanese sentence or clause, after a pause of one second, and where the
    caret went elsewhere.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._last: Edit | None = None
        self._length = 0
        self._at_seconds = 0.0

    def joins(self, edit: Edit) -> bool:
        """Whether `edit` is more of the same; it is the last one from now on."""
        last, now = self._last, self._clock()
        goes_on = (
            last is not None
            and now - self._at_seconds < PAUSE_SECONDS
            and (_types_on(last, edit) or _deletes_on(last, edit))
            and self._length + len(edit.text) + len(edit.span) <= _LONGEST
        )
        self._length = len(edit.text) + len(edit.span) + (self._length if goes_on else 0)
        self._last, self._at_seconds = edit, now
        return goes_on

    def is_recent(self) -> bool:
        """Whether the last call of this or of `joins` was less than a pause ago."""
        now = self._clock()
        recent = now - self._at_seconds < PAUSE_SECONDS
        self._at_seconds = now
        return recent

    def end(self) -> None:
        """Whatever comes next begins a step of its own."""
        self._last = None


def _types_on(last: Edit, edit: Edit) -> bool:
    if not (edit.span.is_empty and last.text and edit.text):
        return False
    if edit.span.start != last.span.start + len(last.text):
        return False
    before, after = last.text[-1], edit.text[0]
    if before == "\n" or before in _SENTENCE_ENDS:
        return False
    return after.isspace() or not before.isspace()


def _deletes_on(last: Edit, edit: Edit) -> bool:
    if last.text or edit.text:
        return False
    return last.span.start in (edit.span.start, edit.span.end)
