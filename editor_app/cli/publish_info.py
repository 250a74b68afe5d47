"""`galley publish-info`: what the site's own generator decides of a post, and why."""

from __future__ import annotations

import argparse
import datetime as dt
import os
from pathlib import Path

from editor_app.cli.as_json import place_in
from editor_app.cli.console import Console, Json
from editor_app.cli.parser import WRONG_USE, Parser, add_language, path_name
from editor_app.cli.reading import Files, PostFile
from editor_app.core.body.wording import width
from editor_app.core.frontmatter.reader import read
from editor_app.core.schema.generators import title_of
from editor_app.core.site.find import find_site
from editor_app.core.site.local_zone import local_zone
from editor_app.core.site.publish_question import question_of
from editor_app.core.site.publishing.decide import decide
from editor_app.core.site.publishing.moments import in_zone, shown
from editor_app.core.site.publishing.values import (
    Instant,
    Origin,
    Place,
    Publication,
    Question,
    Reason,
    Verdict,
)

VERSION = 1
NOT_PUBLISHED = 1
_EPILOG = """\
Nothing of the site is run: the rules are those of Jekyll 4.3 and Hugo 0.111, read from
the site's configuration, the front matter and the file's path. Eleventy and Astro are
configured by code; of those only their own customs are told.

exit status:
  0  the next build publishes it
  1  it does not, or that can't be known
  2  wrong use, or the file can't be read

examples:
  galley publish-info _posts/2026-05-01-spring.md
  galley publish-info post.md --now 2026-12-24T18:00:00+09:00
  galley publish-info post.md --format json
"""
_VERDICTS = {
    Verdict.PUBLISHED: "{path}: published",
    Verdict.NOT_PUBLISHED: "{path}: not published",
    Verdict.COPIED: "{path}: no page is made of it; the file is copied as it is",
    Verdict.STOPS: "{path}: the build stops",
    Verdict.UNKNOWN: "{path}: not known",
}


def parser() -> Parser:
    result = Parser(
        "publish-info",
        description="Tell whether the site's own generator publishes a post, and why.",
        epilog=_EPILOG,
    )
    result.add_argument("file", metavar="FILE", type=path_name, help="a post")
    result.add_argument(
        "--format", choices=("text", "json"), default="text", help="how to tell (default: text)"
    )
    result.add_argument(
        "--now",
        metavar="TIME",
        type=_moment,
        help="the moment of the build, such as 2026-12-24T18:00:00+09:00 (default: now)",
    )
    add_language(result)
    return result


def _moment(text: str) -> dt.datetime:
    """The type of an argument that is a date or a time."""
    try:
        return dt.datetime.fromisoformat(text.strip())
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!a} is no time such as 2026-12-24T18:00") from None


def run(arguments: argparse.Namespace, console: Console) -> int:
    file = Files(console).load_decoded(Path(arguments.file))
    if file is None:
        return WRONG_USE
    local = local_zone(os.environ, console.now)
    now: dt.datetime = arguments.now or console.now
    now = now if now.tzinfo else now.replace(tzinfo=local)
    place = Path(os.path.abspath(file.path))
    question = question_of(find_site(place), place, read(file.source.text), now, local)
    publication = decide(question)
    if arguments.format == "json":
        console.json(_json(file, question, publication, console))
    else:
        _print(file.path, question, publication, console)
    return 0 if publication.verdict is Verdict.PUBLISHED else NOT_PUBLISHED


# --- as text


def _print(path: Path, question: Question, publication: Publication, console: Console) -> None:
    console.line(console.say(_VERDICTS[publication.verdict], path=path))
    generator = title_of(publication.generator)
    if generator:
        console.line(_row(console.say("generator"), generator))
    for reasons, label in ((publication.reasons, "why"), (publication.remarks, "note")):
        for each in reasons:
            where = _where(each.place, question, console)
            message = each.message(console.translate)
            console.line(_row(console.say(label), f"{message} ({where})"))
    moments = (
        ("date", publication.date),
        ("shown from", publication.release),
        ("shown until", publication.expiry),
    )
    for label, instant in moments:
        if instant is not None and (label == "date" or instant != publication.date):
            _print_instant(console.say(label), instant, question, publication, console)
    if publication.url is not None:
        console.line(_row(console.say("address"), publication.url))
    if publication.output is not None:
        console.line(_row(console.say("written to"), publication.output))
    name = publication.file_name
    if name is not None and not name.is_so:
        console.line(_row(console.say("file name"), console.say("{name} is due", name=name.wanted)))
    elif name is not None:
        told = console.say("{name}, as it should be", name=name.wanted)
        console.line(_row(console.say("file name"), told))


def _print_instant(
    label: str, instant: Instant, question: Question, publication: Publication, console: Console
) -> None:
    zone = publication.zone
    if zone is not None:
        name = zone.name or console.say("zone of this machine")
        console.line(_row(label, f"{shown(in_zone(instant.at, zone.zone))} ({name})"))
    console.line(_row("", f"{shown(in_zone(instant.at, question.local))} ({console.say('here')})"))
    console.line(_row("", f"{shown(in_zone(instant.at, dt.UTC))} (UTC)"))


def _row(label: str, text: str) -> str:
    name = f"{label}:" if label else ""
    return f"  {name}{' ' * (13 - width(name))} {text}"


def _where(place: Place, question: Question, console: Console) -> str:
    """Where a reason was said, in a few words."""
    if place.origin in {Origin.POST, Origin.SECTION}:
        if place.line is None:
            return place.key or console.say("front matter")
        line = console.say("line {line}", line=place.line)
        return f"{line}, {place.key}" if place.key else line
    if place.origin is Origin.CONFIG:
        name = question.config_name or console.say("configuration")
        return f"{name}: {place.key}" if place.key else name
    if place.origin is Origin.PATH:
        return console.say("path of the file")
    return console.say("{generator} itself", generator=title_of(question.generator) or "?")


# --- as JSON


def _json(file: PostFile, question: Question, publication: Publication, console: Console) -> Json:
    zone, name = publication.zone, publication.file_name
    return {
        "version": VERSION,
        "path": str(file.path),
        "generator": publication.generator.value,
        "verdict": publication.verdict.value,
        "now": question.now.isoformat(),
        "reasons": [_reason(each, file, console) for each in publication.reasons],
        "remarks": [_reason(each, file, console) for each in publication.remarks],
        "zone": None if zone is None else {"name": zone.name, "said": _place(zone.place, file)},
        "date": _instant(publication.date, file, question, publication),
        "shown_from": _instant(publication.release, file, question, publication),
        "shown_until": _instant(publication.expiry, file, question, publication),
        "url": publication.url,
        "output": publication.output,
        "file_name": None if name is None else {"wanted": name.wanted, "is_so": name.is_so},
    }


def _reason(each: Reason, file: PostFile, console: Console) -> Json:
    return {"message": each.message(console.translate), "said": _place(each.place, file)}


def _place(place: Place, file: PostFile) -> Json:
    """`start` is a place in the post itself."""
    is_here = place.origin is Origin.POST and place.offset is not None
    start = place_in(file.source, place.offset or 0) if is_here else None
    return {"in": place.origin.value, "key": place.key, "start": start}


def _instant(
    instant: Instant | None, file: PostFile, question: Question, publication: Publication
) -> Json:
    if instant is None:
        return None
    site = question.local if publication.zone is None else publication.zone.zone
    zones = {"site": site, "local": question.local, "utc": dt.UTC}
    times: dict[str, Json] = {
        name: in_zone(instant.at, zone).isoformat() for name, zone in zones.items()
    }
    return {**times, "said": _place(instant.place, file)}
