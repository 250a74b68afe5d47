"""The check of a post was ended, as it took too long.

A process that checks has ten seconds for some posts, and more for long ones. One that
takes longer is ended, so that the others are checked. The post is tried again in the
next run. Where that does not help, it is a fault of Galley: please report it.
"""

from editor_app.core.diagnostics import Severity
from editor_app.core.rule import Fixable

ID = "check-too-slow"
SEVERITY = Severity.ERROR
FIXABLE = Fixable.NO
IS_ON = True
