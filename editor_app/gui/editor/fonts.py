"""The editor's font: monospace, with Japanese two cells wide where the machine has one."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase

SIZE_PX = 14
SMALLEST_PX = 8
LARGEST_PX = 40
_FAMILIES = (
    "Noto Sans Mono CJK JP",
    "Sarasa Mono J",
    "Source Han Mono",
    "BIZ UDGothic",
    "Cascadia Mono",
    "Menlo",
    "Noto Sans Mono",
    "DejaVu Sans Mono",
    "Hiragino Sans",
    "MS Gothic",
)


def editor_font(size_px: int) -> QFont:
    """What the machine has of the families that fit, its own fixed font last."""
    known = set(QFontDatabase.families())
    fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()
    font = QFont([family for family in _FAMILIES if family in known] + [fixed])
    font.setStyleHint(QFont.StyleHint.Monospace)
    font.setPixelSize(size_px)
    return font
