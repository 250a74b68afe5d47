"""The list of the rules that a site makes itself."""

from editor_app.core.rule import Rule
from editor_app.core.rules.own import (
    field_required,
    field_value,
    forbidden_phrase,
    own_pattern,
    wording,
)

RULES: tuple[Rule, ...] = (
    wording,
    forbidden_phrase,
    field_required,
    field_value,
    own_pattern,
)
