"""`galley render`: a post's body as HTML."""

from __future__ import annotations

import argparse
from pathlib import Path

from editor_app.cli.console import Console
from editor_app.cli.parser import WRONG_USE, Parser, add_language
from editor_app.cli.reading import Files
from editor_app.core.render.page import render

_EPILOG = """\
The HTML is sanitised as in the preview; it is the content of <body>, without a
page around it. What a reader would miss is told on stderr.

exit status:
  0  done
  2  wrong use, or the file can't be read

example:
  galley render post.md > post.html
"""


def parser() -> Parser:
    result = Parser(
        "render",
        description="Print a post's body as HTML, as the preview shows it.",
        epilog=_EPILOG,
    )
    result.add_argument("file", metavar="FILE", help="a post")
    add_language(result)
    return result


def run(arguments: argparse.Namespace, console: Console) -> int:
    file = Files(console).load_decoded(Path(arguments.file))
    if file is None:
        return WRONG_USE
    page = render(file.source.text)
    for warning in page.warnings:
        console.complain(f"{file.path}: {console.translate(warning)}")
    console.verbatim(page.html if page.html.endswith("\n") else page.html + "\n")
    return 0
