"""The list of the rules on titles."""

from editor_app.core.rule import Rule
from editor_app.core.rules.title import (
    title_cut_short,
    title_emphasis_mark,
    title_glued,
    title_heading_mark,
    title_html_entity,
    title_katakana_cut,
    title_label,
    title_missing,
    title_mojibake,
    title_open_end,
    title_refusal,
    title_repeated_in_body,
    title_too_long,
    title_unbalanced,
)

RULES: tuple[Rule, ...] = (
    title_missing,
    title_mojibake,
    title_heading_mark,
    title_emphasis_mark,
    title_label,
    title_refusal,
    title_cut_short,
    title_glued,
    title_open_end,
    title_unbalanced,
    title_katakana_cut,
    title_repeated_in_body,
    title_too_long,
    title_html_entity,
)
