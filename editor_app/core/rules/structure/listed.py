"""The list of the rules on headings, links, images and lines."""

from editor_app.core.rule import Rule
from editor_app.core.rules.structure import (
    anchor_missing,
    bare_url,
    bold_as_heading,
    h1_several,
    heading_duplicate,
    heading_empty,
    heading_no_space,
    heading_skip,
    image_no_alt,
    link_empty,
    link_text_vague,
    no_final_newline,
    section_empty,
)

RULES: tuple[Rule, ...] = (
    heading_empty,
    heading_no_space,
    heading_duplicate,
    heading_skip,
    h1_several,
    bold_as_heading,
    section_empty,
    link_empty,
    link_text_vague,
    bare_url,
    anchor_missing,
    image_no_alt,
    no_final_newline,
)
