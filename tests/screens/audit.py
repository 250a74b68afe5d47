"""Finds what a picture of the window would only show to a patient eye.

Labels and buttons that are cut off, and controls that a screen reader can't name.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QSize
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QTabBar,
    QTextEdit,
    QWidget,
)

_CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
)
_NOT_CONTROLS = (QHeaderView, QScrollBar)
_COMPOUND = (QAbstractSpinBox, QComboBox, QTabBar)
# A fraction of a pixel is lost where the scale is no whole number.
_TOLERANCE = 1


def findings(window: QWidget) -> list[str]:
    """What is wrong with the visible widgets, one line each."""
    return [*_cut_off(window), *_cut_texts(window), *_unnamed(window)]


def _visible(window: QWidget, kinds: tuple[type[QWidget], ...]) -> Iterator[QWidget]:
    for widget in window.findChildren(QWidget):
        if isinstance(widget, kinds) and widget.isVisible() and not _is_part(widget):
            yield widget


def _is_part(widget: QWidget) -> bool:
    """Whether it is a part of one of Qt's own controls, such as a tab bar's arrow."""
    parent = widget.parentWidget()
    return parent is not None and (
        isinstance(parent, _COMPOUND) or widget.objectName().startswith("qt_")
    )


def _cut_off(window: QWidget) -> Iterator[str]:
    for widget in _visible(window, (QLabel, QAbstractButton)):
        if widget.property("elides") is True:
            continue
        needed, has = _needed(widget), widget.size()
        if has.width() + _TOLERANCE < needed.width() or has.height() + _TOLERANCE < needed.height():
            yield (
                f"cut off: {_described(widget)} has {has.width()}x{has.height()}, "
                f"needs {needed.width()}x{needed.height()}"
            )
        elif not _is_inside(widget):
            around = _described(widget.parentWidget())
            yield f"cut off: {_described(widget)} reaches out of {around}"


def _cut_texts(window: QWidget) -> Iterator[str]:
    """Texts that are longer than their field, without a scroll bar that says so."""
    for widget in _visible(window, (QPlainTextEdit, QTextEdit)):
        if not isinstance(widget, (QPlainTextEdit, QTextEdit)):
            continue  # tells the type checker what `_visible` knows
        if isinstance(widget, QPlainTextEdit):
            last = widget.document().lastBlock()
            bottom = widget.blockBoundingGeometry(last).translated(widget.contentOffset()).bottom()
        else:
            bottom = widget.document().size().height()
        has = widget.viewport().height()
        if bottom > has + _TOLERANCE and not widget.verticalScrollBar().isVisible():
            yield f"cut off: the text of {_described(widget)} ends at {bottom:.0f} of {has}"


def _needed(widget: QWidget) -> QSize:
    """Its size hint; for a text that wraps, the height at the width that it has."""
    if isinstance(widget, QLabel) and widget.wordWrap():
        return QSize(0, widget.heightForWidth(widget.width()))
    return widget.sizeHint()


def _is_inside(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    if parent is None or widget.isWindow():
        return True
    grand = parent.parentWidget()
    if isinstance(grand, QAbstractScrollArea) and grand.viewport() is parent:
        return True  # it can be scrolled to
    slack = parent.rect().adjusted(-_TOLERANCE, -_TOLERANCE, _TOLERANCE, _TOLERANCE)
    return slack.contains(widget.geometry())


def _unnamed(window: QWidget) -> Iterator[str]:
    for widget in _visible(window, _CONTROLS):
        if isinstance(widget, _NOT_CONTROLS):
            continue
        interface = QAccessible.queryAccessibleInterface(widget)
        if interface is None or not interface.text(QAccessible.Text.Name).strip():
            yield f"without accessible name: {_described(widget)}"


def _described(widget: QWidget | None) -> str:
    """Class, object name, text, and the named widgets around it."""
    if widget is None:
        return "nothing"
    text = widget.text() if isinstance(widget, (QLabel, QAbstractButton)) else ""
    around: list[str] = []
    parent = widget.parentWidget()
    while parent is not None and len(around) < 2:
        if parent.objectName():
            around.append(parent.objectName())
        parent = parent.parentWidget()
    parts = [type(widget).__name__, repr(widget.objectName()), repr(text[:40])]
    return " ".join(parts) + (f" in {' in '.join(around)}" if around else "")
