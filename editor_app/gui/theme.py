"""Colours and measures of the window, light and dark."""

from __future__ import annotations

from dataclasses import dataclass


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


LIGHT = Theme(
    name="light",
    is_dark=False,
    ground="#ffffff",
    panel="#f6f5f2",
    raised="#ffffff",
    line="#e2e0da",
    text="#1e2227",
    dim="#5c6470",
    faint="#8a919c",
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
    faint="#78818d",
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
