"""The list of the rules on what a program has left in the text."""

from editor_app.core.rule import Rule
from editor_app.core.rules.residue import (
    end_marker,
    replacement_character,
)

RULES: tuple[Rule, ...] = (
    replacement_character,
    end_marker,
)
