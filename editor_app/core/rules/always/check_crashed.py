"""The check of a post broke off.

The process that checked it has ended before it was done: that is a fault of Galley,
or the computer had no memory left. The other posts are checked all the same, and the
post is tried again in the next run. Please report the fault, with the post if you can.
"""

from editor_app.core.diagnostics import Severity
from editor_app.core.rule import Fixable

ID = "check-crashed"
SEVERITY = Severity.ERROR
FIXABLE = Fixable.NO
IS_ON = True
