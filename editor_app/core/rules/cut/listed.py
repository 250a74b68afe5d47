"""The list of the rules on text that stops in the middle."""

from editor_app.core.rule import Rule
from editor_app.core.rules.cut import (
    text_cut_before_heading,
    text_cut_before_marker,
    text_cut_off,
)

RULES: tuple[Rule, ...] = (text_cut_off, text_cut_before_marker, text_cut_before_heading)
