"""The problems pane: what is wrong with the post, and the one that is selected."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from editor_app.core.analysis_values import Analysis
from editor_app.core.diagnostics import Diagnostic, Severity
from editor_app.gui.pane_header import PaneHeader, label, set_property
from editor_app.gui.problems.card import ProblemCard
from editor_app.gui.problems.model import first_fix
from editor_app.gui.problems.table import ProblemsTable
from editor_app.gui.theme import Theme


class ProblemsPane(QWidget):
    """Shows the diagnostics of the latest analysis; asks for places and fixes."""

    place_requested = Signal(object)  # Span
    fix_requested = Signal(object)  # Fix
    fix_all_requested = Signal()
    ignore_here_requested = Signal(object)  # Diagnostic
    ignore_in_site_requested = Signal(str)  # rule

    def __init__(
        self, theme: Theme, help_of: Callable[[str], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("problemsPane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._text = ""
        self._card_width = 432
        self.table = ProblemsTable(theme, self)
        self.card = ProblemCard(theme, help_of, self)
        self._empty = label("", "dim")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._empty.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # for `take_focus`, not for Tab
        self._errors = label("", "error")
        self._warnings = label("", "warning")
        self._notes = label("", "dim")
        self._state = label("", "dim")
        self._fix_all = QPushButton()
        self._fix_all.setProperty("kind", "link")
        self._lay_out()
        self._connect()
        self.clear()

    def _lay_out(self) -> None:
        self._header = PaneHeader(self.tr("Problems"))
        for count in (self._errors, self._warnings, self._notes, self._state):
            self._header.add(count)
        self._header.end(self._fix_all)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self.table)
        left = QWidget()
        left.setObjectName("problemsPane")
        left.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header)
        column.addWidget(self._stack, 1)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(left)
        self.splitter.addWidget(self.card)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 0)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.splitter)
        self.setFocusProxy(self.table)

    def _connect(self) -> None:
        self.splitter.splitterMoved.connect(self._note_card_width)
        self.table.walked_to.connect(self._ask_for_place)
        self.table.chosen.connect(self._show_card)
        self.table.fix_pressed.connect(self._ask_for_fix)
        self.table.ignore_pressed.connect(self._ask_to_ignore)
        self.card.ignore_pressed.connect(self._ask_to_ignore)
        self.card.fix_pressed.connect(self.fix_requested)
        self._fix_all.clicked.connect(self.fix_all_requested)

    @property
    def card_width(self) -> int:
        """In logical pixels, as the user left it."""
        return self._card_width

    def set_card_width(self, width: int) -> None:
        """Give the detail card its width; the rows get the rest."""
        self._card_width = width
        self._place_card()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._place_card()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_card()

    def _place_card(self) -> None:
        """Where it is narrow the rows keep most of the room."""
        width = min(self._card_width, round(self.width() * 0.36))
        self.splitter.setSizes([self.width() - width, width])

    def _note_card_width(self) -> None:
        self._card_width = self.card.width()

    def clear(self) -> None:
        """No post is open."""
        self._show((), "")
        self._say(self.tr("What is wrong with a post stands here once one is open"), "dim")

    def show_waiting(self) -> None:
        """A post was opened and not checked yet."""
        self._show((), "")
        self._say(self.tr("Checking…"), "dim")

    def show_analysis(self, analysis: Analysis) -> None:
        """Show the diagnostics; selection and scroll stay."""
        self._state.setText("")
        self._show(analysis.diagnostics, analysis.front_matter.text)
        if not analysis.diagnostics:
            self._say("✓ " + self.tr("No problems"), "good")

    def prefer(self, rule: str, message: str) -> None:
        """Select that problem as soon as it is shown; the post was opened for it."""
        self.table.prefer(rule, message)

    def show_state(self, sentence: str) -> None:
        """Say how the check stands, in the header; an empty sentence takes it away."""
        self._state.setText(sentence)

    @property
    def has_focus(self) -> bool:
        """Whether somebody goes through the problems with the keyboard."""
        return self._empty.hasFocus() or self.table.hasFocus()

    def take_focus(self) -> None:
        """Bring the keyboard here; it stays where rows come and go."""
        shown = self._empty if self._stack.currentWidget() is self._empty else self.table
        shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to(self, found: Diagnostic) -> None:
        """Select a problem and ask for its place, as if the user had walked there."""
        self.table.go_to(found)

    def show_theme(self, theme: Theme) -> None:
        self.table.show_theme(theme)
        self.card.show_theme(theme)

    def _show(self, diagnostics: tuple[Diagnostic, ...], text: str) -> None:
        self._text = text
        had_focus = self.has_focus
        self.table.show_diagnostics(diagnostics, text)
        self._stack.setCurrentWidget(self.table if diagnostics else self._empty)
        if had_focus:
            self.take_focus()
        self.card.setVisible(bool(diagnostics))
        counts = {
            severity: sum(found.severity is severity for found in diagnostics)
            for severity in Severity
        }
        self._count(self._errors, "●", counts[Severity.ERROR], self.tr("errors"))
        self._count(self._warnings, "■", counts[Severity.WARNING], self.tr("warnings"))
        notes = counts[Severity.INFO] + counts[Severity.HINT]
        self._count(self._notes, "ⓘ", notes, self.tr("notes"))
        safe = sum(found.safe_fix is not None for found in diagnostics)
        words = self.tr("Apply all safe fixes (%1)").replace("%1", str(safe))
        self._fix_all.setText(f"{words}   Ctrl+Shift+.")
        self._fix_all.setAccessibleName(words)
        self._fix_all.setVisible(safe > 0)

    @staticmethod
    def _count(shown: QLabel, sign: str, count: int, word: str) -> None:
        shown.setText(f"{sign} {count}")
        shown.setAccessibleName(f"{count} {word}")
        shown.setVisible(count > 0)

    def _say(self, sentence: str, role: str) -> None:
        self._empty.setText(sentence)
        set_property(self._empty, "role", role)

    def _ask_for_place(self, found: Diagnostic) -> None:
        self.place_requested.emit(found.span)

    def _ask_for_fix(self, found: Diagnostic) -> None:
        self.fix_requested.emit(first_fix(found))

    def _ask_to_ignore(self, found: Diagnostic, in_site: bool) -> None:
        if in_site:
            self.ignore_in_site_requested.emit(found.rule)
        else:
            self.ignore_here_requested.emit(found)

    def _show_card(self, found: Diagnostic | None) -> None:
        self.card.show_problem(found, self._text)
