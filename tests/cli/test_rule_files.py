"""The rules by their files, which a check asks so that it need not load them."""

from __future__ import annotations

from editor_app.cli.rule_files import rule_names
from editor_app.core.rules.catalogue import RULES, SITE_RULES


def test_each_rule_has_a_file_of_its_name_and_each_file_is_a_rule() -> None:
    assert rule_names() == {rule.ID for rule in (*RULES, *SITE_RULES)}
