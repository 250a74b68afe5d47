"""The list of the rules on Japanese wording and signs."""

from editor_app.core.rule import Rule

RULES: tuple[Rule, ...] = ()
