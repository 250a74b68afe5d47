"""The one door to the house: `python3 packaging/dev.py run`, `test` and more.

Standard library only. This file is readable for every Python, so that one that
is too old is told so in a line instead of by a traceback.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036
    sys.exit(
        "Galley needs Python 3.11 or newer; this is Python %d.%d (%s). "  # noqa: UP031
        "Start it with a newer one, for example: python3.12 packaging/dev.py"
        % (sys.version_info[0], sys.version_info[1], sys.executable)
    )

from house.commands import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
