"""How the form is painted: its part of the style sheet, and the frame around an input."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QWidget

from editor_app.core.diagnostics import Severity
from editor_app.gui.theme import LIGHT, Theme

ROW = 28
RADIUS = 6
BAR = 4
EDGE = 12
GAP = 12

_SHEET = """
QWidget#formRows, QWidget#formScroll, QScrollArea#formScroll {{ background: {panel}; border: 0; }}
[part="frame"] QLineEdit, [part="frame"] QLineEdit:focus, [part="frame"] QPlainTextEdit {{
    border: 0; background: transparent; padding: 0; min-height: 20px; color: {text};
    selection-background-color: {selection}; selection-color: {text}; }}
[part="frame"] QLineEdit:disabled, [part="frame"] QPlainTextEdit:disabled {{ color: {faint}; }}
[part="verbatim"] {{ font-family: monospace; }}
[part="frame"] QLineEdit[part="still"], [part="frame"] QPlainTextEdit[part="still"] {{
    color: {dim}; }}
[part="frame"] QLineEdit:read-only {{ background: transparent; }}
QLabel[part="help"] {{ font-size: 12px; color: {faint}; }}
QLabel[part="group"] {{ font-size: 12px; font-weight: 600; color: {dim}; }}
QLabel[part="badge"] {{
    font-size: 11px; color: {warning}; background: {warning_tint}; border-radius: 4px;
    padding: 0 5px; }}
QLabel[part="hint"] {{ font-size: 12px; color: {faint}; }}
QLabel[part="hint"][severity="warning"] {{ color: {warning}; }}
QLabel[part="hint"][severity="error"] {{ color: {error}; }}
QPushButton[part="override"] {{
    background: transparent; color: {dim}; border: 2px solid transparent; border-radius: 4px;
    padding: 0 4px; min-height: 20px; font-size: 12px; }}
QPushButton[part="override"]:hover {{ color: {accent}; text-decoration: underline; }}
QPushButton[part="override"]:focus {{ color: {accent}; border: 2px solid {accent}; }}
QPushButton[part="faint"] {{
    background: transparent; color: {faint}; border: 2px solid transparent; border-radius: 4px;
    padding: 0 2px; min-height: 18px; font-size: 12px; text-align: left; }}
QPushButton[part="faint"]:hover {{ color: {text}; text-decoration: underline; }}
QPushButton[part="faint"]:focus {{ border: 2px solid {accent}; }}
QLabel[part="problem"] {{ font-size: 12px; color: {dim}; }}
QLabel[part="problem"][severity="error"] {{ color: {error}; }}
QLabel[part="problem"][severity="warning"] {{ color: {warning}; }}
QToolButton[part="menu"] {{
    padding: 0; border: 1px solid transparent; border-radius: 4px; color: {dim}; }}
QToolButton[part="menu"]:hover {{ background: {hover}; color: {text}; }}
QToolButton[part="menu"]:focus {{ border: 1px solid {accent}; }}
QToolButton[part="menu"]::menu-indicator {{ image: none; width: 0; }}
QPushButton[part="fix"], QPushButton[part="fix"]:focus {{
    font-size: 12px; padding: 0 2px; min-height: 16px; }}
QPushButton[part="chip"], QPushButton[part="chip"]:focus {{
    border: 0; padding: 0; min-height: 20px; min-width: 0; }}
QPushButton[part="offer"] {{
    background: transparent; color: {dim}; border: 1px dashed {edge}; border-radius: 4px;
    padding: 0 8px; min-height: 20px; font-size: 12px; }}
QPushButton[part="offer"]:hover {{ background: {hover}; color: {text}; }}
QPushButton[part="offer"]:focus {{ border: 2px solid {accent}; padding: 0 7px; min-height: 18px; }}
QFrame#publishBar {{ background: {panel}; border: 0; border-top: 1px solid {line}; }}
QScrollArea#publishPage, QWidget#publishRows {{ background: {panel}; border: 0; }}
QLabel[part="publish"] {{ font-size: 12px; }}
QPushButton#publishLine {{
    background: transparent; border: 0; border-radius: 0; text-align: left; color: {dim};
    padding: 0 12px; min-height: 32px; }}
QPushButton#publishLine:hover {{ background: {hover}; }}
QPushButton#publishLine:focus {{ border: 2px solid {accent}; padding: 0 10px; min-height: 28px; }}
QPushButton#publishLine[state="good"] {{ color: {good}; }}
QPushButton#publishLine[state="waits"], QPushButton#publishLine[state="bare"] {{
    color: {warning}; }}
QPushButton#publishLine[state="error"] {{ color: {error}; }}
QFrame[part="nest"] {{ border: 0; border-left: 1px solid {edge}; background: transparent; }}
QFrame[part="card"] {{
    border: 1px solid {edge}; border-radius: {radius}px; background: transparent; }}
QFrame[part="notice"] {{ background: transparent; border: 0; }}
QFrame[part="notice"][severity="error"] {{
    background: {error_tint}; border-left: 4px solid {error}; }}
QLabel[part="headline"] {{ font-weight: 600; color: {text}; }}
QLabel[part="sentence"] {{ color: {dim}; font-size: 12px; }}
QFrame[part="notice"][severity="error"] QLabel[part="sentence"] {{ color: {text}; }}
QFrame[part="popup"] {{ background: {raised}; border: 1px solid {edge}; }}
[part="popup"] #qt_calendar_navigationbar {{ background: {raised}; }}
[part="popup"] QCalendarWidget QToolButton {{
    background: transparent; color: {text}; border: 1px solid transparent; border-radius: 4px;
    padding: 1px 6px; min-width: 14px; font-weight: 600; }}
[part="popup"] QCalendarWidget QToolButton:hover {{ background: {hover}; }}
[part="popup"] QCalendarWidget QToolButton:focus {{ border: 1px solid {accent}; }}
[part="popup"] QTimeEdit QLineEdit {{
    border: 0; padding: 0 6px; min-height: 20px; background: transparent; }}
[part="popup"] QTimeEdit::up-button, [part="popup"] QTimeEdit::down-button {{
    width: 0; border: 0; }}
QFrame[part="picks"] {{
    background: {raised}; border: 1px solid {edge}; border-radius: {radius}px; }}
QFrame[part="picks"] QListView {{ background: transparent; border: 0; }}
QFrame[part="picks"] QLabel {{ color: {faint}; font-size: 12px; }}
[part="popup"] QPushButton[part="moment"] {{
    background: transparent; color: {accent}; border: 2px solid transparent; border-radius: 4px;
    padding: 0 6px; min-height: 22px; text-align: left; }}
[part="popup"] QPushButton[part="moment"]:hover {{ background: {hover}; }}
[part="popup"] QPushButton[part="moment"]:focus {{ border: 2px solid {accent}; }}
[part="popup"] QListView {{
    background: {ground}; border: 1px solid {edge}; border-radius: {radius}px; padding: 4px; }}
[part="popup"] QListView:focus {{ border: 2px solid {accent}; padding: 3px; }}
[part="popup"] QAbstractItemView {{
    background: {raised}; color: {text}; alternate-background-color: {raised};
    selection-background-color: {accent}; selection-color: {raised}; }}
"""


def style_sheet(theme: Theme) -> str:
    """What the form adds to the application's style sheet."""
    return _SHEET.format(
        panel=theme.panel,
        raised=theme.raised,
        ground=theme.ground,
        text=theme.text,
        dim=theme.dim,
        faint=theme.faint,
        selection=theme.selection,
        line=theme.line,
        good=theme.good,
        error=theme.error,
        error_tint=theme.error_tint,
        warning=theme.warning,
        warning_tint=theme.warning_tint,
        hover=theme.hover,
        accent=theme.accent,
        edge=theme.edge,
        radius=RADIUS,
    )


def tint_completions(completer: QCompleter, theme: Theme) -> None:
    """Style the list of completions, which is a window of its own."""
    popup = completer.popup()
    if popup is None:
        return
    popup.setStyleSheet(
        f"QListView {{ background: {theme.raised}; color: {theme.text}; padding: 3px;"
        f" border: 1px solid {theme.edge}; }}"
        f"QListView::item {{ min-height: 22px; padding: 0 6px; border-radius: 4px; }}"
        f"QListView::item:selected {{ background: {theme.selection}; color: {theme.text}; }}"
    )


class Look:
    """The theme that the form is painted with now; every painted widget asks it."""

    def __init__(self, theme: Theme = LIGHT) -> None:
        self.theme = theme


def severity_colour(theme: Theme, severity: Severity | None) -> str | None:
    """The colour of a bar; infos and hints have none."""
    if severity is Severity.ERROR:
        return theme.error
    return theme.warning if severity is Severity.WARNING else None


class Frame(QWidget):
    """A raised box around an input: 1 px border, 2 px ring in focus, a bar for a problem.

    What is still is not raised: it can't be typed, or does not count.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._severity: Severity | None = None
        self._is_still = False
        self._focused: QObject | None = None
        self.setProperty("part", "frame")
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(9, 0, 9, 0)
        self.row.setSpacing(4)

    def minimumSizeHint(self) -> QSize:
        """Never lower than what it holds; a fixed minimum would let it be squeezed."""
        inner = super().minimumSizeHint()
        return QSize(inner.width(), max(inner.height(), ROW))

    def sizeHint(self) -> QSize:
        inner = super().sizeHint()
        return QSize(inner.width(), max(inner.height(), ROW))

    def hold(self, inner: QWidget, stretch: int = 1) -> None:
        """Put an input inside; the frame shows its focus."""
        self.row.addWidget(inner, stretch)
        self.watch(inner)

    def end(self, button: QWidget) -> None:
        """Put a button at the right, nearer to the edge than a text would stand."""
        self.row.addWidget(button)
        self.row.setContentsMargins(9, 0, 4, 0)

    def watch(self, inner: QWidget) -> None:
        """Show the focus of a widget that stands somewhere inside."""
        inner.installEventFilter(self)

    def show_still(self, is_still: bool) -> None:
        if is_still is not self._is_still:
            self._is_still = is_still
            self.update()

    def show_severity(self, severity: Severity | None) -> None:
        if severity is not self._severity:
            self._severity = severity
            self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self._focused = watched
            self.update()
        elif event.type() == QEvent.Type.FocusOut and self._focused is watched:
            self._focused = None
            self.update()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        has_focus = self._focused is not None
        bar = severity_colour(theme, self._severity)
        width = 2.0 if has_focus else 1.0
        edge = theme.accent if has_focus else bar or theme.edge
        box = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        path = QPainterPath()
        path.addRoundedRect(box, RADIUS - width / 2, RADIUS - width / 2)
        is_raised = self.isEnabled() and not self._is_still
        painter.fillPath(path, QColor(theme.raised if is_raised else theme.panel))
        if bar is not None:
            painter.save()
            painter.setClipPath(path)
            painter.fillRect(QRectF(0, 0, BAR, self.height()), QColor(bar))
            painter.restore()
        painter.setPen(QPen(QColor(edge), width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
