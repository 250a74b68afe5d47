"""The list of the rules on the reading time."""

from editor_app.core.rule import Rule
from editor_app.core.rules.reading_time import reading_time_off

RULES: tuple[Rule, ...] = (reading_time_off,)
