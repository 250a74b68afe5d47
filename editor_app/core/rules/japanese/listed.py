"""The list of the rules on Japanese wording and signs."""

from editor_app.core.rule import Rule
from editor_app.core.rules.japanese import (
    ja_bracket_unbalanced,
    ja_doubled_particle,
    ja_fullwidth_alnum,
    ja_half_comma,
    ja_halfwidth_kana,
    ja_paren_unbalanced,
    ja_punctuation_mix,
    ja_sentence_long,
    ja_spacing,
    ja_style_mix,
    ja_variant,
)

RULES: tuple[Rule, ...] = (
    ja_doubled_particle,
    ja_bracket_unbalanced,
    ja_paren_unbalanced,
    ja_punctuation_mix,
    ja_half_comma,
    ja_style_mix,
    ja_sentence_long,
    ja_variant,
    ja_spacing,
    ja_fullwidth_alnum,
    ja_halfwidth_kana,
)
