"""The right of the site view while a dry run is shown: what would change, and the button for it."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from editor_app.core.bulk.changes import LineChange
from editor_app.core.bulk.site_messages import FileChanges, Planned
from editor_app.core.text.edits import difference
from editor_app.gui.pane_header import PaneHeader, label
from editor_app.gui.site_view.path_label import path_label
from editor_app.gui.theme import Theme

_FIRST = 60
"""So many files are shown at once; the others when they are asked for."""

_MOST_LINES = 12
"""Of one change: a section that goes is known by its first lines."""

_LONGEST = 200


class DryRun(QWidget):
    """Nothing is written before the button that names the number of files is pressed."""

    apply_pressed = Signal()
    cancel_pressed = Signal()
    again_pressed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("dryRun")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._planned: Planned | None = None
        self._shown = _FIRST
        self._header = PaneHeader(self.tr("Dry run"))
        self._count = label("", "faint")
        self._header.end(self._count)
        self._header.title.setProperty("elides", True)
        self._header.title.setMinimumWidth(40)
        self._scroll = QScrollArea()
        self._scroll.setObjectName("dryRunScroll")
        self._scroll.setAccessibleName(self.tr("What would change"))
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._words = label(self.tr("One undo takes all of it back"), "dim")
        self._words.setWordWrap(True)
        self.cancel = QPushButton(self.tr("Cancel"))
        self.cancel.setObjectName("dryRunCancel")
        self.cancel.setToolTip(self.tr("Cancel") + "  Esc")
        self.apply = QPushButton()
        self.apply.setObjectName("dryRunApply")
        self.apply.setProperty("kind", "primary")
        self._lay_out()
        self.cancel.clicked.connect(self.cancel_pressed)
        self.apply.clicked.connect(self.apply_pressed)
        self.setFocusProxy(self.apply)

    def _lay_out(self) -> None:
        bar = QFrame()
        bar.setObjectName("dryRunBar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(8)
        row.addWidget(self._words, 1)
        row.addWidget(self.cancel)
        row.addWidget(self.apply)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header)
        column.addWidget(self._scroll, 1)
        column.addWidget(bar)

    @property
    def planned(self) -> Planned | None:
        return self._planned

    def show_planned(self, planned: Planned) -> None:
        """Show what would change."""
        self._planned = planned
        self._shown = _FIRST
        self._fill()

    def show_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._fill()

    # --- building

    def _fill(self) -> None:
        planned = self._planned
        inside = QWidget()
        inside.setObjectName("dryRun")
        column = QVBoxLayout(inside)
        column.setContentsMargins(10, 0, 10, 10)  # beside the ring of the keyboard
        column.setSpacing(8)
        if planned is not None:
            self._say(planned)
            for file in planned.files[: self._shown]:
                column.addWidget(self._file(file))
            rest = len(planned.files) - self._shown
            if rest > 0:
                self._add_more(column, rest)
            if not planned.files:
                nothing = label(self.tr("Nothing here can be mended by itself"), "dim")
                nothing.setWordWrap(True)
                column.addWidget(nothing)
            if planned.left_out:
                self._add_left_out(column, planned)
        column.addStretch(1)
        self._scroll.setWidget(inside)

    def _say(self, planned: Planned) -> None:
        number = len(planned.files)
        title = self.tr("Dry run · %1").replace("%1", planned.fix)
        self._header.title.setText(title)
        self._header.title.setToolTip(title)
        parts = [
            self.tr("1 file") if number == 1 else self._counted(self.tr("%1 files"), number),
            self.tr("1 line")
            if planned.lines == 1
            else self._counted(self.tr("%1 lines"), planned.lines),
        ]
        if planned.left_out:
            parts.append(self._counted(self.tr("%1 left out"), len(planned.left_out)))
        self._count.setText(" · ".join(parts))
        words = self.tr("Change 1 file") if number == 1 else self.tr("Change %1 files")
        words = self._counted(words, number)
        self.apply.setText(words)
        self.apply.setAccessibleName(words)
        self.apply.setEnabled(number > 0)

    def _counted(self, words: str, number: int) -> str:
        return words.replace("%1", self.locale().toString(number))

    def _file(self, file: FileChanges) -> QFrame:
        frame = QFrame()
        frame.setProperty("kind", "card")
        column = QVBoxLayout(frame)
        column.setContentsMargins(1, 4, 1, 1)
        column.setSpacing(0)
        for at, change in enumerate(file.changes):
            words = self.tr("%1 · line %2").replace("%1", file.shown)
            place = path_label(words.replace("%2", str(change.line)))
            place.setProperty("role", "dim")
            place.setContentsMargins(8, 4 if at else 0, 8, 4)
            column.addWidget(place)
            self._add_lines(column, change)
        return frame

    def _add_lines(self, column: QVBoxLayout, change: LineChange) -> None:
        theme = self._theme
        pairs = len(change.removed) == len(change.added)
        for sign, lines, ink, tint in (
            ("−", change.removed, theme.error, theme.error_tint),
            ("+", change.added, theme.good, theme.good_tint),
        ):
            if not lines:
                continue
            others = change.added if sign == "−" else change.removed
            html = [
                f"{sign} {_marked(line, others[at] if pairs else None, sign)}"
                for at, line in enumerate(lines[:_MOST_LINES])
            ]
            rest = len(lines) - _MOST_LINES
            if rest > 0:
                html.append(escape(self.tr("%1 more lines").replace("%1", str(rest))))
            shown = QLabel("<br>".join(html))
            shown.setTextFormat(Qt.TextFormat.RichText)
            shown.setProperty("role", "code")
            shown.setWordWrap(True)
            shown.setStyleSheet(f"color: {ink}; background: {tint};")
            shown.setContentsMargins(8, 3, 8, 3)
            shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            name = self.tr("Before: %1") if sign == "−" else self.tr("After: %1")
            shown.setAccessibleName(name.replace("%1", "\n".join(lines[:_MOST_LINES])))
            column.addWidget(shown)

    def _add_more(self, column: QVBoxLayout, rest: int) -> None:
        more = QPushButton(self.tr("Show %1 more files").replace("%1", str(rest)))
        more.setObjectName("dryRunMore")
        more.setProperty("kind", "link")
        more.clicked.connect(self._show_more)
        column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)

    def _show_more(self) -> None:
        place = self._scroll.verticalScrollBar().value()
        self._shown += 4 * _FIRST
        self._fill()
        self._scroll.verticalScrollBar().setValue(place)

    def _add_left_out(self, column: QVBoxLayout, planned: Planned) -> None:
        words = self.tr("Left out · %1").replace("%1", str(len(planned.left_out)))
        column.addSpacing(8)
        column.addWidget(label(words, "title"))
        for one in planned.left_out[: 4 * _FIRST]:
            reason = label(f"{one.path.name} — {one.reason}", "dim")
            reason.setWordWrap(True)
            column.addWidget(reason)
        again = QPushButton(self.tr("Read again"))
        again.setObjectName("dryRunAgain")
        again.setProperty("kind", "link")
        again.clicked.connect(self.again_pressed)
        column.addWidget(again, 0, Qt.AlignmentFlag.AlignLeft)


def _marked(line: str, other: str | None, sign: str) -> str:
    """A line with what is not in the other one struck or underlined, so not by colour alone."""
    line = line[:_LONGEST] + ("…" if len(line) > _LONGEST else "")
    if other is None:
        return escape(line)
    line_decoration = "line-through" if sign == "−" else "underline"
    parts: list[str] = []
    at = 0
    for edit in difference(line, other[: _LONGEST + 1]):
        parts.append(escape(line[at : edit.span.start]))
        gone = escape(edit.span.of(line))
        if gone:
            parts.append(f'<span style="text-decoration:{line_decoration}">{gone}</span>')
        at = edit.span.end
    parts.append(escape(line[at:]))
    return "".join(parts)
