"""The list of the rules on what a program has left in the text."""

from editor_app.core.rule import Rule
from editor_app.core.rules.residue import (
    api_error_text,
    chat_opener,
    control_char,
    emphasis_not_rendered,
    end_marker,
    fence_unclosed,
    fence_wraps_article,
    front_matter_in_body,
    invisible_char,
    merge_conflict,
    model_citation,
    model_refusal,
    model_tag,
    paragraph_other_language,
    placeholder,
    prompt_leftover,
    replacement_character,
)

RULES: tuple[Rule, ...] = (
    replacement_character,
    end_marker,
    merge_conflict,
    model_refusal,
    model_tag,
    front_matter_in_body,
    fence_unclosed,
    fence_wraps_article,
    paragraph_other_language,
    chat_opener,
    prompt_leftover,
    api_error_text,
    model_citation,
    placeholder,
    emphasis_not_rendered,
    control_char,
    invisible_char,
)
