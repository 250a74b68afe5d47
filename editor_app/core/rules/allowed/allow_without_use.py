"""A comment allows what is not there.

`galley: allow RULE` in a comment lets a rule be silent about one place. Where
the rule finds nothing there any more, the comment only hides what comes later.
A name that no rule has allows nothing either.

Bad:
    ---
    # galley: allow title-cut-short
    title: Spring
    ---

    The snow has gone.
Good:
    ---
    title: Spring
    ---

    The snow has gone.
"""

from editor_app.core.diagnostics import Severity
from editor_app.core.rule import Fixable

ID = "allow-without-use"
SEVERITY = Severity.WARNING
FIXABLE = Fixable.SAFE
IS_ON = True
