"""The parts of the window that show the post in front."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget

from editor_app.gui.editor.pane import EditorPane
from editor_app.gui.form.pane import FormPane
from editor_app.gui.notices import NoticeBar
from editor_app.gui.posts.pane import PostsPane
from editor_app.gui.preview.pane import PreviewPane
from editor_app.gui.problems.pane import ProblemsPane
from editor_app.gui.status_bar import StatusBar
from editor_app.gui.tabs import SessionTabs
from editor_app.gui.welcome import Welcome


@dataclass(frozen=True, slots=True)
class Panes:
    """Handed from the window, which creates them, to what shows a post in them."""

    posts: PostsPane
    form: FormPane
    editor: EditorPane
    preview: PreviewPane
    problems: ProblemsPane
    tabs: SessionTabs
    notices: NoticeBar
    post_notices: NoticeBar
    """Under it: what the post says while the window has something to say too."""
    welcome: Welcome
    texts: QStackedWidget
    """The welcome, or the editor."""
    status: StatusBar
    actions: Mapping[str, QAction]
    """By the id of their command."""
