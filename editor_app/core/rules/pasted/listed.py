"""The list of the rules on text that stands twice in a post."""

from editor_app.core.rule import Rule
from editor_app.core.rules.pasted import section_pasted_twice

RULES: tuple[Rule, ...] = (section_pasted_twice,)
