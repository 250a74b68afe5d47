"""The list of the site rules."""

from editor_app.core.rule import SiteRule
from editor_app.core.rules.across_posts import (
    description_duplicate,
    description_missing,
    description_template,
    post_near_duplicate,
    title_duplicate,
)

RULES: tuple[SiteRule, ...] = (
    title_duplicate,
    description_template,
    description_duplicate,
    description_missing,
    post_near_duplicate,
)
