"""The form pane: what the post says about itself, as fields."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from editor_app.core.analysis_values import Analysis, Context
from editor_app.core.body.heading import Heading
from editor_app.core.diagnostics import Diagnostic, Severity
from editor_app.core.frontmatter.front_matter import FrontMatter
from editor_app.core.frontmatter.nodes import Path
from editor_app.core.frontmatter.paths import parse_dotted
from editor_app.core.generator import Generator
from editor_app.core.messages import translator
from editor_app.core.schema.fields import absent_fields, fields_for
from editor_app.core.schema.generators import title_of
from editor_app.core.site.facts import PostFacts
from editor_app.core.site.new_post import new_post
from editor_app.core.text.spans import Span
from editor_app.gui.document import Change, Document
from editor_app.gui.form.field_row import FieldRow
from editor_app.gui.form.field_rows import FieldRows
from editor_app.gui.form.look import Look, style_sheet
from editor_app.gui.form.notice import Notice
from editor_app.gui.form.publish_line import PublishLine
from editor_app.gui.form.relations import Relations
from editor_app.gui.form.scroll import FormScroll
from editor_app.gui.form.site import FormSite
from editor_app.gui.form.state import FormState
from editor_app.gui.form.tab_order import TabOrder
from editor_app.gui.form.unreadable import Words, words_of
from editor_app.gui.form.writes import AddFrontMatter, RenameKey, Write
from editor_app.gui.pane_header import PaneHeader, label
from editor_app.gui.theme import LIGHT, Theme


class FormPane(QWidget):
    """Shows the front matter of one document and edits it, value by value.

    An analysis brings values and problems. What the form itself writes, and
    what undo changes while the focus is in the form, is shown at once.
    """

    fix_requested = Signal(object)
    place_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None, *, theme: Theme = LIGHT) -> None:
        super().__init__(parent)
        self.setObjectName("formPane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._look = Look()
        self._state = FormState(self._look, self)
        self._context: Context | None = None
        self._outline: tuple[Heading, ...] = ()
        self._shown_version = -1
        self._waiting: tuple[str, str] | None = None
        self._unreadable: Words | None = None
        self._tabs = TabOrder()
        self._header = PaneHeader(self.tr("Front matter"))
        self._where = label("", "faint")
        self._header.end(self._where)
        self._notice = Notice()
        self._rows = FieldRows((), self._state)
        self._scroll = FormScroll(self._rows)
        self._publishing = PublishLine()
        self._publishing.place_asked.connect(self._go_to)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header)
        column.addWidget(self._notice)
        column.addWidget(self._scroll, 1)
        column.addStretch(0)
        column.addWidget(self._publishing)
        self._notice.pressed.connect(self._press_notice)
        self._notice.mend_pressed.connect(self._mend)
        self._state.fix_chosen.connect(self._choose_fix)
        self._state.place_asked.connect(self.place_requested)
        self._state.written.connect(self._follow_write)
        self._state.field_added.connect(self._focus_field)
        self._state.opened.connect(self._scroll.bring_into_sight)
        self.show_theme(theme)
        self._show(self._state.front_matter)

    # --- what is shown

    def set_document(self, document: Document | None, context: Context | None) -> None:
        """Show another document, or none; its problems come with the next analysis.

        What was begun in a field is written to the document that was shown.
        """
        if self._state.document is not None:
            self.finish()
            self._state.document.changed.disconnect(self._follow)
        self._state.document = document
        self._state.problems = {}
        self._state.end_session()
        self._context = context
        self._outline = ()
        self._waiting = None
        self._unreadable = None
        self._shown_version = -1
        generator = context.generator if context else Generator.UNKNOWN
        if generator is not self._state.generator:
            self._rows.show_fields(())  # the same key may be another field
        self._state.generator = generator
        self._state.say = translator(context.settings.language if context else "")
        self._keep_or_drop_schema(context)
        self._where.setText(self._where_text())
        self._publishing.show_facts(None, self._translated)
        self._rows.forget()
        if document is not None:
            document.changed.connect(self._follow)
        self._scroll.verticalScrollBar().setValue(0)
        self._show(self._state.live_front_matter())

    def _keep_or_drop_schema(self, context: Context | None) -> None:
        """What is said of a post is most likely said of its neighbour, until the analysis says."""
        path = context.path if context else None
        site = context.site if context else None
        old, self._state.path = self._state.path, path
        self._state.inherited = {}
        is_neighbour = path is not None and old is not None and path.parent == old.parent
        if site is None or not is_neighbour:
            self._state.schema = context.schema if context else None
        if site is not None and site.root != self._state.site.root:
            self._rows.show_fields(())  # what they propose is the other site's
            self._state.site = FormSite(site.root)

    def _show_facts(self, facts: PostFacts | None) -> None:
        """Take over what the site says of the post; the fields are shown after this."""
        self._publishing.show_facts(facts, self._translated)
        root = self._state.site.root
        if facts is None or root is None:
            return
        zone = facts.publication.zone
        site = FormSite(root, Relations(root, facts.collections), zone.name if zone else "")
        if site != self._state.site:  # an equal one has found something already
            self._state.site = site
        self._state.describe(facts.schema, dict(facts.inherited))

    def show_analysis(self, analysis: Analysis) -> None:
        """Show values and problems; an analysis of an older text is left alone."""
        document = self._state.document
        if document is None or analysis.version != document.version:
            return
        self._outline = analysis.outline
        self._state.problems = _by_field(analysis.diagnostics)
        self._unreadable = words_of(analysis.diagnostics)
        self._show_facts(analysis.facts)
        self._shown_version = analysis.version
        has_text = len(analysis.front_matter.text) >= analysis.front_matter.body_start
        self._show(analysis.front_matter if has_text else self._state.live_front_matter())
        self._choose_waiting()

    def show_theme(self, theme: Theme) -> None:
        self._look.theme = theme
        self.setStyleSheet(style_sheet(theme))
        self.update()

    def reveal(self, field: str) -> None:
        """Put the focus on a field, or offer to add it where the post does not have it."""
        try:
            path = parse_dotted(field)
        except ValueError:
            path = (field,)
        self._rows.open_hidden(path)
        row = self._rows.row_at(path)
        if row is not None:
            self._focus_row(row)
        elif self._rows.isEnabled() and len(path) == 1:
            self._rows.adder.open(str(path[0]))

    def finish(self) -> None:
        """Write what was typed and not entered yet, such as the beginning of a chip."""
        for row in self._rows.findChildren(FieldRow):
            row.widget.finish()

    # --- showing

    def _show(self, front_matter: FrontMatter) -> None:
        self._state.front_matter = front_matter
        if self._state.document is None:
            self._say_nothing_open()
        elif self._state.document.is_read_only:
            self._say_read_only(front_matter)
        elif front_matter.root is None and self._words(front_matter) is not None:
            self._say_unreadable(front_matter)
        elif front_matter.format is None:
            self._say_none()
        else:
            self._notice.hide()
            self._show_fields(front_matter)
        self._tabs.order((self._rows, self._publishing), self._state.arrangement)

    def _show_fields(self, front_matter: FrontMatter) -> None:
        focused, top = self._scroll.focus_and_top()
        self._scroll.show()
        self._rows.setEnabled(True)
        known, about = self._state.known(), self._state.around()
        self._rows.show_fields(fields_for(known, front_matter, about))
        self._rows.adder.show_offers(absent_fields(known, front_matter, about))
        self._scroll.keep_top(focused, top)

    def _say_nothing_open(self) -> None:
        self._scroll.hide()
        self._rows.show_fields(())
        self._notice.say(
            self.tr("No post is open"), self.tr("What a post says about itself stands here.")
        )

    def _say_none(self) -> None:
        self._scroll.hide()
        self._rows.show_fields(())
        self._notice.say(
            self.tr("This post has no front matter"),
            self.tr("A generator takes title and date from there."),
            self.tr("Add front matter"),
        )

    def _say_read_only(self, front_matter: FrontMatter) -> None:
        """What could be read of the fields stays in sight, switched off."""
        if front_matter.root is not None:
            self._show_fields(front_matter)
        else:
            self._rows.show_fields(())
        self._scroll.setVisible(bool(self._rows.rows))
        self._rows.setEnabled(False)
        self._notice.say(self.tr("Read-only: the encoding of this file is not known"))

    def _say_unreadable(self, front_matter: FrontMatter) -> None:
        """The fields of the last readable text stay in sight, switched off.

        What the last analysis said counts as long as the text is the same.
        """
        words = self._words(front_matter)
        if words is None:
            return
        line = front_matter.text.count("\n", 0, words.span.start) + 1
        if self._shown_version < 0:  # what stands there is another post's
            self._rows.show_fields(())
        self._scroll.setVisible(bool(self._rows.rows))
        self._rows.setEnabled(False)
        self._notice.say(
            self.tr("The front matter can't be read"),
            words.sentence,
            self.tr("Go to line %1").replace("%1", str(line)),
            Severity.ERROR,
            words.fix.title if words.fix is not None else "",
        )

    def _words(self, front_matter: FrontMatter) -> Words | None:
        """What is said of front matter that can't be read, None where it can."""
        document, unreadable = self._state.document, front_matter.unreadable
        is_current = document is not None and self._shown_version == document.version
        if is_current and self._unreadable is not None:
            return self._unreadable
        if unreadable is None:
            return None
        return Words(self._translated(unreadable.message.rstrip(".")), unreadable.span)

    def _translated(self, reason: str) -> str:
        language = self._context.settings.language if self._context else ""
        return translator(language)(reason)

    def _where_text(self) -> str:
        if self._context is None:
            return ""
        path = self._context.path
        folder = path.parent.name if path is not None else ""
        return " · ".join(part for part in (title_of(self._context.generator), folder) if part)

    # --- what the document says

    def _follow(self, change: Change) -> None:
        """Show at once what undo or a fix does while the focus is in the form."""
        if self._state.is_writing:
            return
        self._state.end_session()
        focused = QApplication.focusWidget()
        is_here = focused is not None and self.isAncestorOf(focused)
        end = self._state.front_matter.span.end
        if is_here and any(edit.span.start <= end for edit in change.edits):
            self._show(self._state.live_front_matter())

    def _follow_write(self, write: Write) -> None:
        self._show(self._state.live_front_matter())
        if isinstance(write, RenameKey):
            self._focus_field((*write.path[:-1], write.key))

    # --- what the user does

    def _choose_fix(self, fix: object) -> None:
        """Ask for a fix; one of an older text waits for the analysis that is under way."""
        document = self._state.document
        if document is None:
            return
        if self._shown_version == document.version:
            self.fix_requested.emit(fix)
            return
        for field, diagnostics in self._state.problems.items():
            if any(fix in diagnostic.fixes for diagnostic in diagnostics):
                self._waiting = (field, getattr(fix, "title", ""))

    def _choose_waiting(self) -> None:
        waiting, self._waiting = self._waiting, None
        if waiting is None:
            return
        field, title = waiting
        for diagnostic in self._state.problems.get(field, ()):
            for fix in diagnostic.fixes:
                if fix.title == title:
                    self.fix_requested.emit(fix)
                    return

    def _press_notice(self) -> None:
        words = self._words(self._state.front_matter)
        if words is not None:
            self.place_requested.emit(words.span)
            return
        title = self._outline[0].text if self._outline else ""
        text = new_post(self._state.generator, title, self._state.now())
        if self._state.write(AddFrontMatter(text)) is None:
            self._focus_field(("title",))

    def _go_to(self, offset: int) -> None:
        self.place_requested.emit(Span(offset, offset))

    def _mend(self) -> None:
        words = self._words(self._state.front_matter)
        if words is not None and words.fix is not None:
            self.fix_requested.emit(words.fix)

    def _focus_field(self, path: Path) -> None:
        row = self._rows.row_at(path)
        if row is not None and row.field.path == path:
            self._focus_row(row)

    def _focus_row(self, row: FieldRow) -> None:
        row.widget.focus_target().setFocus(Qt.FocusReason.OtherFocusReason)
        self._scroll.bring_into_sight(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Undo and redo belong to the document; the inputs let their keys through."""
        document = self._state.document
        if document is not None and event.matches(QKeySequence.StandardKey.Undo):
            document.undo()
        elif document is not None and event.matches(QKeySequence.StandardKey.Redo):
            document.redo()
        else:
            event.ignore()


def _by_field(diagnostics: Iterable[Diagnostic]) -> dict[str, tuple[Diagnostic, ...]]:
    """Diagnostics under the dotted path that they are about."""
    result: defaultdict[str, list[Diagnostic]] = defaultdict(list)
    for diagnostic in diagnostics:
        if diagnostic.field is not None:
            result[diagnostic.field].append(diagnostic)
    return {field: tuple(of) for field, of in result.items()}
