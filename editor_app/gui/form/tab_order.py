"""Tab goes from top to bottom, whatever order the widgets were made in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget

from editor_app.gui.form.fields.chip_area import ChipArea
from editor_app.gui.form.flow import Flow


def stops(widget: QWidget) -> Iterator[QWidget]:
    """What takes the focus by Tab, in reading order, shown or not."""
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
    if isinstance(widget, ChipArea | Flow):
        for child in widget.widgets:
            yield from stops(child)
    layout = widget.layout()
    if layout is not None:
        yield from _in_layout(layout)


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for index in range(layout.count()):
        item = layout.itemAt(index)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield from stops(widget)
        elif inner is not None:
            yield from _in_layout(inner)


class TabOrder:
    """Puts stops in order, one widget's after the other's, when they are arranged anew."""

    def __init__(self) -> None:
        self._last = -1

    def order(self, roots: Iterable[QWidget], arrangement: int) -> None:
        if arrangement == self._last:
            return
        self._last = arrangement
        for before, after in pairwise(chain.from_iterable(map(stops, roots))):
            QWidget.setTabOrder(before, after)
