"""Colours of the window, light and dark, and the palette and style sheet made of them."""

from __future__ import annotations

import string
from dataclasses import asdict, dataclass

from PySide6.QtGui import QColor, QPalette

from editor_app.core.resources import resource


@dataclass(frozen=True, slots=True)
class Theme:
    """The table of colours; names say what each is used for."""

    name: str
    is_dark: bool
    ground: str
    panel: str
    raised: str
    line: str
    text: str
    dim: str
    faint: str
    accent: str
    accent_tint: str
    selection: str
    error: str
    error_tint: str
    warning: str
    warning_tint: str
    good: str
    good_tint: str

    @property
    def on_accent(self) -> str:
        """Text on a ground of the accent colour."""
        return self.ground

    @property
    def hover(self) -> str:
        """The ground of what the pointer is over, on `panel` and on `ground` alike."""
        return mixed(self.panel, self.text, 0.07)

    @property
    def pressed(self) -> str:
        """The ground of a button that is held down or switched on."""
        return mixed(self.panel, self.text, 0.13)

    @property
    def edge(self) -> str:
        """The border of what can be typed in or pressed: stronger than `line`."""
        return mixed(self.line, self.text, 0.12)


LIGHT = Theme(
    name="light",
    is_dark=False,
    ground="#ffffff",
    panel="#f6f5f2",
    raised="#ffffff",
    line="#e2e0da",
    text="#1e2227",
    dim="#5c6470",
    faint="#69707b",
    accent="#2457c5",
    accent_tint="#e6edfb",
    selection="#dfe8fa",
    error="#b3261e",
    error_tint="#fbe9e7",
    warning="#8a5a00",
    warning_tint="#fdf1d8",
    good="#24703f",
    good_tint="#e3f2e7",
)

DARK = Theme(
    name="dark",
    is_dark=True,
    ground="#1b1d21",
    panel="#222529",
    raised="#2a2e33",
    line="#363b42",
    text="#e7e9ec",
    dim="#a3abb6",
    faint="#919ba7",
    accent="#8ab0ff",
    accent_tint="#26334f",
    selection="#2b3a57",
    error="#ff9a90",
    error_tint="#43282a",
    warning="#e8bd5a",
    warning_tint="#3d3420",
    good="#85cf9b",
    good_tint="#22382a",
)


def mixed(one: str, other: str, share: float) -> str:
    """The colour that lies `share` (0 to 1) of the way from one `#rrggbb` to the other."""
    pairs = zip(_channels(one), _channels(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours as WCAG 2 defines it, 1 to 21."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    def linear(channel: int) -> float:
        part = channel / 255
        return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)

    red, green, blue = _channels(colour)
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)


def palette(theme: Theme) -> QPalette:
    """What Fusion and the widgets without a rule of the style sheet are painted with."""
    role = QPalette.ColorRole
    colours = {
        role.Window: theme.panel,
        role.WindowText: theme.text,
        role.Base: theme.ground,
        role.AlternateBase: theme.panel,
        role.Text: theme.text,
        role.Button: theme.raised,
        role.ButtonText: theme.text,
        role.BrightText: theme.error,
        role.Highlight: theme.selection,
        role.HighlightedText: theme.text,
        role.Accent: theme.accent,
        role.Link: theme.accent,
        role.LinkVisited: theme.accent,
        role.ToolTipBase: theme.raised,
        role.ToolTipText: theme.text,
        role.PlaceholderText: theme.faint,
        role.Light: theme.raised,
        role.Midlight: theme.line,
        role.Mid: theme.line,
        role.Dark: theme.edge,
        role.Shadow: theme.edge,
    }
    result = QPalette()
    for of, colour in colours.items():
        result.setColor(of, QColor(colour))
    for of in (role.WindowText, role.Text, role.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, of, QColor(theme.faint))
    return result


def style_sheet(theme: Theme) -> str:
    """The application's style sheet with the theme's colours filled in."""
    colours = asdict(theme) | {
        "on_accent": theme.on_accent,
        "hover": theme.hover,
        "pressed": theme.pressed,
        "edge": theme.edge,
    }
    template = resource("themes/window.qss").read_text(encoding="utf-8")
    return string.Template(template).substitute(colours)
