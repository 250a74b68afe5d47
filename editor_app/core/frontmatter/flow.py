"""Members between brackets: `[a, b]`, `{a: 1}`, in YAML, TOML and JSON alike.

Members are moved about with their commas; comments and line breaks between
them stay where they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from editor_app.core.frontmatter.change import Change
from editor_app.core.frontmatter.nodes import Comment
from editor_app.core.text.edits import Edit
from editor_app.core.text.spans import Span


@dataclass(frozen=True, slots=True)
class Brackets:
    """A flow collection: its span with the brackets, its members, all comments of the post.

    `gap` is what to put after a comma where the members do not show it.
    """

    text: str
    span: Span
    members: tuple[Span, ...]
    comments: tuple[Comment, ...]
    gap: str = " "

    # --- places

    @property
    def _gap(self) -> str:
        """What stands after a comma on one line, as between the first two."""
        if len(self.members) < 2:
            return self.gap
        between = self.text[self.members[0].end : self.members[1].start]
        return between[1:] if between in (",", ", ") else self.gap

    def _comment_at(self, offset: int) -> Comment | None:
        return next((each for each in self.comments if each.span.start == offset), None)

    def _comma_after(self, index: int) -> int | None:
        """Where the comma after a member stands."""
        at = self.members[index].end
        while at < self.span.end:
            comment = self._comment_at(at)
            if comment is not None:
                at = comment.span.end
            elif self.text[at] == ",":
                return at
            elif self.text[at] in " \t\n":
                at += 1
            else:
                return None
        return None

    def _line_end(self, offset: int) -> int | None:
        """The end of the line if only blanks and a comment follow on it, else None."""
        end = self.text.find("\n", offset)
        if end < 0 or end > self.span.end:
            return None
        rest = self.text[offset:end]
        blank = len(rest) - len(rest.lstrip(" \t"))
        if rest.strip() and self._comment_at(offset + blank) is None:
            return None
        return end

    def _line_start(self, offset: int) -> int | None:
        """The start of the line if only blanks stand before, else None."""
        start = self.text.rfind("\n", 0, offset) + 1
        is_inside = start > self.span.start
        return start if is_inside and not self.text[start:offset].strip() else None

    def _inside(self, span: Span) -> tuple[str, ...]:
        inside = (each.span for each in self.comments if span.encloses(each.span))
        return tuple(each.of(self.text) for each in inside)

    # --- changes

    def insert(self, index: int, new: str, pad: str = "") -> Change:
        """Put a member before the one at `index`, or after all."""
        if not self.members:
            return self._insert_first(new, pad)
        if index < len(self.members):
            at = self.members[index].start
            start = self._line_start(at)
            gap = self._gap if start is None else "\n" + self.text[start:at]
            return Change((Edit(Span(at, at), f"{new},{gap}"),))
        return self._append(new)

    def _insert_first(self, new: str, pad: str) -> Change:
        inside = Span(self.span.start + 1, self.span.end - 1)
        if inside.of(self.text).strip():  # a comment
            return Change((Edit(Span(inside.start, inside.start), new),))
        return Change((Edit(inside, f"{pad}{new}{pad}"),))

    def _append(self, new: str) -> Change:
        last = len(self.members) - 1
        member = self.members[last]
        comma = self._comma_after(last)
        start = self._line_start(member.start)
        end = self._line_end(member.end if comma is None else comma + 1)
        if start is None or end is None:
            gap = self._gap if start is None else "\n" + self.text[start : member.start]
            return Change((Edit(Span(member.end, member.end), f",{gap}{new}"),))
        line = "\n" + self.text[start : member.start] + new
        if comma is not None:
            return Change((Edit(Span(end, end), line + ","),))
        if end == member.end:
            return Change((Edit(Span(end, end), "," + line),))
        return Change((Edit(Span(member.end, member.end), ","), Edit(Span(end, end), line)))

    def remove(self, index: int) -> Change:
        if len(self.members) == 1:
            return self._remove_only()
        member, comma = self.members[index], self._comma_after(index)
        start = self._line_start(member.start)
        end = self._line_end(member.end if comma is None else comma + 1)
        is_last = index == len(self.members) - 1
        edits: list[Edit] = []
        if is_last and comma is None:
            before = self._comma_after(index - 1)
            if before is not None and start is not None:
                edits.append(Edit(Span(before, before + 1), ""))
        if start is not None and end is not None:
            line = Span(start, end + 1)
            return Change((*edits, Edit(line, "")), self._inside(line))
        if edits:
            return Change((*edits, Edit(member, "")))
        if is_last:
            return Change((Edit(Span(self.members[index - 1].end, member.end), ""),))
        after = self.members[index + 1].start
        same_line = "\n" not in self.text[member.end : after]
        stop = after if same_line else member.end + 1 if comma is None else comma + 1
        return Change((Edit(Span(member.start, stop), ""),))

    def _remove_only(self) -> Change:
        inside = Span(self.span.start + 1, self.span.end - 1)
        if not self._inside(inside):
            return Change((Edit(inside, ""),))
        comma = self._comma_after(0)
        member = self.members[0]
        edits = [Edit(member, "")]
        if comma is not None:
            edits.append(Edit(Span(comma, comma + 1), ""))
        return Change(tuple(edits))

    def move(self, index: int, to: int) -> Change:
        """Give each place the member that belongs there now, its comment with it."""
        order = list(range(len(self.members)))
        order.insert(to, order.pop(index))
        edits = _permuted(self.text, self.members, order)
        tails = [tail for tail in map(self._tail, range(len(order))) if tail is not None]
        if len(tails) == len(order):
            edits += _permuted(self.text, tails, order)
        return Change(tuple(edits))

    def _tail(self, index: int) -> Span | None:
        """The comment at the end of a member's own line; None where it has no line."""
        comma = self._comma_after(index)
        start = self.members[index].end if comma is None else comma + 1
        end = self._line_end(start)
        is_own = self._line_start(self.members[index].start) is not None
        return None if end is None or not is_own else Span(start, end)


def _permuted(text: str, members: Sequence[Span], order: Sequence[int]) -> list[Edit]:
    return [
        Edit(members[place], members[source].of(text))
        for place, source in enumerate(order)
        if place != source
    ]
