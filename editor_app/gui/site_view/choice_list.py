"""The left side of the site view: rules or folders with their counts, and a filter line."""

from __future__ import annotations

import unicodedata
from typing import TypeAlias

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from editor_app.core.bulk.site_messages import SiteFound
from editor_app.core.diagnostics import Severity
from editor_app.gui.pane_header import PaneHeader, label
from editor_app.gui.severity_sign import paint_severity
from editor_app.gui.site_view.choices import By, Choice, choices
from editor_app.gui.theme import Theme

Index: TypeAlias = QModelIndex | QPersistentModelIndex
ROW_HEIGHT = 28
_EDGE = 12
_SIGN = 10


class _ChoicesModel(QAbstractListModel):
    """Choices, and the words of a screen reader for each."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.choices: tuple[Choice, ...] = ()

    def show(self, shown: tuple[Choice, ...]) -> None:
        self.beginResetModel()
        self.choices = shown
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own default)
        return 0 if parent.isValid() else len(self.choices)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        choice = self.choices[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return choice.label
        if role == Qt.ItemDataRole.UserRole:
            return choice
        if role == Qt.ItemDataRole.ToolTipRole:
            return choice.label if choice.tip == choice.label else f"{choice.tip}\n{choice.label}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            words = self.tr("%1, %2 posts, %3").replace("%1", choice.tip)
            words = words.replace("%2", str(choice.posts))
            return words.replace("%3", self._severity(choice.severity))
        return None

    def _severity(self, severity: Severity) -> str:
        return {
            Severity.ERROR: self.tr("Error"),
            Severity.WARNING: self.tr("Warning"),
            Severity.INFO: self.tr("Note"),
            Severity.HINT: self.tr("Hint"),
        }[severity]


class _ChoiceDelegate(QStyledItemDelegate):
    """A sign, a name, a count at the right."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(120, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        choice = index.data(Qt.ItemDataRole.UserRole)
        if not isinstance(choice, Choice):
            return
        theme = self.theme
        place: QRect = option.rect
        state: QStyle.StateFlag = option.state
        is_selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        if is_selected:
            painter.fillRect(place, QColor(theme.selection))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(place, QColor(theme.hover))
        left = place.left() + _EDGE
        if choice.key and choice.by is By.RULE:
            top = place.top() + (place.height() - _SIGN) / 2
            paint_severity(painter, QRectF(left, top, _SIGN, _SIGN), choice.severity, theme)
            left += _SIGN + 8
        count = _number(choice.posts)
        metrics = painter.fontMetrics()
        right = QRect(place.left(), place.top(), place.width() - _EDGE, place.height())
        painter.setPen(QColor(theme.dim))
        flags = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(right, flags | Qt.AlignmentFlag.AlignRight, count)
        room = right.right() - metrics.horizontalAdvance(count) - 8 - left
        painter.setPen(QColor(theme.text))
        if not choice.key:
            bold = QFont(painter.font())
            bold.setWeight(QFont.Weight.DemiBold)
            painter.setFont(bold)
            metrics = painter.fontMetrics()
        mode = Qt.TextElideMode.ElideRight if choice.by is By.RULE else Qt.TextElideMode.ElideMiddle
        painter.drawText(
            QRect(left, place.top(), room, place.height()),
            flags | Qt.AlignmentFlag.AlignLeft,
            metrics.elidedText(choice.label, mode, room),
        )
        view = self.parent()
        if is_selected and isinstance(view, QWidget) and view.hasFocus():
            painter.setPen(QPen(QColor(theme.accent), 2))
            painter.drawRect(place.adjusted(1, 1, -1, -1))
        painter.restore()


class ChoiceList(QWidget):
    """Emits what was chosen; the same stays chosen when the findings change."""

    chosen = Signal(object)  # Choice | None
    accepted = Signal()  # Enter, or right: the keyboard goes on to the posts
    commanded = Signal(object)  # QKeyEvent that means the posts

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("siteChoices")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._site: SiteFound | None = None
        self._by = By.RULE
        self._last: Choice | None = None
        self._model = _ChoicesModel(self)
        self.list = _List()
        self.list.setObjectName("siteChoiceList")
        self.list.setAccessibleName(self.tr("Problems by rule"))
        self.list.setModel(self._model)
        self._delegate = _ChoiceDelegate(theme, self.list)
        self.list.setItemDelegate(self._delegate)
        self.filter = QLineEdit()
        self.filter.setObjectName("siteFilter")
        self.filter.setAccessibleName(self.tr("Filter rules"))
        self.filter.setClearButtonEnabled(True)
        self._count = label("", "faint")
        self._switches = {
            By.RULE: self._switch(self.tr("Rules"), "siteByRule"),
            By.FOLDER: self._switch(self.tr("Folders"), "siteByFolder"),
        }
        self._lay_out()
        self.filter.textChanged.connect(self._show)
        self.filter.returnPressed.connect(self.list.setFocus)
        self.list.walked.connect(self._choose)
        self.list.accepted.connect(self.accepted)
        self.list.commanded.connect(self.commanded)
        self._show_words()

    def _switch(self, words: str, name: str) -> QPushButton:
        button = QPushButton(words)
        button.setObjectName(name)
        button.setProperty("kind", "switch")
        button.setCheckable(True)
        button.setAutoExclusive(True)
        button.clicked.connect(self._turn)
        return button

    def _lay_out(self) -> None:
        self._header = PaneHeader("")
        self._header.end(self._count)
        switches = QHBoxLayout()
        switches.setContentsMargins(8, 0, 8, 8)
        switches.setSpacing(4)
        for button in self._switches.values():
            switches.addWidget(button)
        switches.addStretch(1)
        self._switches[By.RULE].setChecked(True)
        field = QHBoxLayout()
        field.setContentsMargins(8, 0, 8, 8)
        field.addWidget(self.filter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header)
        column.addLayout(switches)
        column.addLayout(field)
        column.addWidget(self.list, 1)
        self.setMinimumWidth(176)
        self.setFocusProxy(self.list)

    @property
    def current(self) -> Choice | None:
        return self._last

    def show_found(self, site: SiteFound | None) -> None:
        """Show what was found; the same choice stays."""
        self._site = site
        self._show()

    def choose(self, key: str) -> None:
        """Choose a rule, or all with an empty key."""
        keys = [one.key for one in self._model.choices]
        if key in keys:
            self.list.setCurrentIndex(self._model.index(keys.index(key)))

    def show_theme(self, theme: Theme) -> None:
        self._delegate.theme = theme
        self.list.viewport().update()

    def _turn(self) -> None:
        by = By.RULE if self._switches[By.RULE].isChecked() else By.FOLDER
        if by is not self._by:
            self._by = by
            self._last = None
            self._show_words()
            self._show()

    def _show_words(self) -> None:
        is_rules = self._by is By.RULE
        title = self.tr("Problems by rule") if is_rules else self.tr("Problems by folder")
        self._header.title.setText(title)
        self.list.setAccessibleName(title)
        words = self.tr("Filter rules") if is_rules else self.tr("Filter folders")
        self.filter.setPlaceholderText(words)
        self.filter.setAccessibleName(words)

    def _show(self) -> None:
        site = self._site
        shown = choices(site, self._by, self.tr("All posts")) if site is not None else ()
        total = shown[0].findings if shown else 0
        self._count.setText(_number(total) if total else "")
        words = _folded(self.filter.text()).split()
        shown = tuple(
            one
            for one in shown
            if (not words and one.findings)
            or (
                words and one.key and all(word in _folded(f"{one.key} {one.tip}") for word in words)
            )
        )
        last = self._last.key if self._last is not None else None
        keys = [one.key for one in shown]
        row = keys.index(last) if last in keys else min(len(keys) - 1, 1 if not words else 0)
        scroll = self.list.verticalScrollBar().value()
        self.list.is_showing = True
        self._model.show(shown)
        if row >= 0:
            self.list.setCurrentIndex(self._model.index(row))
        self.list.verticalScrollBar().setValue(scroll)
        self.list.is_showing = False
        self._choose()

    def _choose(self) -> None:
        index = self.list.currentIndex()
        choice = index.data(Qt.ItemDataRole.UserRole) if index.isValid() else None
        self._last = choice if isinstance(choice, Choice) else None
        self.chosen.emit(self._last)


_OF_POSTS = frozenset({Qt.Key.Key_F, Qt.Key.Key_I, Qt.Key.Key_S, Qt.Key.Key_X, Qt.Key.Key_Space})
"""Keys that the bar below promises for the posts, wherever the keyboard is."""


class _List(QListView):
    """Emits each step of the user, and Enter also where the style has no activation key."""

    walked = Signal()
    accepted = Signal()
    commanded = Signal(object)  # QKeyEvent that means the posts

    def __init__(self) -> None:
        super().__init__()
        self.is_showing = False
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:  # type: ignore[override]
        super().currentChanged(current, previous)
        if not self.is_showing and current.isValid():
            self.walked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Right):
            self.accepted.emit()
        elif (
            event.key() in _OF_POSTS and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        ):
            self.commanded.emit(event)
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, _search: str) -> None:
        """Letters are commands here; the filter searches."""


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def _number(number: int) -> str:
    return f"{number:,}"
