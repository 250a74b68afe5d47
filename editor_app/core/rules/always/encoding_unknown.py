"""A file is in an encoding that nobody named.

Galley reads UTF-8, and UTF-16 that begins with its byte order mark. Of a file in
another encoding (Shift_JIS, EUC-JP, ISO-2022-JP, Latin-1) it can't know what is
written there, so nothing else is told of it, and nothing in it is changed. Save the
file in UTF-8 in the program that wrote it, or choose its encoding in the window.
"""

from editor_app.core.diagnostics import Severity
from editor_app.core.rule import Fixable

ID = "encoding-unknown"
SEVERITY = Severity.ERROR
FIXABLE = Fixable.NO
IS_ON = True
