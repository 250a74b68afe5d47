"""What all parts of one form share: the text, its problems, and the way to write."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import PurePath, PurePosixPath

from PySide6.QtCore import QObject, Signal

from editor_app.core.diagnostics import Diagnostic, Refusal
from editor_app.core.frontmatter.front_matter import FrontMatter
from editor_app.core.frontmatter.nodes import Path
from editor_app.core.frontmatter.reader import read
from editor_app.core.generator import Generator
from editor_app.core.schema.content_type import PostSchema
from editor_app.core.schema.field import FieldKind, Inherited
from editor_app.core.schema.fields import Around, around
from editor_app.core.schema.generators import known_fields
from editor_app.core.schema.schema import SchemaField
from editor_app.core.site.new_post import date_text
from editor_app.core.text.spans import Span
from editor_app.gui.document import Document
from editor_app.gui.form.look import Look
from editor_app.gui.form.site import FormSite
from editor_app.gui.form.writes import Write, edits_for, is_structural, subject

HEAD = 32 * 1024
"""So much of a long text is read first, in code points; front matter is rarely longer."""


class FormState(QObject):
    """The document that the form shows; `write` is the form's only way to change it.

    `written` comes after a write that changed which fields there are. Nothing
    here is told by an analysis but `problems`.
    """

    written = Signal(object)
    fix_chosen = Signal(object)
    place_asked = Signal(object)
    field_added = Signal(object)
    opened = Signal(object)
    """A widget that has become larger and is to be seen whole."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.document: Document | None = None
        self.generator = Generator.UNKNOWN
        self.schema: PostSchema | None = None
        self.inherited: Mapping[Path, Inherited] = {}
        self.site = FormSite()
        self.path: PurePath | None = None
        self.say: Callable[[str], str] = str
        self.now: Callable[[], dt.datetime] = _now
        self.front_matter = read("")
        self.problems: Mapping[str, tuple[Diagnostic, ...]] = {}
        self.is_writing = False
        self.arrangement = 0
        self._last_session: object = None
        self._around = Around()
        self._around_of: tuple[object, ...] = ()
        self._known: tuple[SchemaField, ...] = ()
        self._known_of: tuple[object, ...] = ()

    @property
    def post(self) -> PurePosixPath | None:
        """The post's path from the site's root."""
        return self.site.name_of(self.path)

    def known(self) -> tuple[SchemaField, ...]:
        """What is said of the fields of this post, with the values that it has now."""
        if self.schema is None:
            known = known_fields(self.generator)
        else:
            known = self.schema.content_type(self.around().values).fields
        of = (known, self.say)
        if tuple(map(id, of)) != tuple(map(id, self._known_of)):
            self._known = tuple(
                replace(each, help=self.say(each.help)) if each.help else each for each in known
            )
            self._known_of = of
        return self._known

    def describe(self, schema: PostSchema, inherited: Mapping[Path, Inherited]) -> None:
        """Take over what the site says; an equal schema stays, with what it has worked out."""
        if schema != self.schema:
            self.schema = schema
        self.inherited = inherited

    def around(self) -> Around:
        """What the fields of a mapping depend on besides it."""
        of = (self.front_matter, self.inherited, self.generator)
        if tuple(map(id, of)) != tuple(map(id, self._around_of)):
            yaml12 = self.generator is not Generator.JEKYLL
            self._around = around(self.front_matter, self.inherited, yaml12=yaml12)
            self._around_of = of
        return self._around

    def live_front_matter(self) -> FrontMatter:
        """Read the front matter as it stands in the document now."""
        if self.document is None:
            return read("")
        table = self.document.table
        if table.length > HEAD:
            front_matter = read(table.slice(Span(0, HEAD)))
            is_readable = front_matter.format is not None and front_matter.unreadable is None
            if is_readable and front_matter.span.end < HEAD:
                return front_matter
        return read(table.text)

    def write(self, write: Write, session: object = None) -> Refusal | None:
        """Make a write as one undo step; equal sessions in a row are one step.

        Says why in the user's words where the text can't take it.
        """
        if self.document is None:
            return Refusal(self.tr("No post is open"))
        edits = edits_for(self.live_front_matter(), write)
        if isinstance(edits, Refusal):
            return edits
        joins = session is not None and session == self._last_session
        self._last_session = session
        self.is_writing = True
        try:
            name = subject(write) or self.tr("front matter")
            refusal = self.document.apply(edits, self.document.version, name, joins=joins)
        finally:
            self.is_writing = False
        if refusal is None and is_structural(write):
            self.written.emit(write)
        return refusal

    def date_text(self, kind: FieldKind) -> str:
        """This moment in the notation that the generator's own manual uses."""
        moment = self.now()
        if kind is FieldKind.DATE:
            return f"{moment:%Y-%m-%d}"
        return date_text(self.generator, moment)

    def rearrange(self) -> None:
        """Something that takes the focus came, went or moved."""
        self.arrangement += 1

    def end_session(self) -> None:
        """The next write is an undo step of its own."""
        self._last_session = None


def _now() -> dt.datetime:
    return dt.datetime.now().astimezone()
