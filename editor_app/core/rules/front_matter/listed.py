"""The list of the rules on front matter: whether it can be read, and what it says."""

from editor_app.core.rule import Rule
from editor_app.core.rules.front_matter import (
    backslash_as_escape,
    date_file_mismatch,
    date_form_unknown,
    duplicate_key,
    front_matter_unreadable,
    full_width_colon,
    key_in_value,
    odd_space,
    value_cut_by_comment,
    yaml_reads_differently,
)

RULES: tuple[Rule, ...] = (
    front_matter_unreadable,
    duplicate_key,
    full_width_colon,
    key_in_value,
    odd_space,
    value_cut_by_comment,
    backslash_as_escape,
    date_form_unknown,
    date_file_mismatch,
    yaml_reads_differently,
)
