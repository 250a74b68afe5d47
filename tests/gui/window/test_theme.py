"""The themes can be read: every text on every ground that it stands on keeps 4.5 : 1."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QPalette

from editor_app.gui.theme import DARK, LIGHT, Theme, contrast, mixed, palette, style_sheet

_WORDS = ("text", "dim", "faint", "accent", "error", "warning", "good")
_PAIRS = [
    *((word, ground) for word in _WORDS for ground in ("ground", "panel", "raised")),
    *((word, "hover") for word in ("text", "dim", "accent", "error", "warning", "good")),
    *((word, "selection") for word in ("text", "dim", "accent", "error", "warning", "good")),
    ("text", "pressed"),
    ("text", "accent_tint"),
    ("accent", "accent_tint"),
    ("error", "error_tint"),
    ("warning", "warning_tint"),
    ("good", "good_tint"),
    ("text", "error_tint"),
    ("text", "warning_tint"),
    ("dim", "accent_tint"),
    ("on_accent", "accent"),
    ("on_accent", "error"),
    ("on_accent", "warning"),
]


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
@pytest.mark.parametrize(("word", "ground"), _PAIRS)
def test_a_text_can_be_read_on_its_ground(theme: Theme, word: str, ground: str) -> None:
    assert contrast(getattr(theme, word), getattr(theme, ground)) >= 4.5


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_disabled_text_of_the_palette_can_be_read(theme: Theme) -> None:
    made = palette(theme)
    disabled = QPalette.ColorGroup.Disabled
    for word, ground in (
        (QPalette.ColorRole.WindowText, QPalette.ColorRole.Window),
        (QPalette.ColorRole.Text, QPalette.ColorRole.Base),
        (QPalette.ColorRole.ButtonText, QPalette.ColorRole.Button),
        (QPalette.ColorRole.PlaceholderText, QPalette.ColorRole.Base),
    ):
        colours = made.color(disabled, word).name(), made.color(disabled, ground).name()
        assert contrast(*colours) >= 4.5


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_the_focus_ring_is_seen_on_every_ground(theme: Theme) -> None:
    for ground in (theme.ground, theme.panel, theme.raised, theme.selection):
        assert contrast(theme.accent, ground) >= 3


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_the_style_sheet_names_no_colour_that_the_theme_does_not_have(theme: Theme) -> None:
    sheet = style_sheet(theme)
    assert "$" not in sheet.replace("$name", "")
    assert theme.accent in sheet


def test_contrast_is_the_one_of_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_a_mixed_colour_lies_between() -> None:
    assert mixed("#000000", "#ffffff", 0.5) == "#808080"
