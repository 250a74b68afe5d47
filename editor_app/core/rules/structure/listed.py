"""The list of the rules on headings, links, images and lines."""

from editor_app.core.rule import Rule
from editor_app.core.rules.structure import no_final_newline

RULES: tuple[Rule, ...] = (no_final_newline,)
