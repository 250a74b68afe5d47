"""The list of the site rules."""

from editor_app.core.rule import SiteRule
from editor_app.core.rules.across_posts import (
    description_duplicate,
    description_missing,
    description_template,
    internal_link_missing,
    key_missing,
    key_typo,
    link_text_cut,
    post_near_duplicate,
    reading_time_off,
    tag_near_duplicate,
    tag_plural,
    title_duplicate,
    type_outlier,
)

RULES: tuple[SiteRule, ...] = (
    title_duplicate,
    description_template,
    description_duplicate,
    description_missing,
    post_near_duplicate,
    key_missing,
    key_typo,
    type_outlier,
    tag_near_duplicate,
    tag_plural,
    internal_link_missing,
    link_text_cut,
    reading_time_off,
)
