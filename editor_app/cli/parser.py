"""The argument parser: wrong use is told in one line."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from typing import NoReturn

from editor_app.cli.escape import escaped

WRONG_USE = 2
_LEFT_ALONE = "\0"


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
        self.bare: dict[str, str] = {}
        """Options that take a value only as `--option=value`, and what stands for none."""

    def read(self, argv: Sequence[str]) -> argparse.Namespace:
        """The arguments; what stands behind the first `--` is no option, another `--` included.

        Raises SystemExit where argparse ends the program.
        """
        # argparse takes every `--` away. No argument can hold a NUL, so that
        # marks those that are to be left alone.
        options, found, rest = _parted(list(argv))
        options = [f"{each}={self.bare[each]}" if each in self.bare else each for each in options]
        arguments = self.parse_args([*options, *(_LEFT_ALONE + each for each in rest)])
        if found:
            for name, value in vars(arguments).items():
                setattr(arguments, name, _bare(value))
        return arguments

    def error(self, message: str) -> NoReturn:
        """End with status 2 and one line."""
        line = escaped(message.replace(_LEFT_ALONE, ""))
        sys.stderr.write(f"{self.prog}: {line}; see {self.prog} --help\n")
        sys.exit(WRONG_USE)


def _parted(argv: list[str]) -> tuple[list[str], bool, list[str]]:
    if "--" not in argv:
        return argv, False, []
    at = argv.index("--")
    return argv[:at], True, argv[at + 1 :]


def _bare(value: object) -> object:
    if isinstance(value, str):
        return value.removeprefix(_LEFT_ALONE)
    return [_bare(each) for each in value] if isinstance(value, list) else value


def path_name(text: str) -> str:
    """The type of an argument that names a file or a folder."""
    if not text.removeprefix(_LEFT_ALONE):
        raise argparse.ArgumentTypeError("a path can't be empty")
    return text


def number(text: str) -> int:
    """The type of an argument that is a whole number from 1 on."""
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!a} is not a whole number from 1 on")
    return int(text)


def add_language(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--lang", metavar="LANG", help="language of the messages, such as ja (default: the locale)"
    )


def add_dry_run(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--dry-run", action="store_true", help="write nothing; print what would change as a diff"
    )


def add_place(parser: argparse.ArgumentParser) -> None:
    """FILE and KEY: one place in the front matter of one post."""
    parser.add_argument("file", metavar="FILE", type=path_name, help="a post")
    parser.add_argument(
        "key", metavar="KEY", help="a key, or a path of keys and list places with dots"
    )
