"""Icons: drawings in one colour, tinted by the theme."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from editor_app.core.resources import resource
from editor_app.gui.theme import Theme

_SIZES = (16, 18, 20, 24, 32, 36, 48)


def icon(name: str, theme: Theme, colour: str | None = None) -> QIcon:
    """The drawing `icons/NAME.svg` in the theme's text colour, or in another one.

    The disabled state is faint. Raises FileNotFoundError for a name without a drawing.
    """
    drawing = resource(f"icons/{name}.svg").read_text(encoding="utf-8")
    result = QIcon()
    states = ((QIcon.Mode.Normal, colour or theme.text), (QIcon.Mode.Disabled, theme.faint))
    for mode, tint in states:
        renderer = _renderer(drawing, tint)
        for size in _SIZES:
            result.addPixmap(_painted(renderer, size), mode)
    return result


def pixmap(name: str, colour: str, size: int, ratio: float = 1.0) -> QPixmap:
    """One drawing, `size` logical pixels wide and high, for a screen of the given ratio."""
    drawing = resource(f"icons/{name}.svg").read_text(encoding="utf-8")
    result = _painted(_renderer(drawing, colour), round(size * ratio))
    result.setDevicePixelRatio(ratio)
    return result


def _renderer(drawing: str, colour: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(drawing.replace("currentColor", colour).encode()))


def _painted(renderer: QSvgRenderer, size: int) -> QPixmap:
    result = QPixmap(size, size)
    result.fill(Qt.GlobalColor.transparent)
    painter = QPainter(result)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return result
