"""A setting is wrong.

Something in the site's `galley.toml`, or in a dictionary that it names, can't be
read: a name that does not exist, a value of another kind, a pattern that is none.
It is told at its place and does not count; all other settings do.
"""

from editor_app.core.diagnostics import Severity
from editor_app.core.rule import Fixable

ID = "wrong-setting"
SEVERITY = Severity.ERROR
FIXABLE = Fixable.NO
IS_ON = True
