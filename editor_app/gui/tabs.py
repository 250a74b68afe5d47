"""The tabs over the text: one for each open post, with a dot where it is not saved."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QTabBar, QToolButton, QWidget

from editor_app.gui.pane_header import HEIGHT
from editor_app.gui.session import Session
from editor_app.gui.tab_labels import tab_labels
from editor_app.gui.theme import Theme


class SessionTabs(QFrame):
    """Asks for a post to be shown or closed; shows what it is told."""

    show_requested = Signal(object)  # Session
    close_requested = Signal(object)  # Session
    moved = Signal(int, int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tabs")
        self.setFixedHeight(HEIGHT)
        self._theme = theme
        self._sessions: list[Session] = []
        self._is_showing = False
        self.bar = _Bar()
        self.bar.currentChanged.connect(self._ask_to_show)
        self.bar.middle_clicked.connect(self._ask_to_close)
        self.bar.tabMoved.connect(self._follow_move)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.bar, 1)
        self._row = row

    def add_end(self, widget: QWidget) -> None:
        """Put a widget at the right end of the row."""
        self._row.addWidget(widget)

    def add(self, session: Session) -> None:
        """A tab for a post that was opened."""
        self._sessions.append(session)
        self._is_showing = True
        at = self.bar.addTab(session.path.name)
        self.bar.setTabButton(at, QTabBar.ButtonPosition.RightSide, self._button(session))
        self._is_showing = False
        self.update_session(session)

    def remove(self, session: Session) -> None:
        at = self._sessions.index(session)
        del self._sessions[at]
        self._is_showing = True
        self.bar.removeTab(at)
        self._is_showing = False
        self._show_labels()

    def show_current(self, session: Session | None) -> None:
        if session is not None:
            self._is_showing = True
            self.bar.setCurrentIndex(self._sessions.index(session))
            self._is_showing = False

    def update_session(self, session: Session) -> None:
        """Show its name, and whether it is saved."""
        at = self._sessions.index(session)
        name = session.path.name
        self._show_labels()
        self.bar.setTabToolTip(at, str(session.path))
        words = self.tr("%1, not saved") if session.is_dirty else "%1"
        self.bar.setAccessibleTabName(at, words.replace("%1", name))
        button = self.bar.tabButton(at, QTabBar.ButtonPosition.RightSide)
        if isinstance(button, _CloseButton):
            button.show_state(self._theme, is_dirty=session.is_dirty)
            button.setAccessibleName(self.tr("Close %1").replace("%1", name))

    def _show_labels(self) -> None:
        """A name may be enough for one tab until another comes."""
        labels = tab_labels([session.path for session in self._sessions])
        for at, label in enumerate(labels):
            text = label.replace("&", "&&")
            if self.bar.tabText(at) != text:
                self.bar.setTabText(at, text)

    def show_theme(self, theme: Theme) -> None:
        self._theme = theme
        for session in self._sessions:
            self.update_session(session)

    def _button(self, session: Session) -> _CloseButton:
        button = _CloseButton()
        button.setToolTip(self.tr("Close  Ctrl+W"))
        button.clicked.connect(lambda: self.close_requested.emit(session))
        return button

    def _ask_to_show(self, at: int) -> None:
        if not self._is_showing and 0 <= at < len(self._sessions):
            self.show_requested.emit(self._sessions[at])

    def _ask_to_close(self, at: int) -> None:
        self.close_requested.emit(self._sessions[at])

    def _follow_move(self, start: int, end: int) -> None:
        self._sessions.insert(end, self._sessions.pop(start))
        self.moved.emit(start, end)


class _Bar(QTabBar):
    middle_clicked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("sessionTabs")
        self.setAccessibleName(self.tr("Open posts"))
        self.setFixedHeight(HEIGHT - 1)  # with many wide tabs Qt asks for no height at all
        self.setExpanding(False)
        self.setMovable(True)
        self.setDocumentMode(True)
        self.setDrawBase(False)
        self.setElideMode(Qt.TextElideMode.ElideMiddle)
        self.setUsesScrollButtons(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def tabSizeHint(self, index: int) -> QSize:
        hint = super().tabSizeHint(index)
        return QSize(min(hint.width(), 280), HEIGHT - 1)

    def minimumTabSizeHint(self, index: int) -> QSize:
        return QSize(min(self.tabSizeHint(index).width(), 176), HEIGHT - 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setPen(QPen(self.palette().accent().color(), 2))
            painter.drawRect(self.tabRect(self.currentIndex()).adjusted(1, 1, -1, -1))
            painter.end()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at = self.tabAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.MiddleButton and at >= 0:
            self.middle_clicked.emit(at)
            return
        super().mouseReleaseEvent(event)


class _CloseButton(QToolButton):
    """A cross; a disc while there is something to save, the cross again under the pointer."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(20, 20)
        self.setIconSize(QSize(12, 12))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setStyleSheet("QToolButton { padding: 0; border: 0; border-radius: 4px; }")
        self._icons = (QIcon(), QIcon())
        self._is_dirty = False

    def show_state(self, theme: Theme, *, is_dirty: bool) -> None:
        self._is_dirty = is_dirty
        self._icons = (_cross(theme.dim), _disc(theme.text))
        self.setIcon(self._icons[1] if is_dirty and not self.underMouse() else self._icons[0])

    def enterEvent(self, event: object) -> None:
        self.setIcon(self._icons[0])

    def leaveEvent(self, event: object) -> None:
        self.setIcon(self._icons[1] if self._is_dirty else self._icons[0])


def _drawn(colour: str) -> tuple[QPixmap, QPainter]:
    pixmap = QPixmap(48, 48)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colour), 5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.setBrush(QColor(colour))
    return pixmap, painter


def _cross(colour: str) -> QIcon:
    pixmap, painter = _drawn(colour)
    painter.drawLine(10, 10, 38, 38)
    painter.drawLine(38, 10, 10, 38)
    painter.end()
    return QIcon(pixmap)


def _disc(colour: str) -> QIcon:
    pixmap, painter = _drawn(colour)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawEllipse(QRectF(6, 6, 36, 36))
    painter.end()
    return QIcon(pixmap)
