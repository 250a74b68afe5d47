"""The rules that a command line names."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from editor_app.cli.console import Console
from editor_app.core.rules.catalogue import RULES, SITE_RULES


def are_known(rules: Iterable[str], console: Console) -> bool:
    """Whether there are such rules; of the first that there is not, that is told."""
    known = [rule.ID for rule in (*RULES, *SITE_RULES)]
    for rule in sorted(set(rules).difference(known)):
        close = difflib.get_close_matches(rule, known, 1)
        hint = console.say("; did you mean {rule}?", rule=close[0]) if close else ""
        console.complain(console.say("there is no rule {rule}", rule=rule) + hint)
        return False
    return True
