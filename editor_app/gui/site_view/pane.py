"""The site view: rules at the left, posts in the middle, a finding or a dry run at the right."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from editor_app.core.bulk.site_messages import Planned, RulePage, SiteFound
from editor_app.gui.pane_header import PaneHeader, label
from editor_app.gui.site_view.choice_list import ChoiceList
from editor_app.gui.site_view.choices import By, Choice, PostRow, fix_titles, rows
from editor_app.gui.site_view.dry_run import DryRun
from editor_app.gui.site_view.empty import Empty
from editor_app.gui.site_view.finding_card import FindingCard
from editor_app.gui.site_view.keys_bar import KeysBar
from editor_app.gui.site_view.posts_table import PostsTable
from editor_app.gui.site_view.progress import ProgressRow
from editor_app.gui.theme import Theme

NARROW = 1000
"""Logical pixels; in a narrower window the right part stands below the table."""

_MOST_UNREAD = 20

_TINY = 760
"""In a window narrower than that the rules are smaller too."""


class SiteView(QWidget):
    """Shows what a check of the site has found; asks for what keys and buttons say."""

    check_requested = Signal()
    new_requested = Signal()
    stop_requested = Signal()
    open_requested = Signal(object, object)  # PostFound, Finding
    plan_requested = Signal(str, object)  # rule, tuple[Path, ...]
    apply_requested = Signal()
    undo_requested = Signal()
    ignore_here_requested = Signal(object, object)  # PostFound, Finding
    ignore_in_site_requested = Signal(str)  # rule
    refused = Signal(str)  # a sentence on why nothing happens
    left = Signal()

    def __init__(self, theme: Theme, today: dt.date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("siteView")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._site: SiteFound | None = None
        self._fixes: Mapping[str, str] = {}
        self._choice: Choice | None = None
        self._is_busy = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Problems of the site"))
        self.choices = ChoiceList(theme, self)
        self.table = PostsTable(theme, today, self)
        self.card = FindingCard(theme, self)
        self.dry_run = DryRun(theme, self)
        self.progress = ProgressRow(self)
        self._empty = Empty(self)
        self.undo = QPushButton()
        self.undo.setObjectName("siteUndo")
        self.undo.setProperty("kind", "link")
        self.undo.hide()
        self.again = QPushButton(self.tr("Check again"))
        self.again.setObjectName("siteCheckAgain")
        self.again.setProperty("kind", "link")
        self.again.setToolTip(self.tr("Check all posts again") + "  F5")
        self._count = label("", "faint")
        self._lay_out()
        self._connect()
        self.show_no_site()

    # --- creating

    def _lay_out(self) -> None:
        self._header = PaneHeader("")
        self._header.title.setProperty("elides", True)
        self._header.title.setMinimumWidth(40)
        for widget in (self.undo, self.again, self._count):
            self._header.end(widget)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self.table)
        middle = QWidget()
        middle.setObjectName("siteMiddle")
        middle.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header)
        column.addWidget(self.progress)
        column.addWidget(self._stack, 1)
        self.right = QStackedWidget()
        self.right.addWidget(self.card)
        self.right.addWidget(self.dry_run)
        self.parts = _splitter(Qt.Orientation.Horizontal)
        self.parts.addWidget(middle)
        self.parts.addWidget(self.right)
        self.parts.setStretchFactor(0, 1)
        self.parts.setStretchFactor(1, 0)
        self.columns = _splitter(Qt.Orientation.Horizontal)
        self.columns.addWidget(self.choices)
        self.columns.addWidget(self.parts)
        self.columns.setStretchFactor(0, 0)
        self.columns.setStretchFactor(1, 1)
        self.keys = KeysBar(
            (
                (self.tr("Space"), self.tr("look inside")),
                ("⏎", self.tr("open")),
                ("X", self.tr("select")),
                ("F", self.tr("fix all of this rule")),
                ("I", self.tr("ignore here")),
                ("S", self.tr("sort")),
                ("Esc", self.tr("back")),
            )
        )
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.columns, 1)
        outer.addWidget(self.keys)

    def _connect(self) -> None:
        self.choices.chosen.connect(self._show_choice)
        self.choices.accepted.connect(self.table.setFocus)
        self.choices.commanded.connect(self.table.keyPressEvent)
        self.table.walked_to.connect(self._show_row)
        self.table.selection_toggled.connect(self._show_counts)
        self.table.opened.connect(self._open)
        self.table.looked_inside.connect(self._look_inside)
        self.table.fix_pressed.connect(self.ask_for_plan)
        self.table.ignore_pressed.connect(self._ignore)
        self.table.went_back.connect(self.choices.setFocus)
        self.card.open_pressed.connect(self._open)
        self.card.fix_pressed.connect(self.ask_for_plan)
        self.card.ignore_pressed.connect(self._ignore)
        self.dry_run.apply_pressed.connect(self.apply_requested)
        self.dry_run.cancel_pressed.connect(self.close_dry_run)
        self.dry_run.again_pressed.connect(self._plan_again)
        self.progress.stop_pressed.connect(self.stop_requested)
        self._empty.button.clicked.connect(self._begin)
        self.again.clicked.connect(self.check_requested)
        self.undo.clicked.connect(self.undo_requested)

    # --- what is shown

    def show_no_site(self) -> None:
        """No folder is open, or another one that was not checked yet."""
        self._site, self._fixes = None, {}
        self._show_found()
        self._say(self.tr("What is wrong in the posts of your site stands here"), None)

    def show_found(self, site: SiteFound) -> None:
        """Show what a check has found; what was chosen stays."""
        had_focus = self._has_focus_inside()
        self._site, self._fixes = site, fix_titles(site)
        self._show_found()
        locale = self.locale()
        is_one = site.checked == 1
        words = self.tr("1 post checked in %2 s") if is_one else self.tr("%1 posts checked in %2 s")
        words = words.replace("%1", locale.toString(site.checked))
        words = words.replace("%2", locale.toString(site.seconds, "f", 1))
        if site.unread:
            more = self.tr("%1 can't be read").replace("%1", locale.toString(len(site.unread)))
            words = f"{words} · {more}"
        self.keys.end.setText(words)
        self.keys.end.setToolTip("\n".join(one.reason for one in site.unread[:_MOST_UNREAD]))
        self.keys.fit()
        if not site.checked:
            self._say(self.tr("This folder has no posts yet"), self.tr("New post…"))
        elif not site.posts:
            words = self.tr("Nothing found in %1 posts")
            words = self.tr("Nothing found in 1 post") if is_one else words
            self._say("✓ " + words.replace("%1", locale.toString(site.checked)), None, "good")
        self.undo.setVisible(site.changed is not None)
        words = self.tr("Undo the last change")
        self.undo.setText(words)
        self.undo.setToolTip(words + "  Ctrl+Z")
        if self.hasFocus() or (had_focus and not self._has_focus_inside()):
            self.focus_first()  # else Qt gives it to whatever comes next, such as an "Undo"

    def _has_focus_inside(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and (focus is self or self.isAncestorOf(focus))

    def show_busy(self, words: str, *, can_stop: bool) -> None:
        """Something is under way."""
        self._is_busy = True
        self.progress.begin(words, can_stop=can_stop)
        self.again.setEnabled(False)
        if self._site is None:
            self._say(self.tr("The posts of this site are being checked"), None)

    def show_progress(self, done: int, of: int) -> None:
        self.progress.step(done, of)

    def show_idle(self) -> None:
        """Nothing is under way."""
        self._is_busy = False
        self.progress.end()
        self.again.setEnabled(True)
        if self._site is None:
            words = self.tr("The posts of this site have not been checked")
            self._say(words, self.tr("Check all posts"))

    def show_failure(self) -> None:
        """The process that checks has ended."""
        self.show_idle()
        words = self.tr(
            "The check of the site has stopped by a fault of Galley; it can be started again"
        )
        if self._site is None:
            self._say(words, self.tr("Check all posts"), "error")
        else:
            self.refused.emit(words)

    def show_planned(self, planned: Planned) -> None:
        """Show a dry run; Enter then presses its button."""
        self.dry_run.show_planned(planned)
        self.right.setCurrentWidget(self.dry_run)
        self._show_counts()
        target = self.dry_run.apply if planned.files else self.dry_run.cancel
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_dry_run(self) -> None:
        """Show the finding again; nothing was changed."""
        self.right.setCurrentWidget(self.card)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_first(self) -> None:
        """Bring the keyboard to the posts, or where something can be done."""
        if self._stack.currentWidget() is self.table:
            self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif self._empty.button.isVisible():
            self._empty.button.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.setFocus(Qt.FocusReason.ShortcutFocusReason)  # until there is something

    def focus_filter(self) -> None:
        self.choices.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.choices.filter.selectAll()

    def show_theme(self, theme: Theme) -> None:
        for part in (self.choices, self.table, self.card, self.dry_run):
            part.show_theme(theme)

    def _show_found(self) -> None:
        self.choices.show_found(self._site)
        self.choices.setVisible(self._site is not None and bool(self._site.posts))
        self.right.setVisible(self._site is not None and bool(self._site.posts))

    def _show_choice(self, choice: Choice | None) -> None:
        before, self._choice = self._choice, choice
        shown = rows(self._site, choice) if self._site is not None and choice is not None else ()
        is_same = (
            before is not None
            and choice is not None
            and (before.by, before.key) == (choice.by, choice.key)
        )
        self.table.show_rows(shown, keeps=is_same)
        if not is_same and self.right.currentWidget() is self.dry_run:
            self.right.setCurrentWidget(self.card)
        self._header.title.setText(choice.tip if choice is not None else self.tr("Problems"))
        self._header.title.setToolTip(choice.tip if choice is not None else "")
        self._stack.setCurrentWidget(self.table if shown else self._empty)
        if self._site is not None and self._site.posts and not shown:
            self._say(self.tr("No rule has these words"), None)
        self._show_counts()

    def _show_row(self, row: PostRow | None) -> None:
        self.card.show_row(row, self._pages, self._fixes)

    @property
    def _pages(self) -> Mapping[str, RulePage]:
        return self._site.rules if self._site is not None else {}

    def _show_counts(self) -> None:
        total, marked = len(self.table.posts.rows), len(self.table.posts.selected)
        locale = self.locale()
        words = self.tr("1 post") if total == 1 else self.tr("%1 posts")
        words = words.replace("%1", locale.toString(total))
        if marked and self._rule():
            more = self.tr("%1 selected").replace("%1", locale.toString(marked))
            words = f"{words} · {more}"
        self._count.setText(words if total else "")
        self._count.setVisible(total > 0)

    def _say(self, sentence: str, action: str | None, role: str = "dim") -> None:
        self._empty.say(sentence, action, role)
        if self._site is None or not self._site.posts:
            self._header.title.setText(self.tr("Problems of the site"))
            self._stack.setCurrentWidget(self._empty)

    # --- what is asked for

    def _rule(self) -> str:
        """The rule that is chosen, else that of the finding which is shown."""
        choice, found = self._choice, self.card.finding
        if choice is not None and choice.by is By.RULE and choice.key:
            return choice.key
        return found.rule if found is not None else ""

    def ask_for_plan(self) -> None:
        """Have it said what mending the rule in the selected posts would change."""
        rule = self._rule()
        posts = tuple(
            row.post.path
            for row in self.table.posts.selected
            if any(found.rule == rule and found.fix for found in row.findings)
        )
        if self._is_busy:
            self.refused.emit(self.tr("One thing after another: the last one is still under way"))
        elif rule and posts:
            self.plan_requested.emit(rule, posts)
        elif rule:
            words = self.tr("“%1” has no fix in the selected posts").replace("%1", rule)
            self.refused.emit(words)

    def _begin(self) -> None:
        """The one thing to do where nothing is shown."""
        if self._site is not None and not self._site.checked:
            self.new_requested.emit()
        else:
            self.check_requested.emit()

    def _plan_again(self) -> None:
        self.close_dry_run()
        self.check_requested.emit()
        planned = self.dry_run.planned
        if planned is not None:
            paths: tuple[Path, ...] = tuple(
                row.post.path
                for row in self.table.posts.selected
                if any(found.rule == planned.rule for found in row.findings)
            )
            self.plan_requested.emit(planned.rule, paths)

    def _look_inside(self) -> None:
        if self.right.currentWidget() is self.dry_run:
            self.close_dry_run()
        else:
            self.card.step()

    def _open(self) -> None:
        row, found = self.table.current, self.card.finding
        if row is not None and found is not None:
            self.open_requested.emit(row.post, found)

    def _ignore(self, in_site: bool) -> None:
        row, found = self.table.current, self.card.finding
        if row is None or found is None:
            return
        if in_site:
            self.ignore_in_site_requested.emit(found.rule)
        else:
            self.ignore_here_requested.emit(row.post, found)

    # --- keys and sizes

    def event(self, event: QEvent) -> bool:
        """Keys that the window's commands have too mean something else here."""
        is_override = event.type() == QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and self._command_of(event) is not None:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        command = self._command_of(event)
        if command is None:
            super().keyPressEvent(event)
        elif command == "undo":
            self.undo_requested.emit()
        elif command == "find":
            self.focus_filter()
        elif command == "check":
            self.check_requested.emit()
        else:
            self._go_back()

    @staticmethod
    def _command_of(event: QKeyEvent) -> str | None:
        control = Qt.KeyboardModifier.ControlModifier
        return {
            (Qt.Key.Key_Z, control): "undo",
            (Qt.Key.Key_F, control): "find",
            (Qt.Key.Key_F5, Qt.KeyboardModifier.NoModifier): "check",
            (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier): "back",
        }.get((Qt.Key(event.key()), event.modifiers()))

    def _go_back(self) -> None:
        """Out of the filter, out of the dry run, out of the view."""
        if self.choices.filter.hasFocus() and self.choices.filter.text():
            self.choices.filter.clear()
        elif self.right.currentWidget() is self.dry_run and self.right.isVisible():
            self.close_dry_run()
        else:
            self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = event.size().width()
        across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
        wanted = down if width < NARROW else across
        left = 176 if width < _TINY else 232
        if event.oldSize().width() != width:
            self.columns.setSizes([left, width - left])
        if self.parts.orientation() is not wanted or event.oldSize().width() <= 0:
            self.parts.setOrientation(wanted)
            self._place_right()
        elif wanted is across:
            self._place_right()
        self.keys.fit()

    def _place_right(self) -> None:
        if self.parts.orientation() is Qt.Orientation.Horizontal:
            whole = self.width() - 232
            right = max(300, min(432, round(whole * 0.36)))
        else:
            whole = self.height() - 34
            right = max(200, round(whole * 0.45))
        self.parts.setSizes([max(whole - right, 100), right])


def _splitter(orientation: Qt.Orientation) -> QSplitter:
    splitter = QSplitter(orientation)
    splitter.setHandleWidth(1)
    splitter.setChildrenCollapsible(False)
    return splitter
