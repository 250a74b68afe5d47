"""The list of the site rules."""

from editor_app.core.rule import SiteRule
from editor_app.core.rules.across_posts import (
    title_duplicate,
)

RULES: tuple[SiteRule, ...] = (title_duplicate,)
