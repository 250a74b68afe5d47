"""The window: creates the panes, connects who hears whom, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QCloseEvent, QDesktopServices, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QMainWindow,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from editor_app import __version__
from editor_app.core.diagnostics import Severity
from editor_app.core.rules.catalogue import help_page
from editor_app.core.settings import Settings
from editor_app.core.site.find import Site
from editor_app.core.site.posts import posts
from editor_app.gui import desk_layout, discarded
from editor_app.gui.analyst import Analyst
from editor_app.gui.closing import Closing
from editor_app.gui.commands import actions
from editor_app.gui.desk_layout import DeskLayout
from editor_app.gui.dialogs.difference import DifferenceDialog
from editor_app.gui.dialogs.keys import KeysDialog
from editor_app.gui.editor.pane import EditorPane
from editor_app.gui.form.pane import FormPane
from editor_app.gui.notices import Notice, NoticeBar
from editor_app.gui.posts.pane import PostsPane
from editor_app.gui.preview.pane import PreviewPane
from editor_app.gui.problems.pane import ProblemsPane
from editor_app.gui.session import Session
from editor_app.gui.sessions import Sessions
from editor_app.gui.status_bar import StatusBar
from editor_app.gui.surroundings import Surroundings
from editor_app.gui.tabs import SessionTabs
from editor_app.gui.targets import Target
from editor_app.gui.theme import Theme
from editor_app.gui.tool_bar import ToolBar, menus, tint
from editor_app.gui.welcome import Welcome
from editor_app.gui.window_files import WindowFiles
from editor_app.gui.window_memory import WindowMemory
from editor_app.gui.window_session import WindowSession

SMALLEST = (640, 480)
_WITH_CHILDREN = Qt.ShortcutContext.WidgetWithChildrenShortcut


class Window(QMainWindow):
    """One window per user. Build it with `app.build_window`."""

    closed = Signal()

    def __init__(
        self,
        theme: Theme,
        surroundings: Surroundings,
        settings_of: Callable[[Site], Settings],
    ) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setMinimumSize(*SMALLEST)
        self._theme, self._around = theme, surroundings
        self._is_leaving = False
        self.memory = WindowMemory(surroundings.folders)
        self.analyst = Analyst(self)
        self.sessions = Sessions(self.analyst, surroundings, settings_of, self)
        self.closing = Closing(self, self.sessions)
        self.files = WindowFiles(
            self, self.sessions, surroundings, self.closing.close_without_asking
        )
        self._create_panes()
        self._create_commands()
        self._lay_out()
        self.view = WindowSession(self)
        self._connect()
        self._recall()
        self.show_theme(theme)
        self.view.show_session(None)

    # --- creating

    def _create_panes(self) -> None:
        theme = self._theme
        self.posts = PostsPane(theme, self._around.clock().date())
        self.form = FormPane(theme)
        self.editor = EditorPane(theme)
        self.preview = PreviewPane(theme)
        self.problems = ProblemsPane(theme, help_page)
        self.tabs = SessionTabs(theme)
        self.notices = NoticeBar()
        self.welcome = Welcome()
        self.status = StatusBar()
        self.switch = QToolButton()
        self.switch.setObjectName("placeSwitch")
        self.switch.setProperty("kind", "link")

    def _create_commands(self) -> None:
        self.actions_by_id = actions(self)
        self.addActions(list(self.actions_by_id.values()))
        self.tool_bar = ToolBar(self.actions_by_id)
        self.menus = menus(self.actions_by_id, self)
        self.tool_bar.set_menus(list(self.menus.values()))

    def _lay_out(self) -> None:
        self.texts = QStackedWidget()
        self.texts.addWidget(self.welcome)
        self.texts.addWidget(self.editor)
        centre = QFrame()
        centre.setObjectName("centre")
        column = _column(centre)
        self.tabs.add_end(self.switch)
        column.addWidget(self.tabs)
        column.addWidget(self.notices)
        column.addWidget(self.texts, 1)
        self.desk = DeskLayout(
            {
                desk_layout.POSTS: self.posts,
                desk_layout.FORM: self.form,
                desk_layout.EDITOR: centre,
                desk_layout.PREVIEW: self.preview,
                desk_layout.PROBLEMS: self.problems,
            }
        )
        whole = QWidget()
        outer = _column(whole)
        outer.addWidget(self.tool_bar)
        outer.addWidget(self.desk, 1)
        outer.addWidget(self.status)
        self.setCentralWidget(whole)

    def _connect(self) -> None:
        """Who hears whom: all of it stands here."""
        self._connect_commands()
        sessions, files, view = self.sessions, self.files, self.view
        sessions.opened.connect(view.follow)
        sessions.closed.connect(view.let_go)
        sessions.current_changed.connect(view.show_session)
        self.tabs.show_requested.connect(sessions.show)
        self.tabs.close_requested.connect(self.closing.close)
        self.closing.all_closed.connect(self._leave)

        files.noticed.connect(self.show_notice)
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
        self.editor.caret_moved.connect(view.show_caret)
        self.editor.top_line_changed.connect(self.preview.scroll_to_line)
        self.form.fix_requested.connect(view.apply_fix)
        self.form.place_requested.connect(view.reveal)
        self.preview.line_clicked.connect(view.reveal_line)
        self.preview.top_line_changed.connect(self.editor.scroll_to_line)

        self.notices.chosen.connect(view.choose)
        self.notices.dismissed.connect(view.dismiss)
        self.desk.panes_changed.connect(self._show_switches)
        self.switch.clicked.connect(self._switch_places)

    def _connect_commands(self) -> None:
        files, desk, view = self.files, self.desk, self.view
        slots: dict[str, Callable[[], object]] = {
            "new": files.ask_for_new_post,
            "open": files.ask_for_post,
            "open-folder": files.ask_for_folder,
            "save": view.save,
            "rename": partial(view.with_path, files.ask_for_name),
            "trash": partial(view.with_path, files.ask_to_trash),
            "reveal": partial(view.with_path, files.reveal),
            "close": view.close,
            "quit": self.close,
            "undo": view.undo,
            "redo": view.redo,
            "find": partial(self._in_text, self.editor.show_find),
            "replace": partial(self._in_text, self.editor.show_replace),
            "fix": partial(self._in_text, self.editor.show_fixes),
            "fix-all": view.apply_safe_fixes,
            "toggle-posts": partial(self._toggle, desk_layout.POSTS),
            "toggle-form": partial(self._toggle, desk_layout.FORM),
            "toggle-preview": partial(self._toggle, desk_layout.PREVIEW),
            "toggle-problems": partial(self._toggle, desk_layout.PROBLEMS),
            "zoom-in": partial(self.editor.zoom, 1),
            "zoom-out": partial(self.editor.zoom, -1),
            "zoom-reset": partial(self.editor.zoom, 0),
            "full-screen": self._toggle_full_screen,
            "go-post": self._search_posts,
            "next-tab": partial(self.sessions.step, 1),
            "previous-tab": partial(self.sessions.step, -1),
            "next-problem": partial(self._step_problem, 1),
            "previous-problem": partial(self._step_problem, -1),
            "next-pane": partial(self._step_pane, 1),
            "previous-pane": partial(self._step_pane, -1),
            "go-text": self.focus_text,
            "keys": self._show_keys,
            "discarded": self._show_discarded,
            "log": self._show_log,
            "about": self._show_about,
        }
        for name, slot in slots.items():
            self.actions_by_id[name].triggered.connect(_quiet(slot))
        menu_key = QShortcut(QKeySequence("F10"), self)
        menu_key.activated.connect(self.tool_bar.menu_button.showMenu)
        for pane in (self.posts, self.form, self.preview, self.problems):
            back = QShortcut(QKeySequence("Esc"), pane)
            back.setContext(_WITH_CHILDREN)
            back.activated.connect(self.focus_text)

    # --- starting and leaving

    def _recall(self) -> None:
        self.resize(1440, 900)
        geometry = self.memory.geometry()
        if not geometry.isEmpty():
            self.restoreGeometry(geometry)
        self.desk.restore(self.memory.arrangement())

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

    def come_forward(self) -> None:
        """Another start of the program asked for this window."""
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
        self.memory.keep_open_posts([session.path for session in self.sessions.all])
        self.closing.close_all()

    def _leave(self) -> None:
        """Every post is closed: go."""
        self.memory.keep(self.saveGeometry(), self.desk.arrangement)
        self.memory.sync()
        self.posts.stop()
        self.analyst.close()
        self._is_leaving = True
        QTimer.singleShot(0, self._close_at_last)

    def leave_at_once(self) -> None:
        """The system ends the program: unsaved texts stay in their journals for the next start."""
        self.memory.keep_open_posts([session.path for session in self.sessions.all])
        for session in self.sessions.all:
            self.sessions.close(session, is_clean=not session.is_dirty)
        self._leave()

    def _close_at_last(self) -> None:
        self.preview.set_document(None, None, None)
        self.close()
        self.closed.emit()

    # --- what is around the posts

    def show_theme(self, theme: Theme) -> None:
        """Paint everything in a theme; the application's palette and style sheet are set before."""
        self._theme = theme
        tint(self.actions_by_id, theme)
        for pane in (
            self.tool_bar,
            self.posts,
            self.form,
            self.editor,
            self.preview,
            self.problems,
            self.tabs,
        ):
            pane.show_theme(theme)

    def show_difference(self, name: str, there: str, here: str) -> None:
        """Show how a file and the text in the window differ."""
        DifferenceDialog(self._theme, name, there, here, self).show()

    def show_notice(self, notice: Notice) -> None:
        """Say something that belongs to no open post."""
        self.view.show_notice(notice)

    def _show_site(self, site: Site) -> None:
        self.memory.note_folder(site.root)
        self.posts.show_posts(partial(posts, site))
        self.status.show_site(site.name, site.generator.value)
        self.show_welcome()

    def show_welcome(self) -> None:
        """Say in the place of the text what can be done."""
        recent = self.memory.recent
        has_folder = self.files.site is not None
        self.welcome.show_state(
            has_folder=has_folder, recent=recent.posts if has_folder else recent.folders
        )

    def _open_from_list(self, path: Path) -> None:
        self.files.open_path(path)
        self.desk.close_drawer()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.sessions.look_at_disk()
            self.posts.refresh()

    # --- panes

    def focus_text(self) -> None:
        """Bring the keyboard back to the text."""
        self.desk.close_drawer()
        self.desk.show_pane(desk_layout.EDITOR)
        if self.sessions.current is None:
            self.welcome.setFocus()
        else:
            self.editor.focus_text()

    def _in_text(self, slot: Callable[[], object]) -> None:
        if self.sessions.current is not None:
            self.desk.show_pane(desk_layout.EDITOR)
            slot()

    def _toggle(self, name: str) -> None:
        self.desk.toggle(name)
        if self.desk.is_shown(name) and name in (desk_layout.POSTS, desk_layout.FORM):
            self._focus_pane(name)

    def _search_posts(self) -> None:
        self.desk.show_pane(desk_layout.POSTS)
        self.posts.focus_search()

    def _step_problem(self, by: int) -> None:
        self.desk.show_pane(desk_layout.PROBLEMS)
        self.problems.step(by)

    def _step_pane(self, by: int) -> None:
        shown = [name for name in desk_layout.PANES if self.desk.is_shown(name)]
        here = self.desk.pane_with_focus()
        at = shown.index(here) if here in shown else -min(by, 0)
        self._focus_pane(shown[(at + by) % len(shown)])

    def _focus_pane(self, name: str) -> None:
        if name == desk_layout.EDITOR:
            self.focus_text()
            return
        pane = {
            desk_layout.POSTS: self.posts,
            desk_layout.FORM: self.form,
            desk_layout.PREVIEW: self.preview,
            desk_layout.PROBLEMS: self.problems,
        }[name]
        _focus_first(pane)

    def _show_switches(self) -> None:
        for name in (
            desk_layout.POSTS,
            desk_layout.FORM,
            desk_layout.PREVIEW,
            desk_layout.PROBLEMS,
        ):
            self.actions_by_id[f"toggle-{name}"].setChecked(self.desk.is_shown(name))
        self.switch.setVisible(self.desk.is_shared)
        words = self.tr("Text") if self.desk.is_preview_in_front else self.tr("Preview")
        self.switch.setText(f"{words}  Ctrl+Shift+V")
        self.switch.setAccessibleName(words)

    def _switch_places(self) -> None:
        self.desk.toggle(desk_layout.PREVIEW)

    def _toggle_full_screen(self) -> None:
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()

    # --- help

    def _show_keys(self) -> None:
        KeysDialog(self).open()

    def _show_discarded(self) -> None:
        self._show_folder(discarded.folder_of(self._around.folders))

    def _show_log(self) -> None:
        self._show_folder(self._around.folders.state)

    def _show_folder(self, folder: Path) -> None:
        if folder.is_dir():
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
        else:
            words = self.tr("There is nothing yet in %1").replace("%1", str(folder))
            self.show_notice(Notice("folder", Severity.INFO, words))

    def _show_about(self) -> None:
        words = self.tr("Galley %1: the editorial desk for static-site posts")
        self.show_notice(Notice("about", Severity.INFO, words.replace("%1", __version__)))


def _column(widget: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    return column


def _quiet(slot: Callable[[], object]) -> Callable[..., None]:
    """A slot for `triggered`, which brings along whether the action is checked."""

    def call(_is_checked: bool = False) -> None:
        slot()

    return call


def _focus_first(pane: QWidget) -> None:
    """Bring the keyboard to the first widget of a pane that takes it."""
    if pane.focusProxy() is not None or pane.focusPolicy() & Qt.FocusPolicy.TabFocus:
        pane.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return
    one = pane.nextInFocusChain()
    while one is not pane:
        takes = bool(one.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if takes and pane.isAncestorOf(one) and one.isVisible() and one.isEnabled():
            one.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        one = one.nextInFocusChain()
