"""What mending one rule in many posts would change, file by file."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from editor_app.core.analysis import analyse
from editor_app.core.analysis_values import Context
from editor_app.core.bulk.changes import LeftOut, LineChange
from editor_app.core.diagnostics import Diagnostic
from editor_app.core.fixes import fix_all, fixes_together
from editor_app.core.new_errors import new_errors
from editor_app.core.storage.identity import Identity, LoadFailed, load
from editor_app.core.text.edits import Edit
from editor_app.core.text.lines import LineIndex
from editor_app.core.text.piece_table import PieceTable, Unencodable
from editor_app.core.text.source import Source, read

CHANGED = "It was changed on the disk since it was checked"
ENCODING = "Its encoding is not known"
NOT_FIXABLE = "The rule finds nothing to mend here"
NEW_ERROR = "Mended, it would have an error that it has not now: {message}"
LOST_CHARACTER = "Its encoding has no {character}"


@dataclass(frozen=True, slots=True)
class Wanted:
    """A post to be mended: where it is and what was found in it.

    `sha256` is that of the bytes that were checked. `diagnostics` are those of
    site rules, whose fixes a single post can't tell; empty for a post rule.
    """

    path: Path
    context: Context
    sha256: str
    diagnostics: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class FilePlan:
    """The bytes of one file before and after; `identity` says which file was read.

    Without an identity the file is to be made, and there are no bytes before.
    """

    path: Path
    identity: Identity | None
    before: bytes
    after: bytes
    changes: tuple[LineChange, ...]

    @property
    def after_sha256(self) -> str:
        return hashlib.sha256(self.after).hexdigest()


@dataclass(frozen=True, slots=True)
class Plan:
    """In the order of what was wanted."""

    rule: str
    files: tuple[FilePlan, ...]
    left_out: tuple[LeftOut, ...]

    @property
    def lines(self) -> int:
        """How many lines change in all."""
        return sum(
            max(len(change.removed), len(change.added))
            for file in self.files
            for change in file.changes
        )


def plan(rule: str, wanted: Iterable[Wanted], translate: Callable[[str], str] = str) -> Plan:
    """Read each post and mend it in memory; nothing is written.

    The first fix of each diagnostic is taken, a safe one before others: whoever
    asks looks at the plan. A post whose mended text has an error that the text
    did not have is left out.
    """
    files: list[FilePlan] = []
    left_out: list[LeftOut] = []
    for post in wanted:
        planned = _plan_of(rule, post, translate)
        if isinstance(planned, FilePlan):
            files.append(planned)
        else:
            left_out.append(LeftOut(post.path, planned))
    return Plan(rule, tuple(files), tuple(left_out))


def _plan_of(rule: str, post: Wanted, translate: Callable[[str], str]) -> FilePlan | str:
    """The plan for one post, or why there is none."""
    try:
        loaded = load(post.path)
    except LoadFailed as error:
        return error.why(translate)
    if loaded.identity.sha256 != post.sha256:
        return translate(CHANGED)
    source = read(loaded.source_bytes)
    if source.undecodable_byte is not None:
        return translate(ENCODING)
    edits = _edits(rule, post, source)
    if not edits:
        return translate(NOT_FIXABLE)
    table = PieceTable.of(source).edited(edits)
    new = _new_error(source.text, table.text, post.context)
    if new is not None:
        return translate(NEW_ERROR).format(message=new.message)
    try:
        after = table.to_bytes()
    except Unencodable as failure:
        return translate(LOST_CHARACTER).format(character=failure.character)
    changes = changes_of(source.text, edits)
    return FilePlan(post.path, loaded.identity, loaded.source_bytes, after, changes)


def _edits(rule: str, post: Wanted, source: Source) -> tuple[Edit, ...]:
    if post.diagnostics:
        return fixes_together(post.diagnostics)
    return fix_all(source.text, post.context, frozenset({rule}), unsafe=True).edits


def _new_error(before: str, after: str, context: Context) -> Diagnostic | None:
    """An error that the text after has and the text before has not."""
    found = new_errors(before, analyse(before, context), after, analyse(after, context))
    return next(iter(found), None)


def changes_of(text: str, edits: tuple[Edit, ...]) -> tuple[LineChange, ...]:
    """The lines that change; edits in one line or in neighbouring ones are shown together."""
    lines = LineIndex(text)
    groups: list[list[Edit]] = []
    last_line = -2
    for edit in edits:
        first = lines.line_of(edit.span.start)
        if first > last_line + 1:
            groups.append([])
        groups[-1].append(edit)
        last_line = lines.line_of(edit.span.end)
    return tuple(_change(text, lines, group) for group in groups)


def _change(text: str, lines: LineIndex, edits: list[Edit]) -> LineChange:
    first = lines.line_of(edits[0].span.start)
    last = lines.line_of(edits[-1].span.end)
    start, end = lines.start_of(first), lines.span_of(last).end
    parts: list[str] = []
    at = start
    for edit in edits:
        parts += (text[at : edit.span.start], edit.text)
        at = edit.span.end
    after = "".join((*parts, text[at:end]))
    removed, added = text[start:end].split("\n"), after.split("\n")
    while len(removed) > 1 and added and removed[-1] == added[-1]:
        removed.pop()
        added.pop()
    while len(removed) > 1 and added and removed[0] == added[0]:
        del removed[0], added[0]
        first += 1
    return LineChange(first + 1, tuple(removed), tuple(added))
