"""The list of the rules on what a site's schema demands."""

from editor_app.core.rule import Rule
from editor_app.core.rules.schema import (
    schema_choice,
    schema_deprecated,
    schema_kind,
    schema_range,
    schema_required,
    schema_shape,
    schema_unique,
    schema_unknown_key,
)

RULES: tuple[Rule, ...] = (
    schema_required,
    schema_kind,
    schema_choice,
    schema_range,
    schema_shape,
    schema_unknown_key,
    schema_unique,
    schema_deprecated,
)
