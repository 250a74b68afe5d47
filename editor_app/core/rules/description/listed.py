"""The list of the rules on descriptions and excerpts."""

from editor_app.core.rule import Rule
from editor_app.core.rules.description import excerpt_generic

RULES: tuple[Rule, ...] = (excerpt_generic,)
