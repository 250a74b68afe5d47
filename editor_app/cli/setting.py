"""What `galley set` and `galley unset` share: one change in the front matter of one file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path as FilePath

from editor_app.cli.console import Console
from editor_app.cli.parser import WRONG_USE
from editor_app.cli.reading import Files
from editor_app.cli.writing import write
from editor_app.core.diagnostics import Refusal
from editor_app.core.frontmatter.front_matter import FrontMatter
from editor_app.core.frontmatter.nodes import Path
from editor_app.core.frontmatter.paths import parse_dotted
from editor_app.core.frontmatter.reader import read
from editor_app.core.text.edits import Edit

REFUSED = 1
STATUS = """\
exit status:
  0  done, also where nothing had to change
  1  the front matter can't be changed so; the file is as it was
  2  wrong use, or the file can't be read or written
"""
Splice = Callable[[FrontMatter, Path], tuple[Edit, ...] | Refusal]


def change(file_name: str, key: str, splice: Splice, console: Console, *, is_dry: bool) -> int:
    """Make the splice at a key given as text; gives the exit status."""
    try:
        path = parse_dotted(key)
    except ValueError as error:
        console.complain(str(error))
        return WRONG_USE
    files = Files(console)
    file = files.load_decoded(FilePath(file_name))
    if file is None:
        return WRONG_USE
    edits = splice(read(file.source.text), path)
    if isinstance(edits, Refusal):
        place = str(file.path) if edits.span is None else file.place(edits.span.start)
        console.complain(f"{place}: {console.translate(edits.message)}")
        return REFUSED
    return 0 if write(file, edits, files, is_dry=is_dry) else WRONG_USE
