"""The window: creates the panes, connects who hears whom, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QMainWindow,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from editor_app.core.diagnostics import Severity
from editor_app.core.generator import Generator
from editor_app.core.settings import Settings
from editor_app.core.site.find import Site
from editor_app.core.site.posts import posts
from editor_app.gui import desk_layout, site_settings, window_commands
from editor_app.gui.analyst import Analyst
from editor_app.gui.closing import Closing
from editor_app.gui.commands import actions
from editor_app.gui.desk_layout import DeskLayout
from editor_app.gui.dialogs.difference import DifferenceDialog
from editor_app.gui.editor.pane import EditorPane
from editor_app.gui.form.pane import FormPane
from editor_app.gui.notices import Notice, NoticeBar
from editor_app.gui.panes import Panes
from editor_app.gui.posts.pane import PostsPane
from editor_app.gui.preview.pane import PreviewPane
from editor_app.gui.problems.pane import ProblemsPane
from editor_app.gui.recent_menu import RecentMenu
from editor_app.gui.recovery import Recovery
from editor_app.gui.sessions import Sessions
from editor_app.gui.status_bar import StatusBar
from editor_app.gui.surroundings import Surroundings
from editor_app.gui.tabs import SessionTabs
from editor_app.gui.targets import Target
from editor_app.gui.theme import Theme
from editor_app.gui.tool_bar import ToolBar, menus
from editor_app.gui.welcome import Welcome
from editor_app.gui.window_files import WindowFiles
from editor_app.gui.window_help import WindowHelp
from editor_app.gui.window_memory import Recent, WindowMemory
from editor_app.gui.window_panes import WindowPanes
from editor_app.gui.window_session import WindowSession
from editor_app.gui.window_site import WindowSite

SMALLEST = (640, 480)


class Window(QMainWindow):
    """One window per user. Build it with `app.build_window`."""

    closed = Signal()

    def __init__(self, theme: Theme, surroundings: Surroundings) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setMinimumSize(*SMALLEST)
        self._theme, self._around = theme, surroundings
        self._is_leaving = False
        self.memory = WindowMemory(surroundings.folders)
        self.analyst = Analyst(self)
        self.sessions = Sessions(self.analyst, surroundings, self._settings_of, self)
        self.closing = Closing(self, self.sessions)
        self.files = WindowFiles(
            self, self.sessions, surroundings, self.closing.close_without_asking
        )
        self._create_panes()
        self._create_commands()
        self._lay_out()
        self.help = WindowHelp(self, surroundings.folders)
        self.recovery = Recovery(self.sessions, surroundings, self)
        self.view = WindowSession(panes := self._panes(), self)
        self.site.join(panes, self.sessions, self.files, self.view)
        self._connect()
        self._recall()
        self.tool_bar.show_theme(theme)
        self.view.show_session(None)

    # --- creating

    def _create_panes(self) -> None:
        theme = self._theme
        self.posts = PostsPane(theme, self._around.clock().date())
        self.site = WindowSite(theme, self._around, self)
        self.form = FormPane(theme=theme)
        self.editor = EditorPane(theme)
        self.preview = PreviewPane(theme)
        self.problems = ProblemsPane(theme, self.analyst.page_of)
        self.tabs = SessionTabs(theme)
        self.notices = NoticeBar()
        self.post_notices = NoticeBar("postMessageBar")
        self.welcome = Welcome()
        self.status = StatusBar()

    def _create_commands(self) -> None:
        self.actions_by_id = actions(self)
        self.addActions(list(self.actions_by_id.values()))
        self.recent = RecentMenu(self._recent_ones, self)
        self.actions_by_id["open-recent"].setMenu(self.recent)
        self.tool_bar = ToolBar(self.actions_by_id)
        self.menus = menus(self.actions_by_id, self)
        self.tool_bar.set_menus(list(self.menus.values()))

    def _panes(self) -> Panes:
        return Panes(
            posts=self.posts,
            form=self.form,
            editor=self.editor,
            preview=self.preview,
            problems=self.problems,
            tabs=self.tabs,
            notices=self.notices,
            post_notices=self.post_notices,
            welcome=self.welcome,
            texts=self.texts,
            status=self.status,
            actions=self.actions_by_id,
        )

    def _lay_out(self) -> None:
        self.texts = QStackedWidget()
        self.texts.addWidget(self.welcome)
        self.texts.addWidget(self.editor)
        centre = QFrame()
        centre.setObjectName("centre")
        column = _column(centre)
        switch = QToolButton()
        switch.setObjectName("placeSwitch")
        switch.setProperty("kind", "link")
        self.tabs.add_end(switch)
        column.addWidget(self.tabs)
        column.addWidget(self.texts, 1)
        around = {
            desk_layout.POSTS: self.posts,
            desk_layout.FORM: self.form,
            desk_layout.PREVIEW: self.preview,
            desk_layout.PROBLEMS: self.problems,
        }
        self.desk = DeskLayout(around | {desk_layout.EDITOR: centre})
        self.panes = WindowPanes(self.desk, around, self.actions_by_id, switch, self._to_text)
        whole = QWidget()
        outer = _column(whole)
        outer.addWidget(self.tool_bar)
        outer.addWidget(self.notices)
        outer.addWidget(self.post_notices)
        outer.addWidget(self.site.beside(self.desk), 1)
        outer.addWidget(self.status)
        self.setCentralWidget(whole)

    def _connect(self) -> None:
        """Who hears whom: all of it stands here."""
        self._connect_commands()
        sessions, files, view = self.sessions, self.files, self.view
        sessions.opened.connect(view.follow)
        sessions.opened.connect(files.follow)
        sessions.closed.connect(view.let_go)
        sessions.current_changed.connect(view.show_session)
        self.tabs.show_requested.connect(sessions.show)
        self.tabs.close_requested.connect(view.close_session)
        self.closing.all_closed.connect(self._leave)
        view.title_changed.connect(self._show_title)
        view.text_wanted.connect(self.panes.focus_text)
        view.close_requested.connect(self.closing.close)
        view.difference_requested.connect(self.show_difference)
        view.followed.connect(self.memory.note_post)
        sessions.current_changed.connect(self.show_welcome)

        self.recent.open_requested.connect(files.open_path)
        files.noticed.connect(self.show_notice)
        self.recovery.noticed.connect(self.show_notice)
        self.help.noticed.connect(self.show_notice)
        files.site_opened.connect(self._show_site)
        files.posts_changed.connect(self.posts.refresh)
        files.went_to.connect(view.go_to_line)

        self.posts.open_requested.connect(self._open_from_list)
        self.posts.new_requested.connect(files.ask_for_new_post)
        self.posts.folder_requested.connect(files.ask_for_folder)
        self.posts.rename_requested.connect(files.ask_for_name)
        self.posts.trash_requested.connect(files.ask_to_trash)
        self.posts.reveal_requested.connect(files.reveal)
        self.welcome.new_requested.connect(files.ask_for_new_post)
        self.welcome.folder_requested.connect(files.ask_for_folder)
        self.welcome.open_requested.connect(files.open_path)

        self.problems.place_requested.connect(view.reveal_analysed)
        self.problems.fix_requested.connect(view.apply_fix)
        self.problems.fix_all_requested.connect(view.apply_safe_fixes)
        self.editor.fix_requested.connect(view.apply_fix)
        self.editor.refused.connect(view.show_refusal)
        self.editor.encoding_requested.connect(view.read_as)
        self.editor.open_requested.connect(files.ask_for_post)
        self.editor.caret_moved.connect(view.show_caret)
        self.editor.top_line_changed.connect(self.preview.scroll_to_line)
        self.form.fix_requested.connect(view.apply_fix)
        self.form.place_requested.connect(view.reveal)
        self.preview.line_clicked.connect(view.reveal_line)
        self.preview.link_activated.connect(view.offer_link)
        self.preview.top_line_changed.connect(self.editor.scroll_to_line)

        for bar in (self.notices, self.post_notices):
            bar.chosen.connect(view.choose)
            bar.dismissed.connect(view.dismiss)

    def _connect_commands(self) -> None:
        slots = (
            window_commands.file_slots(self, self.files, self.view, self._show_recent)
            | window_commands.text_slots(self.desk, self.editor, self.view)
            | window_commands.place_slots(self, self.panes, self.sessions)
            | window_commands.search_slots(self.desk, self.posts, self.view)
            | window_commands.site_slots(self.site)
            | window_commands.help_slots(self.help)
        )
        for name, action in self.actions_by_id.items():
            slot = window_commands.where_seen(name, slots[name], self.site)
            action.triggered.connect(window_commands.quiet(slot))
        menu_key = QShortcut(QKeySequence("F10"), self)
        menu_key.activated.connect(self.tool_bar.menu_button.showMenu)

    # --- starting and leaving

    def _recall(self) -> None:
        self.resize(QSize(1440, 900).boundedTo(self.screen().availableSize()))
        geometry = self.memory.geometry()
        if not geometry.isEmpty():
            self.restoreGeometry(geometry)
        arrangement = self.memory.arrangement()
        self.desk.restore(arrangement)
        self.problems.set_card_width(arrangement.card_width)

    def open(self, targets: Sequence[Target]) -> None:
        """Open what was asked for; with nothing, what was open last time and is still there."""
        for target in targets:
            self.files.open(target)
        if not targets:
            recent = self.memory.recent
            folder = next((one for one in recent.folders[:1] if one.is_dir()), None)
            if folder is not None:
                self.files.open_site(folder)
            for path in self.memory.open_posts():
                if path.is_file():
                    self.files.open_path(path)
        self.show_welcome()

    def offer_recovery(self) -> None:
        """Ask about the texts that an earlier run did not save, and forget the oldest discarded."""
        self.recovery.offer(self._theme)
        self.recovery.forget_old()

    def welcome_targets(self, targets: Sequence[Target]) -> None:
        """Another start of the program asked for this window."""
        for target in targets:
            self.files.open(target)
        if self.isMinimized():
            self.showNormal()
        self.show()
        self.raise_()
        self.activateWindow()

    def closeEvent(self, event: QCloseEvent) -> None:
        # First of all: an exception below must not close a window with unsaved text.
        event.ignore()
        if self._is_leaving:
            event.accept()
            return
        self.view.finish_typing()
        self._note_open_posts()
        self.closing.close_all()

    def _note_open_posts(self) -> None:
        self.memory.keep_open_posts([session.path for session in self.sessions.all])

    def _leave(self) -> None:
        """Every post is closed: go."""
        arrangement = replace(self.desk.arrangement, card_width=self.problems.card_width)
        self.memory.keep(self.saveGeometry(), arrangement)
        self.memory.sync()
        self.posts.stop()
        self.analyst.close()
        self.site.check.close()
        self.preview.close_worker()
        self._is_leaving = True
        QTimer.singleShot(0, self._close_at_last)

    def leave_at_once(self) -> None:
        """The system ends the program: unsaved texts stay in their journals for the next start."""
        self.view.finish_typing()
        self._note_open_posts()
        for session in self.sessions.all:
            self.sessions.close(session, is_clean=not session.is_dirty)
        self._leave()

    def _close_at_last(self) -> None:
        self.close()
        self.closed.emit()

    # --- what is around the posts

    def show_theme(self, theme: Theme) -> None:
        """Paint everything in a theme; the application's palette and style sheet are set before."""
        self._theme = theme
        for pane in (
            self.tool_bar,
            self.posts,
            self.form,
            self.editor,
            self.preview,
            self.problems,
            self.tabs,
            self.site,
        ):
            pane.show_theme(theme)

    def tell_failure(self, line: str) -> None:
        """The program made a mistake: keep every text, say so, go on."""
        self.sessions.keep_all()
        words = self.tr(
            "Something went wrong in Galley (%1). Your text is safe; "
            "what happened is in the log (Help › Show the log)."
        )
        self.show_notice(Notice("failure", Severity.ERROR, words.replace("%1", line)))

    def _settings_of(self, site: Site) -> Settings:
        settings, wrong = site_settings.settings_of(
            site, self._around.language, self._around.translate
        )
        if wrong:
            self.show_notice(Notice("settings", Severity.WARNING, " · ".join(wrong)))
        return settings

    def show_difference(self, name: str, there: str, here: str) -> None:
        """Show how a file and the text in the window differ."""
        DifferenceDialog(self._theme, name, there, here, self).show()

    def show_notice(self, notice: Notice) -> None:
        """Say something that belongs to no open post."""
        self.view.show_notice(notice)

    def _show_title(self, title: str, is_modified: bool) -> None:
        self.setWindowTitle(title)
        self.setWindowModified(is_modified)

    def _show_site(self, site: Site) -> None:
        self.memory.note_folder(site.root)
        self.posts.show_posts(partial(posts, site))
        is_known = site.generator is not Generator.UNKNOWN
        self.status.show_site(site.name, site.generator.title() if is_known else "")
        self.show_welcome()

    def show_welcome(self) -> None:
        """Say in the place of the text what can be done."""
        recent = self.memory.recent
        has_folder = self.files.site is not None
        self.welcome.show_state(
            has_folder=has_folder, recent=recent.posts if has_folder else recent.folders
        )

    def _recent_ones(self) -> Recent:
        session, site = self.sessions.current, self.files.site
        here = (session.path,) if session else ()
        return self.memory.recent.without(*here, *((site.root,) if site else ()))

    def _show_recent(self) -> None:
        self.recent.open_at(self.desk.mapToGlobal(QPoint(0, 0)))

    def _open_from_list(self, path: Path) -> None:
        self.files.open_path(path)
        self.desk.close_drawer()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.sessions.look_at_disk()
            self.posts.refresh()

    # --- panes

    def _to_text(self) -> None:
        if self.sessions.current is None:
            self.welcome.focus_first()
        else:
            self.editor.focus_text()


def _column(widget: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    return column
