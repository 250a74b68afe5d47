"""The list of the rules on titles."""

from editor_app.core.rule import Rule
from editor_app.core.rules.title import (
    title_cut_short,
    title_emphasis_mark,
    title_heading_mark,
    title_missing,
    title_repeated_in_body,
)

RULES: tuple[Rule, ...] = (
    title_missing,
    title_heading_mark,
    title_emphasis_mark,
    title_cut_short,
    title_repeated_in_body,
)
