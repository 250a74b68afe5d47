"""The list of the rules on text that stands twice in a post."""

from editor_app.core.rule import Rule
from editor_app.core.rules.pasted import (
    headings_repeated,
    paragraph_near_duplicate,
    paragraph_repeated,
    paragraphs_pasted_twice,
    section_pasted_twice,
    sentence_doubled,
)

RULES: tuple[Rule, ...] = (
    section_pasted_twice,
    paragraphs_pasted_twice,
    headings_repeated,
    sentence_doubled,
    paragraph_repeated,
    paragraph_near_duplicate,
)
