"""The argument parser: wrong use is told in one line."""

from __future__ import annotations

import argparse
import sys
from typing import NoReturn

from editor_app.cli.escape import escaped

WRONG_USE = 2


class Parser(argparse.ArgumentParser):
    """Of one verb; options can't be shortened, as new ones would change their meaning."""

    def __init__(self, verb: str, *, description: str, epilog: str) -> None:
        super().__init__(
            prog=f"galley {verb}",
            description=description,
            epilog=epilog,
            formatter_class=argparse.RawDescriptionHelpFormatter,
            allow_abbrev=False,
        )

    def error(self, message: str) -> NoReturn:
        """End with status 2 and one line."""
        sys.stderr.write(f"{self.prog}: {escaped(message)}; see {self.prog} --help\n")
        sys.exit(WRONG_USE)


def add_language(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--lang", metavar="LANG", help="language of the messages, such as ja (default: the locale)"
    )
