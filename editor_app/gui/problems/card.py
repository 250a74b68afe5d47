"""The detail card beside the problems: the one that is selected, and its cure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from html import escape

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from editor_app.core.diagnostics import Diagnostic, Fix
from editor_app.gui import rule_page
from editor_app.gui.pane_header import label
from editor_app.gui.problems.change import Part, Shown, shown
from editor_app.gui.problems.model import first_fix
from editor_app.gui.theme import Theme

_MOST_PLACES = 3


class ProblemCard(QScrollArea):
    """Title, before and after of each fix, and what the rule is for."""

    fix_pressed = Signal(object)  # Fix
    ignore_pressed = Signal(object, bool)  # Diagnostic, in the whole site

    def __init__(self, theme: Theme, help_of: Callable[[str], str], parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._help_of = help_of
        self._shown: tuple[Diagnostic | None, str] = (None, "")
        self.setObjectName("problemCard")
        self.setAccessibleName(self.tr("The selected problem"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(200)
        self._fill()

    def show_problem(self, found: Diagnostic | None, text: str) -> None:
        """Show a diagnostic of the analysis of `text`."""
        if self._shown == (found, text):
            return
        self._shown = (found, text)
        self._fill()

    def show_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._fill()

    def _fill(self) -> None:
        found, text = self._shown
        inside = QWidget()
        inside.setObjectName("problemCard")
        column = QVBoxLayout(inside)
        column.setContentsMargins(14, 6, 14, 10)  # beside the ring of the keyboard
        column.setSpacing(8)
        if found is not None:
            self._add_problem(column, found, text)
        column.addStretch(1)
        self.setWidget(inside)

    def _add_problem(self, column: QVBoxLayout, found: Diagnostic, text: str) -> None:
        title = label(found.message, "title")
        title.setToolTip(found.rule)
        title.setWordWrap(True)
        column.addWidget(title)
        first = first_fix(found)
        for fix in found.fixes:
            for place in shown(text, fix)[:_MOST_PLACES]:
                self._add_change(column, place)
            column.addWidget(
                self._button(fix, is_first=fix == first), 0, Qt.AlignmentFlag.AlignLeft
            )
        self._add_ignoring(column, found)
        page = self._help_of(found.rule)
        if page:
            self._add_help(column, page)

    def _add_change(self, column: QVBoxLayout, place: Shown) -> None:
        theme = self._theme
        if any(part.is_changed for part in place.before):
            column.addWidget(
                _line(place.before, theme.error, theme.error_tint, theme, is_struck=True)
            )
        if place.after:
            column.addWidget(
                _line(place.after, theme.good, theme.good_tint, theme, is_struck=False)
            )
        if place.lines_removed > 1:
            words = self.tr("%1 lines go").replace("%1", str(place.lines_removed))
            column.addWidget(label(words, "dim"))

    def _button(self, fix: Fix, *, is_first: bool) -> QPushButton:
        button = QPushButton(f"{fix.title} ⏎" if is_first else fix.title)
        button.setProperty("kind", "link")
        button.setToolTip(fix.title)
        button.setAccessibleName(fix.title)
        button.clicked.connect(lambda: self.fix_pressed.emit(fix))
        return button

    def _add_ignoring(self, column: QVBoxLayout, found: Diagnostic) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        for words, keys, in_site in (
            (self.tr("Ignore here"), "I", False),
            (self.tr("Ignore in this site"), "Shift+I", True),
        ):
            button = QPushButton(words)
            button.setProperty("kind", "link")
            button.setToolTip(f"{words}  {keys}")
            button.clicked.connect(partial(self._ignore, found, in_site))
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)

    def _ignore(self, found: Diagnostic, in_site: bool) -> None:
        self.ignore_pressed.emit(found, in_site)

    def _add_help(self, column: QVBoxLayout, page: str) -> None:
        column.addWidget(_rich(rule_page.reason(page), "dim"))
        examples = rule_page.examples(page, self._theme.raised)
        if not examples:
            return
        shown = _rich(examples, "dim")
        shown.hide()
        more = QPushButton(self.tr("Examples"))
        more.setObjectName("ruleExamples")
        more.setProperty("kind", "link")
        more.setCheckable(True)
        more.toggled.connect(shown.setVisible)
        column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(shown)


def _rich(html: str, role: str) -> QLabel:
    result = QLabel(html)
    result.setTextFormat(Qt.TextFormat.RichText)
    result.setProperty("role", role)
    result.setWordWrap(True)
    result.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return result


def _line(
    parts: Sequence[Part], colour: str, tint: str, theme: Theme, *, is_struck: bool
) -> QLabel:
    """A line of text in a box, with the changed stretches marked."""
    marked = f"color:{colour};background:{tint};"
    marked += "text-decoration:line-through" if is_struck else "text-decoration:none"
    html = "".join(
        f'<span style="{marked}">{escape(part.text)}</span>'
        if part.is_changed
        else escape(part.text)
        for part in parts
    )
    result = QLabel(html.replace("\n", "<br>"))
    result.setTextFormat(Qt.TextFormat.RichText)
    result.setWordWrap(True)
    result.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    result.setStyleSheet(
        f"QLabel {{ background: {theme.raised}; border: 1px solid {theme.line};"
        "border-radius: 6px; padding: 4px 8px; font-size: 12px; }"
    )
    sign = "−" if is_struck else "+"
    before = QCoreApplication.translate("ProblemCard", "Before")
    after = QCoreApplication.translate("ProblemCard", "After")
    name = before if is_struck else after
    result.setAccessibleName(f"{name} {sign} " + "".join(part.text for part in parts))
    return result
