"""What each command does: one line for each."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QMainWindow

from editor_app.gui import desk_layout
from editor_app.gui.desk_layout import DeskLayout
from editor_app.gui.editor.pane import EditorPane
from editor_app.gui.posts.pane import PostsPane
from editor_app.gui.sessions import Sessions
from editor_app.gui.window_files import WindowFiles
from editor_app.gui.window_help import WindowHelp
from editor_app.gui.window_panes import WindowPanes
from editor_app.gui.window_session import WindowSession
from editor_app.gui.window_site import WindowSite

Slot = Callable[[], object]


def file_slots(
    window: QMainWindow, files: WindowFiles, view: WindowSession, show_recent: Slot
) -> dict[str, Slot]:
    """The File menu."""
    return {
        "new": files.ask_for_new_post,
        "open": files.ask_for_post,
        "open-folder": files.ask_for_folder,
        "open-recent": show_recent,
        "save": view.save,
        "rename": partial(view.with_path, files.ask_for_name),
        "trash": partial(view.with_path, files.ask_to_trash),
        "reveal": partial(view.with_path, files.reveal),
        "close": view.close,
        "quit": window.close,
    }


def text_slots(desk: DeskLayout, editor: EditorPane, view: WindowSession) -> dict[str, Slot]:
    """The Edit menu, and the size of the text."""

    def in_text(slot: Slot) -> None:
        if view.has_post:
            desk.show_pane(desk_layout.EDITOR)
            slot()

    return {
        "undo": view.undo,
        "redo": view.redo,
        "find": partial(in_text, editor.show_find),
        "replace": partial(in_text, editor.show_replace),
        "fix": partial(in_text, editor.show_fixes),
        "fix-all": view.apply_safe_fixes,
        "zoom-in": partial(editor.zoom, 1),
        "zoom-out": partial(editor.zoom, -1),
        "zoom-reset": partial(editor.zoom, 0),
    }


def place_slots(window: QMainWindow, panes: WindowPanes, sessions: Sessions) -> dict[str, Slot]:
    """What is shown, and where the keyboard goes."""

    def full_screen() -> None:
        if window.isFullScreen():
            window.showNormal()
        else:
            window.showFullScreen()

    toggles: dict[str, Slot] = {
        f"toggle-{name}": partial(panes.toggle, name)
        for name in desk_layout.PANES
        if name != desk_layout.EDITOR
    }
    return toggles | {
        "full-screen": full_screen,
        "next-tab": partial(sessions.step, 1),
        "previous-tab": partial(sessions.step, -1),
        "next-pane": partial(panes.step, 1),
        "previous-pane": partial(panes.step, -1),
        "go-text": panes.focus_text,
    }


def search_slots(desk: DeskLayout, posts: PostsPane, view: WindowSession) -> dict[str, Slot]:
    """Going to a post or a problem, whose pane is shown for it."""

    def search() -> None:
        desk.show_pane(desk_layout.POSTS)
        posts.focus_search()

    def step(by: int) -> None:
        desk.show_pane(desk_layout.PROBLEMS)
        view.step_problem(by)

    return {
        "go-post": search,
        "next-problem": partial(step, 1),
        "previous-problem": partial(step, -1),
    }


def site_slots(site: WindowSite) -> dict[str, Slot]:
    """The site as a whole."""
    return {
        "site-problems": site.toggle,
        "next-post": partial(site.step, 1),
        "previous-post": partial(site.step, -1),
    }


_EVERYWHERE = frozenset(
    {"open-recent", "open-folder", "quit", "full-screen", "site-problems", "next-post"}
    | {"previous-post", "keys", "discarded", "log", "about"}
)


def where_seen(name: str, slot: Slot, site: WindowSite) -> Slot:
    """The slot of a command; the desk comes into sight for one that belongs to it."""
    return slot if name in _EVERYWHERE else site.from_desk(slot)


def help_slots(help_menu: WindowHelp) -> dict[str, Slot]:
    """The Help menu."""
    return {
        "keys": help_menu.show_keys,
        "discarded": help_menu.show_discarded,
        "log": help_menu.show_log,
        "about": help_menu.show_about,
    }


def quiet(slot: Slot) -> Callable[..., None]:
    """A slot for `triggered`, which brings along whether the action is checked."""

    def call(_is_checked: bool = False) -> None:
        slot()

    return call
