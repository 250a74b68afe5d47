"""`galley new`: begin a post as the site has them."""

from __future__ import annotations

import argparse
import os
from pathlib import Path, PurePosixPath

from editor_app.cli.console import Console
from editor_app.cli.parser import WRONG_USE, Parser, add_language, path_name
from editor_app.core.data_files.site_files import SiteFiles
from editor_app.core.schema.read import read_schema
from editor_app.core.site.find import Site, find_site
from editor_app.core.site.made_post import MadePost, Wish, made_post
from editor_app.core.site.neighbours import around, collection_with_names, folder_for_new
from editor_app.core.site.new_hugo import Copy
from editor_app.core.storage.identity import LoadFailed, load
from editor_app.core.storage.reasons import StorageError, reason_of
from editor_app.core.storage.save import save

_EPILOG = """\
The file's name, its folder and the keys that it begins with are those of the posts
beside it, of the collection's archetype (Hugo), scaffold (Hexo) or template. What the
site gives the post anyway is not written. The path of the new file is printed.

exit status:
  0  the post stands there
  2  wrong use, or it can't be written

examples:
  galley new "Spring: a beginning"
  galley new 春の始まり --in content/essays --slug spring
  galley new "Not yet" --draft --dry-run
"""


def parser() -> Parser:
    result = Parser("new", description="Begin a post as the site has them.", epilog=_EPILOG)
    result.add_argument("title", metavar="TITLE", help="the title of the post")
    result.add_argument(
        "--in",
        dest="folder",
        metavar="FOLDER",
        type=path_name,
        help="where it goes (default: where the site at the current folder has its posts)",
    )
    result.add_argument("--slug", default="", help="the last part of the address")
    result.add_argument("--draft", action="store_true", help="begin a draft")
    result.add_argument(
        "-n", "--dry-run", action="store_true", help="print the post, and write nothing"
    )
    add_language(result)
    return result


def run(arguments: argparse.Namespace, console: Console) -> int:
    if not arguments.title.strip():
        console.complain(console.say("TITLE is empty"))
        return WRONG_USE
    slug = arguments.slug
    if "/" in slug or "\\" in slug or slug.startswith("."):
        console.complain(
            console.say("A slug is one part of the address, without /, and does not begin with .")
        )
        return WRONG_USE
    given = Path(os.path.abspath(arguments.folder or "."))
    site = find_site(given)
    folder = _folder(site, given) if arguments.folder else folder_for_new(site)
    made = _made(site, folder, arguments, console)
    if made is None:
        return WRONG_USE
    for action in made.blank:
        console.complain(console.say("{action} was not understood, and is left out", action=action))
    if arguments.dry_run:
        console.line(str(made.path))
        console.line()
        console.verbatim(made.text)
        return 0
    return _write(site, made, console)


def _folder(site: Site, given: Path) -> PurePosixPath:
    return PurePosixPath(site.inner(given).as_posix())


def _made(
    site: Site, folder: PurePosixPath, arguments: argparse.Namespace, console: Console
) -> MadePost | None:
    files = SiteFiles(site.root, console.translate)
    schema = read_schema(site.root, site.generator, console.translate)
    wish = Wish(
        arguments.title.strip(),
        folder,
        arguments.slug,
        arguments.draft,
        collection_with_names(schema, folder),
    )
    try:
        return made_post(site, files, wish, around(site, schema, folder), console.now)
    except ValueError as error:
        reason = console.translate(str(error))
        console.complain(console.say("TITLE can't be written: {reason}", reason=reason))
        return None


def _write(site: Site, made: MadePost, console: Console) -> int:
    """The post first, whose name must be new; then what goes beside it."""
    try:
        _write_new(site.root / made.path, made.text.encode("utf-8"))
        for copy in made.copies:
            _write_new(site.root / copy.path, _data(site, copy))
    except StorageError as error:
        console.complain(error.message(console.translate))
        return WRONG_USE
    console.line(os.path.relpath(site.root / made.path))
    return 0


def _data(site: Site, copy: Copy) -> bytes:
    if copy.text is not None:
        return copy.text.encode("utf-8")
    return load(site.root / copy.source).source_bytes


def _write_new(path: Path, data: bytes) -> None:
    """Raises StorageError."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise LoadFailed(path.parent, reason_of(error, path.parent)) from error
    save(path, data, None)
