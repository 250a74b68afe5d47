"""`galley render`: a post's body as HTML."""

from __future__ import annotations

import argparse
import re
from pathlib import Path

from editor_app.cli.console import Console
from editor_app.cli.parser import WRONG_USE, Parser, add_language, path_name
from editor_app.cli.reading import Files
from editor_app.core.frontmatter.reader import read
from editor_app.core.render.page import render

_COMMENT = re.compile("<!--.*?-->", re.DOTALL)
_EPILOG = """\
The HTML is sanitised as in the preview; it is the content of <body>, without a
page around it. Told on stderr are front matter that can't be read, images that are
not loaded, and a body of which nothing is left.

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
    result.add_argument("file", metavar="FILE", type=path_name, help="a post")
    add_language(result)
    return result


def run(arguments: argparse.Namespace, console: Console) -> int:
    file = Files(console).load_decoded(Path(arguments.file))
    if file is None:
        return WRONG_USE
    page = render(file.source.text)
    for warning in page.warnings:
        console.complain(f"{file.path}: {console.translate(warning)}")
    body = _COMMENT.sub("", file.source.text[read(file.source.text).body_start :])
    if "<" in body and not any(block.html.strip() for block in page.blocks[1:]):
        template = "{path}: nothing is left of the body, as its raw HTML is not shown"
        console.complain(console.say(template, path=file.path))
    console.verbatim(page.html if page.html.endswith("\n") else page.html + "\n")
    return 0
