"""The list of the rules on descriptions and excerpts."""

from editor_app.core.rule import Rule
from editor_app.core.rules.description import (
    description_cut,
    description_equals_first_sentence,
    description_equals_title,
    description_glued,
    description_markdown,
    excerpt_generic,
)

RULES: tuple[Rule, ...] = (
    excerpt_generic,
    description_equals_title,
    description_cut,
    description_glued,
    description_markdown,
    description_equals_first_sentence,
)
