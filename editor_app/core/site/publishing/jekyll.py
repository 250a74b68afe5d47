"""What `jekyll build` decides of a post, as Jekyll 4.3 does it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import PurePosixPath

from editor_app.core.generator import Generator
from editor_app.core.site.names import file_name
from editor_app.core.site.publishing import jekyll_url
from editor_app.core.site.publishing.jekyll_config import JekyllConfig, config_of, of_config
from editor_app.core.site.publishing.jekyll_defaults import Vanishes, default_for_page
from editor_app.core.site.publishing.jekyll_document import (
    Document,
    document_of,
    has_header,
    header_of,
    is_draft,
)
from editor_app.core.site.publishing.jekyll_files import DATED, Kind, Located, in_source, locate
from editor_app.core.site.publishing.moments import in_zone, shown
from editor_app.core.site.publishing.said import Said
from editor_app.core.site.publishing.values import (
    OF_BUILD,
    OF_PATH,
    FileName,
    Instant,
    Publication,
    Question,
    Reason,
    Stops,
    Unsure,
    Verdict,
    reason,
)

_OUTSIDE_SOURCE = "It is outside {folder}, where the site's sources are"
_PUBLISHED_FALSE = "published: false keeps it out"
_PUBLISHED_EMPTY = "published has no value, which counts as false"
_FUTURE = "Its date is in the future: {date}"
_DRAFT = "It is a draft: only a build with --drafts, or show_drafts in the configuration, shows it"
_NO_OUTPUT = "The collection {label} has no output: its documents get no page"
_NO_HEADER = "It has no front matter, so Jekyll copies it as it is"
_DRAFT_KEY = "Jekyll does not look at draft; published: false keeps a post out"
_NO_ZONE = "The site sets no timezone: dates count in the zone of the machine that builds"
_NO_SUCH_ZONE = "The zone “{name}” is not known, which counts as UTC"
_LIMIT = "The site shows its newest posts only (limit_posts: {limit})"
_PAGE_DATE = "A page is shown at once, whatever its date says"
_BUILD_DAY = "It has no date of its own: the moment of the build counts"
_UTC = "A time without zone, as it stands here, is UTC to Jekyll"


def decide(question: Question) -> Publication:
    """What becomes of the post in a build at `question.now`."""
    config = config_of(question)
    nothing = Publication(Generator.JEKYLL, Verdict.UNKNOWN, zone=config.zone)
    if config.stops is not None:
        return replace(nothing, verdict=Verdict.STOPS, reasons=(config.stops,))
    try:
        return _decided(question, config, nothing)
    except Stops as stops:
        return replace(nothing, verdict=Verdict.STOPS, reasons=(stops.why,))
    except Unsure as unsure:
        return replace(nothing, reasons=(unsure.why,))


def _decided(question: Question, config: JekyllConfig, nothing: Publication) -> Publication:
    path = in_source(question.path, config)
    if path is None:
        why = reason(_OUTSIDE_SOURCE, of_config("source"), folder=config.values["source"])
        return replace(nothing, verdict=Verdict.NOT_PUBLISHED, reasons=(why,))
    located = locate(path, config)
    if located.kind is Kind.PAGE:
        return _page(question, located, config, nothing)
    if located.kind is Kind.DOCUMENT and not has_header(question.front_matter):
        return _copied(located, config, nothing)
    return _document(question, located, config, nothing)


def _document(
    question: Question, located: Located, config: JekyllConfig, nothing: Publication
) -> Publication:
    """A post, a draft or a document of a collection."""
    reasons = [*located.hidden, *_kind_reasons(located, config)]
    try:
        document = document_of(located, question.front_matter, config)
        date = _date(question, located, document, config)
        url, output = jekyll_url.of_document(located, document, date.at, config)
    except Vanishes as vanishes:
        if located.kind is Kind.DOCUMENT:
            raise
        reasons.append(vanishes.why)
        return replace(nothing, verdict=Verdict.NOT_PUBLISHED, reasons=tuple(reasons))
    except (Stops, Unsure):
        if not reasons or not _is_unread(located, config):
            raise
        return replace(nothing, verdict=Verdict.NOT_PUBLISHED, reasons=tuple(reasons))
    reasons += _held_back(document.data.get("published"), config)
    if int(date.at.timestamp()) > int(config.now.timestamp()) and not config.is_on("future"):
        reasons.append(reason(_FUTURE, date.place, date=shown(date.at)))
    return replace(
        nothing,
        verdict=Verdict.NOT_PUBLISHED if reasons else Verdict.PUBLISHED,
        reasons=tuple(reasons),
        remarks=(*_document_remarks(document, located, config), *_remarks(question, config)),
        date=date,
        release=None if config.is_on("future") else date,
        url=url,
        output=output,
        file_name=_file_name(question, located, document, date),
    )


def _is_unread(located: Located, config: JekyllConfig) -> bool:
    """Whether Jekyll never opens the file, so that nothing in it can stop the build."""
    return bool(located.hidden) or (located.kind is Kind.DRAFT and not config.is_on("show_drafts"))


def _kind_reasons(located: Located, config: JekyllConfig) -> list[Reason]:
    if located.kind is Kind.DRAFT and not config.is_on("show_drafts"):
        is_set = "show_drafts" in config.values
        return [reason(_DRAFT, of_config("show_drafts") if is_set else OF_PATH)]
    if located.kind is Kind.DOCUMENT and not _has_output(located, config):
        place = of_config(f"collections.{located.label}.output")
        return [reason(_NO_OUTPUT, place, label=located.label)]
    return []


def _has_output(located: Located, config: JekyllConfig) -> bool:
    return config.collections[located.label].get("output") not in (None, False)


def _held_back(published: Said | None, config: JekyllConfig) -> list[Reason]:
    if published is None or config.is_on("unpublished"):
        return []
    if published.value is None:
        return [reason(_PUBLISHED_EMPTY, published.place)]
    return [reason(_PUBLISHED_FALSE, published.place)] if published.value is False else []


def _date(
    question: Question, located: Located, document: Document, config: JekyllConfig
) -> Instant:
    said = document.data.get("date")
    if said is not None and isinstance(said.value, dt.datetime):
        return Instant(said.value, said.place)
    moment = config.now
    draft = document.value("draft")
    if (draft not in (None, False) or is_draft(located)) and question.modified is not None:
        moment = question.modified
    return Instant(in_zone(moment, config.zone.zone), OF_BUILD)


def _document_remarks(document: Document, located: Located, config: JekyllConfig) -> list[Reason]:
    result = [document.broken] if document.broken is not None else []
    draft = document.data.get("draft")
    if draft is not None and draft.value is True and located.kind is not Kind.DRAFT:
        result.append(reason(_DRAFT_KEY, draft.place))
    if document.data.get("date") is None and document.broken is None:
        result.append(reason(_BUILD_DAY, OF_BUILD))
    limit = config.values.get("limit_posts")
    if located.label == "posts" and isinstance(limit, int) and limit > 0:
        result.append(reason(_LIMIT, of_config("limit_posts"), limit=limit))
    return result


def _remarks(question: Question, config: JekyllConfig) -> list[Reason]:
    result = []
    if not config.zone.name:
        result.append(reason(_NO_ZONE, OF_BUILD))
    elif config.zone.zone is dt.UTC and config.zone.name not in {"UTC", "Etc/UTC", "GMT"}:
        result.append(reason(_NO_SUCH_ZONE, of_config("timezone"), name=config.zone.name))
    given = header_of(question.front_matter).data.get("date")
    if given is not None and isinstance(given.value, dt.datetime) and given.value.tzinfo is None:
        result.append(reason(_UTC, given.place))
    return result


def _page(
    question: Question, located: Located, config: JekyllConfig, nothing: Publication
) -> Publication:
    if not has_header(question.front_matter):
        return _copied(located, config, nothing)
    header = header_of(question.front_matter)
    if header.broken is not None and config.is_on("strict_front_matter") and not located.hidden:
        raise Stops(header.broken)
    try:
        own = header.data.get("permalink")
        if own is None:  # a key without value stands, and no default counts
            own = default_for_page(located.relative, "permalink", config)
        url, output = jekyll_url.of_page(located, own, config)
    except (Stops, Unsure):
        if not located.hidden:
            raise
        return replace(nothing, verdict=Verdict.NOT_PUBLISHED, reasons=located.hidden)
    reasons = (*located.hidden, *_held_back(header.data.get("published"), config))
    remarks = [header.broken] if header.broken is not None else []
    if (date := header.data.get("date")) is not None:
        remarks.append(reason(_PAGE_DATE, date.place))
    return replace(
        nothing,
        verdict=Verdict.NOT_PUBLISHED if reasons else Verdict.PUBLISHED,
        reasons=reasons,
        remarks=tuple(remarks),
        url=url,
        output=output,
        file_name=FileName(located.name, True),
    )


def _copied(located: Located, config: JekyllConfig, nothing: Publication) -> Publication:
    """A file without front matter that is no post."""
    reasons = list(located.hidden)
    if located.kind is Kind.DOCUMENT and not _has_output(located, config):
        reasons += _kind_reasons(located, config)
    if reasons:
        return replace(nothing, verdict=Verdict.NOT_PUBLISHED, reasons=tuple(reasons))
    return replace(nothing, verdict=Verdict.COPIED, reasons=(reason(_NO_HEADER, OF_PATH),))


def _file_name(question: Question, located: Located, document: Document, date: Instant) -> FileName:
    """The day and slug of a post; the name that a draft or document has is right."""
    if located.kind is not Kind.POST:
        return FileName(located.name, True)
    found = DATED.fullmatch(located.name)
    if found is None:
        title = question.front_matter.scalar_text("title")
        stem = title or PurePosixPath(located.name).stem
        name = file_name(Generator.JEKYLL, stem, date.at.date())
        return FileName(name, False)
    wanted = f"{date.at.date():%Y-%m-%d}-{found[2]}{found[3]}"
    if document.broken is not None or _day(found[1]) == date.at.date():
        return FileName(located.name, True)
    return FileName(wanted, wanted == located.name)


def _day(text: str) -> dt.date | None:
    year, month, day = (int(part) for part in text.split("-"))
    if year < 100:
        year += 1900 if year >= 69 else 2000
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
