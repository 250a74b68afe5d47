"""The right of the site view: one finding where it stands, its rule's page, what can be done."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from editor_app.core.bulk.site_messages import Finding, RulePage
from editor_app.core.diagnostics import Severity
from editor_app.gui import rule_page
from editor_app.gui.pane_header import PaneHeader, label
from editor_app.gui.severity_sign import paint_severity
from editor_app.gui.site_view.choices import PostRow
from editor_app.gui.site_view.path_label import path_label
from editor_app.gui.theme import Theme

_SIGN = 14


class FindingCard(QWidget):
    """Shows one finding of a row after another; asks for what its buttons say."""

    open_pressed = Signal()
    fix_pressed = Signal()
    ignore_pressed = Signal(bool)  # in the whole site

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("siteFinding")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._row: PostRow | None = None
        self._at = 0
        self._pages: Mapping[str, RulePage] = {}
        self._fixes: Mapping[str, str] = {}
        self._header = PaneHeader(self.tr("The problem"))
        self._place = label("", "faint")
        self._header.end(self._place)
        self._scroll = QScrollArea()
        self._scroll.setObjectName("siteFindingScroll")
        self._scroll.setAccessibleName(self.tr("The selected problem"))
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header)
        column.addWidget(self._scroll, 1)
        self._fill()

    @property
    def finding(self) -> Finding | None:
        """The one that is shown."""
        return self._row.findings[self._at] if self._row is not None else None

    def show_row(
        self, row: PostRow | None, pages: Mapping[str, RulePage], fixes: Mapping[str, str]
    ) -> None:
        """Show the first finding of a post; the same one again where it is still there.

        `fixes` are the titles of what a rule's fix does in every post.
        """
        before = self.finding
        same_post = (
            row is not None and self._row is not None and row.post.path == self._row.post.path
        )
        if row == self._row and pages is self._pages:
            return
        self._row, self._pages, self._fixes = row, pages, fixes
        self._at = 0
        if same_post and row is not None and before is not None:
            same = [
                at
                for at, found in enumerate(row.findings)
                if (found.rule, found.message) == (before.rule, before.message)
            ]
            self._at = same[0] if same else 0
        self._fill()

    def step(self) -> None:
        """Go to the next finding of the post, around the end."""
        if self._row is not None and len(self._row.findings) > 1:
            self._at = (self._at + 1) % len(self._row.findings)
            self._fill()

    def show_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._fill()

    # --- building

    def _fill(self) -> None:
        row, found = self._row, self.finding
        inside = QWidget()
        inside.setObjectName("siteFinding")
        column = QVBoxLayout(inside)
        column.setContentsMargins(10, 2, 10, 10)  # beside the ring of the keyboard
        column.setSpacing(8)
        self._place.setText("")
        if row is not None and found is not None:
            if len(row.findings) > 1:
                words = self.tr("%1 of %2   Space").replace("%1", str(self._at + 1))
                self._place.setText(words.replace("%2", str(len(row.findings))))
            self._add_finding(column, row, found)
        column.addStretch(1)
        self._scroll.setWidget(inside)

    def _add_finding(self, column: QVBoxLayout, row: PostRow, found: Finding) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        sign = _Sign(found.severity, self._theme)
        sign.setAccessibleName(self._word(found.severity))
        sign.setToolTip(self._word(found.severity))
        message = label(found.message, "title")
        message.setWordWrap(True)
        head.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(message, 1)
        column.addLayout(head)
        column.addWidget(self._excerpt(row, found))
        links = QVBoxLayout()
        links.setSpacing(0)
        column.addLayout(links)
        if found.fix and not self._fixes.get(found.rule):
            here = label(found.fix, "dim")  # the link below can't say it for all posts
            here.setWordWrap(True)
            here.setContentsMargins(6, 0, 6, 4)
            links.addWidget(here)
        if found.fix:
            links.addWidget(self._fix_button(found), 0, Qt.AlignmentFlag.AlignLeft)
        for words, keys, name, slot in (
            (self.tr("Open it here"), "⏎", "siteOpen", self._open),
            (self.tr("Ignore here"), "I", "siteIgnoreHere", self._ignore_here),
            (self.tr("Ignore in this site"), "Shift+I", "siteIgnoreInSite", self._ignore_in_site),
        ):
            links.addWidget(self._link(words, keys, name, slot), 0, Qt.AlignmentFlag.AlignLeft)
        self._add_page(column, found)

    def _excerpt(self, row: PostRow, found: Finding) -> QFrame:
        """Where it stands: the file and line over the line itself."""
        theme = self._theme
        frame = QFrame()
        frame.setProperty("kind", "card")
        place = path_label(
            self.tr("%1 · line %2").replace("%1", row.post.shown).replace("%2", str(found.line))
        )
        place.setProperty("role", "dim")
        text, marked = found.text, found.marked
        ink, tint = {
            Severity.ERROR: (theme.error, theme.error_tint),
            Severity.WARNING: (theme.warning, theme.warning_tint),
        }.get(found.severity, (theme.accent, theme.accent_tint))
        style = f"color:{ink};background:{tint};text-decoration:underline"
        html = (
            f"{escape(text[: marked.start])}"
            f'<span style="{style}">{escape(text[marked.start : marked.end])}</span>'
            f"{escape(text[marked.end :])}"
        )
        line = QLabel(html or " ")
        line.setTextFormat(Qt.TextFormat.RichText)
        line.setProperty("role", "code")
        line.setWordWrap(True)
        line.setAccessibleName(text)
        line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column = QVBoxLayout(frame)
        column.setContentsMargins(8, 4, 8, 6)
        column.setSpacing(4)
        column.addWidget(place)
        column.addWidget(line)
        return frame

    def _fix_button(self, found: Finding) -> QPushButton:
        title = self._fixes.get(found.rule) or self.tr("Mend what this rule finds")
        words = self.tr("%1 in all selected posts…").replace("%1", title)
        return self._link(words, "F", "siteFixAll", self._fix)

    def _link(self, words: str, keys: str, name: str, slot: Callable[[], None]) -> QPushButton:
        button = QPushButton(f"{words}   {keys}")
        button.setObjectName(name)
        button.setProperty("kind", "link")
        button.setAccessibleName(words)
        button.setToolTip(f"{words}  {keys}")
        button.setProperty("elides", True)
        button.setMinimumWidth(40)
        button.clicked.connect(slot)
        return button

    def _add_page(self, column: QVBoxLayout, found: Finding) -> None:
        page = self._pages.get(found.rule)
        if page is None:
            return
        line = QFrame()
        line.setProperty("kind", "divider")
        line.setFixedHeight(1)
        column.addWidget(line)
        severity = self.tr("Rule %1 · %2").replace("%1", found.rule)
        column.addWidget(
            _wrapped(escape(severity.replace("%2", self._word(found.severity))), "faint")
        )
        column.addWidget(_wrapped(rule_page.reason(page.page), "dim"))
        examples = rule_page.examples(page.page, self._theme.raised)
        if examples:
            shown = _wrapped(examples, "dim")
            shown.hide()
            more = QPushButton(self.tr("Examples"))
            more.setObjectName("siteExamples")
            more.setProperty("kind", "link")
            more.setCheckable(True)
            more.toggled.connect(shown.setVisible)
            column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
            column.addWidget(shown)

    def _word(self, severity: Severity) -> str:
        return {
            Severity.ERROR: self.tr("Error"),
            Severity.WARNING: self.tr("Warning"),
            Severity.INFO: self.tr("Note"),
            Severity.HINT: self.tr("Hint"),
        }[severity]

    def _open(self) -> None:
        self.open_pressed.emit()

    def _fix(self) -> None:
        self.fix_pressed.emit()

    def _ignore_here(self) -> None:
        self.ignore_pressed.emit(False)

    def _ignore_in_site(self) -> None:
        self.ignore_pressed.emit(True)


class _Sign(QWidget):
    """The sign of a severity, beside the first line of a sentence."""

    def __init__(self, severity: Severity, theme: Theme) -> None:
        super().__init__()
        self._severity, self._theme = severity, theme
        self.setFixedSize(_SIGN, _SIGN + 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        place = self.rect().adjusted(0, 2, 0, 0).toRectF()
        paint_severity(painter, place, self._severity, self._theme)
        painter.end()


def _wrapped(html: str, role: str) -> QLabel:
    result = QLabel(html)
    result.setTextFormat(Qt.TextFormat.RichText)
    result.setProperty("role", role)
    result.setWordWrap(True)
    result.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return result
