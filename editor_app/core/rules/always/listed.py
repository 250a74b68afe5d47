"""The list of what is told beside the rules."""

from editor_app.core.rule import RuleInfo
from editor_app.core.rules.always import (
    check_crashed,
    check_too_slow,
    encoding_unknown,
    rule_failed,
    wrong_setting,
)

ALWAYS: tuple[RuleInfo, ...] = (
    encoding_unknown,
    wrong_setting,
    rule_failed,
    check_too_slow,
    check_crashed,
)
"""They have no examples, and nothing can be set for them."""
