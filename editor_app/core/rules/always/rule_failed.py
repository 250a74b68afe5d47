"""A rule failed.

That is a fault of Galley and none of the post. What the other rules find is told
all the same. Please report the fault, with the post if you can.
"""

from editor_app.core.diagnostics import Severity
from editor_app.core.rule import Fixable

ID = "rule-failed"
SEVERITY = Severity.ERROR
FIXABLE = Fixable.NO
IS_ON = True
