"""`galley list`: the posts of a site by what they say, as a table, JSON or CSV."""

from __future__ import annotations

import argparse
import csv
import io
import os
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

from editor_app.cli.cells import Listed, cell, fact, header, is_number, value
from editor_app.cli.checked import path_in
from editor_app.cli.console import Console, Json
from editor_app.cli.escape import escaped_part
from editor_app.cli.parser import WRONG_USE, Parser, add_language, number, path_name
from editor_app.cli.posts import Chosen, Desk
from editor_app.cli.progress import READ, Progress
from editor_app.cli.reading import Files
from editor_app.core.check.configs import Configs
from editor_app.core.check.fingerprint import of_engine
from editor_app.core.schema.kinds import columns
from editor_app.core.site.index.condition import Fact, Field
from editor_app.core.site.index.query import Asked, Order, TookTooLong
from editor_app.core.site.index.refresh import Means
from editor_app.core.site.index.site_index import SiteIndex
from editor_app.core.site.index.where import WhereFault, read_field, read_where
from editor_app.core.site.summary_parts import ValueKind
from editor_app.core.storage.folders import folders
from editor_app.core.storage.identity import LoadFailed
from editor_app.core.storage.reasons import Reason

VERSION = 1
_WIDEST = 60
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""With what a cell begins that a spreadsheet may take for a formula."""

_NOT_SHOWN = "@{name} can't be shown"
_USUAL: tuple[Field, ...] = (Fact.PATH, "date", Fact.TITLE)
_EPILOG = """\
A condition on the posts, in the order of strength from weak to strong:
  A or B, A and B, not A, ( )
  excerpt                   the field is there, and not empty
  draft = true              its value, or an item of its list; != is the opposite
  tags has "AI"             the same, for lists
  date >= 2026-01-01        <, <=, >, >= of numbers, dates and texts
  title contains spring     a part of the text, in whatever width and case
  title ~ "^Part \\d+"       a regular expression
Keys inside others have dots, as in author.name. A value with spaces or signs stands in
quotes, in which a quote is written twice.

What stands with @ is known of each post, in conditions and columns, and to sort by:
  @path @folder @title @day @draft @characters @words @links @images @headings @size
  @fault, and @text contains "words" for a search in the text

exit status:
  0  the posts were listed, be it none
  2  wrong use, or a path that can't be read (the others are still listed)

examples:
  galley list . --where 'draft = true and tags has "AI" and not excerpt'
  galley list . --where '@words < 300' --columns @path,@words --sort @words
  galley list _posts --where 'date >= 2026-01-01' --format csv > posts.csv
"""


def parser() -> Parser:
    result = Parser("list", description="List posts by what they say.", epilog=_EPILOG)
    result.add_argument(
        "path",
        metavar="PATH",
        type=path_name,
        nargs="?",
        default=".",
        help="a folder of posts, or a post (default: where you are)",
    )
    result.add_argument("--where", metavar="EXPR", help="only posts of which this is true")
    result.add_argument(
        "--search", metavar="WORDS", default="", help="only posts with these words, best first"
    )
    result.add_argument(
        "--columns", metavar="A,B", help="what to show of each (default: @path,date,@title)"
    )
    result.add_argument("--sort", metavar="KEY", help="by the values of a key (default: @path)")
    result.add_argument("--reverse", action="store_true", help="the last ones first")
    result.add_argument(
        "--format",
        choices=("table", "json", "csv"),
        default="table",
        help="table for a reader (default), json for a program, csv for a spreadsheet",
    )
    result.add_argument(
        "--no-cache", action="store_true", help="know nothing from the last time, keep nothing"
    )
    result.add_argument(
        "--jobs",
        metavar="N",
        type=number,
        help="read in so many processes (default: one for each core, at most 8)",
    )
    add_language(result)
    return result


@dataclass(frozen=True, slots=True)
class _Wanted:
    """`is_all` where everything that is known of a post is to be told."""

    asked: Asked
    columns: tuple[Field, ...]
    is_all: bool
    jobs: int | None


def run(arguments: argparse.Namespace, console: Console) -> int:
    wanted = _wanted(arguments, console)
    if wanted is None:
        return WRONG_USE
    cache = None if arguments.no_cache else folders(os.environ).cache
    desk = Desk(Files(console), Configs(cache and cache / "check").read)
    chosen = list(desk.chosen([arguments.path]))
    try:
        found = _listed(chosen, desk, wanted, cache, console)
    except TookTooLong:
        console.complain(console.say("the regular expressions of the condition take too long"))
        return WRONG_USE
    if arguments.format == "json":
        console.json(_json(found, wanted))
    elif arguments.format == "csv":
        console.verbatim(_csv(found, wanted.columns))
    else:
        _print(found, wanted.columns, console)
    return WRONG_USE if desk.files.has_failed else 0


# --- what is asked


def _wanted(arguments: argparse.Namespace, console: Console) -> _Wanted | None:
    """None where something in it is not understood, which was told."""
    shown = _USUAL
    if arguments.columns is not None:
        read = [_field(each, "--columns", console) for each in arguments.columns.split(",")]
        shown = tuple(each for each in read if each is not None)
        if len(shown) < len(read):
            return None
    order = None
    if arguments.sort is not None or arguments.reverse:
        field = _field("@path" if arguments.sort is None else arguments.sort, "--sort", console)
        if field is None:
            return None
        order = Order(field, arguments.reverse)
    where = None if arguments.where is None else read_where(arguments.where)
    if isinstance(where, WhereFault):
        console.complain(f"--where: {where.message(console.translate)}")
        return None
    is_all = arguments.columns is None and arguments.format == "json"
    keys = None if is_all else tuple(each for each in shown if not isinstance(each, Fact))
    asked = Asked(where, arguments.search, order, keys=keys)
    return _Wanted(asked, shown, is_all, arguments.jobs)


def _field(name: str, option: str, console: Console) -> Field | None:
    read = read_field(name.strip())
    if isinstance(read, WhereFault):
        console.complain(f"{option}: {read.message(console.translate)}")
        return None
    if read is Fact.TEXT:
        console.complain(f"{option}: {console.say(_NOT_SHOWN, name=read)}")
        return None
    return read


# --- what is found


def _listed(
    chosen: Sequence[Chosen],
    desk: Desk,
    wanted: _Wanted,
    cache: Path | None,
    console: Console,
) -> list[Listed]:
    """The posts that are asked for, of one site."""
    if not chosen:
        return []
    site = chosen[0].site
    shown = {path_in(site.root, each.place): each.shown for each in chosen}
    members = {path_in(site.root, each): None for each in desk.members(site)}
    folder = None if cache is None else cache / "index"
    engine = of_engine()
    with (
        SiteIndex(site.root, site.generator, folder, engine) as index,
        Progress(console, READ) as progress,
    ):
        refreshed = index.refresh({**members, **shown}, Means(wanted.jobs, watch=progress.show))
        rows = index.posts(wanted.asked)
    for each in chosen:
        if each.is_named and not os.path.exists(each.place):
            desk.files.unread(LoadFailed(Path(each.place), Reason.FILE_VANISHED), Path(each.shown))
    for error in refreshed.failed:
        path = path_in(site.root, str(error.path))
        if path in shown:
            desk.files.unread(error, Path(shown[path]))
    return [Listed(shown[row.path], row) for row in rows if row.path in shown]


# --- how it is told


def _print(found: Sequence[Listed], wanted: Sequence[Field], console: Console) -> None:
    lines = [[_fitting(header(each)) for each in wanted]]
    lines += ([_fitting(cell(post, each)) for each in wanted] for post in found)
    widest = [max(wide for _, wide in column) for column in zip(*lines, strict=True)]
    for line in lines:
        cells = zip(line, widest, strict=True)
        padded = (text + " " * (most - wide) for (text, wide), most in cells)
        console.line("  ".join(padded).rstrip())


def _fitting(text: str) -> tuple[str, int]:
    """A cell that is harmless and not too wide, cut where there is more; and its columns."""
    shown = escaped_part(text)
    wide = columns(shown)
    if wide <= _WIDEST:
        return shown, wide
    kept = shown[:_WIDEST]
    while columns(kept) >= _WIDEST:
        kept = kept[:-1]
    return f"{kept}…", columns(kept) + columns("…")


def _csv(found: Sequence[Listed], wanted: Sequence[Field]) -> str:
    # A name with @ would be taken for a formula too.
    lines = [csv_row([header(each).removeprefix("@") for each in wanted])]
    for post in found:
        cells = [cell(post, each) for each in wanted]
        lines.append(csv_row(cells, [is_number(post, each) for each in wanted]))
    return "".join(lines)


def csv_row(cells: Sequence[str], are_numbers: Sequence[bool] = ()) -> str:
    """As RFC 4180 has it; what a spreadsheet might run is made a text by an apostrophe."""
    result = io.StringIO()
    pairs = zip_longest(cells, are_numbers, fillvalue=False)
    csv.writer(result).writerow(
        [each if is_number else _harmless(str(each)) for each, is_number in pairs]
    )
    return result.getvalue()


def _harmless(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text


def _json(found: Sequence[Listed], wanted: _Wanted) -> Json:
    return {"version": VERSION, "posts": [_post(each, wanted) for each in found]}


def _post(post: Listed, wanted: _Wanted) -> Json:
    if not wanted.is_all:
        return {
            header(each): fact(post, each) if isinstance(each, Fact) else value(post, each)
            for each in wanted.columns
        }
    facts = tuple(each for each in Fact if each is not Fact.TEXT)
    # What holds other keys has no value of its own.
    keys = dict.fromkeys(each.key for each in post.row.values if each.kind is not ValueKind.OBJECT)
    return {
        **{header(each): fact(post, each) for each in facts},
        "values": {key: value(post, key) for key in keys},
    }
