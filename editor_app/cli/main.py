"""The `galley` command without a window: find the verb, run it, give its exit status."""

from __future__ import annotations

import argparse
import importlib
import io
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from editor_app import __version__
from editor_app.cli.console import Console, as_utf8, language_of
from editor_app.cli.parser import WRONG_USE, Parser
from editor_app.cli.stopped import Stopped, stops_heard
from editor_app.core.messages import translator

INTERRUPTED = 130
PIPE_CLOSED = 141


class Verb(Protocol):
    """What a verb's module holds."""

    def parser(self) -> Parser: ...
    def run(self, arguments: argparse.Namespace, console: Console) -> int: ...


@dataclass(frozen=True, slots=True)
class _Entry:
    module: str
    summary: str


VERBS = {
    "check": _Entry("check", "report what is wrong with posts"),
    "fix": _Entry("fix", "mend what can be mended safely"),
    "list": _Entry("list", "list posts by what they say"),
    "get": _Entry("get", "print front matter as JSON"),
    "set": _Entry("set", "set a value in the front matter, and change nothing else"),
    "unset": _Entry("unset", "remove a key from the front matter, and change nothing else"),
    "new": _Entry("new", "begin a post as the site has them"),
    "rules": _Entry("rules", "list the rules"),
    "explain": _Entry("explain", "print the page of a rule"),
    "render": _Entry("render", "print a post's body as HTML, as the preview shows it"),
    "publish-info": _Entry("publish_info", "tell whether a post will be published, and why"),
    "schema": _Entry("schema", "show what a site says of its posts, and where"),
    "config": _Entry("config", "show the settings in force, and where each was set"),
}
_LIST = "\n".join(f"  {name:<12} {entry.summary}" for name, entry in VERBS.items())
_HELP = f"""\
usage: galley [PATH]             open the window on a folder or file
       galley FILE:LINE          open a file at a line
       galley VERB …             do one thing without the window

The editorial desk for static-site posts.

verbs:
{_LIST}

  galley VERB --help             tells all about one of them

options:
  -h, --help                     show this and end
  --version                      show the version and end
"""


def main(argv: Sequence[str]) -> int:
    """Run the command with what follows its name; gives the exit status.

    0 is well; 1 means that something was found or could not be done; 2 is
    wrong use, or a file that could not be read or written.
    """
    if sys.stderr is None:  # closed, as by `2>&-`
        sys.stderr = io.StringIO()
    if sys.stdout is None:
        sys.stderr.write("galley: stdout is closed, so there is nowhere to write to\n")
        return WRONG_USE
    out, err = as_utf8(sys.stdout), as_utf8(sys.stderr)
    try:
        with stops_heard():
            status = _run(list(argv))
            out.flush()
    except BrokenPipeError:
        # Whoever read has seen enough, as in `galley check . | head`.
        os.dup2(os.open(os.devnull, os.O_WRONLY), out.fileno())
        return PIPE_CLOSED
    except Stopped as stopped:
        return stopped.status
    except KeyboardInterrupt:
        err.write("\n")
        return INTERRUPTED
    except OSError as error:
        if error.filename is not None:  # of a file, and no verb foresaw it
            raise
        err.write(f"galley: the output could not be written: {error.strerror}\n")
        os.dup2(os.open(os.devnull, os.O_WRONLY), out.fileno())
        return WRONG_USE
    return status


def _run(argv: list[str]) -> int:
    first = argv[0] if argv else "--help"
    if first in {"-h", "--help"}:
        sys.stdout.write(_HELP)
        return 0
    if first == "--version":
        sys.stdout.write(f"galley {__version__}\n")
        return 0
    if first not in VERBS:
        sys.stderr.write(f"galley: there is no verb {first!a}; see galley --help\n")
        return WRONG_USE
    return _run_verb(first, argv[1:])


def _run_verb(name: str, argv: list[str]) -> int:
    # By name, so that `galley get` need not load every rule: a commit hook
    # starts this program again and again.
    verb: Verb = importlib.import_module(f"editor_app.cli.{VERBS[name].module}")
    try:
        arguments = verb.parser().read(argv)
    except SystemExit as end:  # argparse knows no other way to end
        return end.code if isinstance(end.code, int) else WRONG_USE
    language = language_of(getattr(arguments, "lang", None), os.environ)
    console = Console(
        name,
        sys.stdout,
        sys.stderr,
        datetime.now().astimezone(),
        language,
        translator(language),
    )
    return verb.run(arguments, console)
