"""What `hugo` decides of a post; asked of Hugo 0.111, with the newer `build` beside `_build`."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import PurePosixPath

from editor_app.core.generator import Generator
from editor_app.core.site.publishing import hugo_url
from editor_app.core.site.publishing.hugo_config import (
    HugoConfig,
    config_of,
    is_true,
    lowered,
    of_config,
)
from editor_app.core.site.publishing.hugo_files import Kind, Located, content_folder, locate
from editor_app.core.site.publishing.hugo_page import Page, is_section, page_of, sections_above
from editor_app.core.site.publishing.moments import in_zone, shown
from editor_app.core.site.publishing.values import (
    OF_PATH,
    FileName,
    Instant,
    Origin,
    Place,
    Publication,
    Question,
    Reason,
    Stops,
    Unsure,
    Verdict,
    reason,
)

_DRAFT = "It is a draft: only a build with --buildDrafts shows it"
_DRAFT_BY_PUBLISHED = "published is false, which makes it a draft"
_FUTURE = "It is shown from {date} on"
_EXPIRED = "It was shown until {date}"
_NO_RENDER = "It gets no page of its own: render is {value}"
_NO_MAP = "Hugo stops: {key} has to hold keys of its own"
_HEADLESS = "It is a headless bundle: it gets no page of its own"
_NO_KIND = "The site makes no pages of the kind “{kind}”"
_FILE = "It is no content to Hugo, which copies it as it is"
_ABOVE = "The folder {folder} is not published, and with it nothing that is in it"
_WORD = "Whether Hugo reads “{word}” as {value} depends on its version: write {value}"
_BOTH = "draft counts here, and published does not"
_KINDS = {Kind.PAGE: "page", Kind.SECTION: "section", Kind.HOME: "home"}


def decide(question: Question) -> Publication:
    """What becomes of the post in a build at `question.now`."""
    nothing = Publication(Generator.HUGO, Verdict.UNKNOWN)
    try:
        config = config_of(question)
        nothing = replace(nothing, zone=config.zone)
        return _decided(question, config, nothing)
    except Stops as stops:
        return replace(nothing, verdict=Verdict.STOPS, reasons=(stops.why,))
    except Unsure as unsure:
        return replace(nothing, reasons=(unsure.why,))


def _decided(question: Question, config: HugoConfig, nothing: Publication) -> Publication:
    located = locate(question, config)
    if located.hidden:
        return replace(nothing, verdict=Verdict.NOT_PUBLISHED, reasons=located.hidden)
    if located.kind is Kind.FILE:
        return replace(nothing, verdict=Verdict.COPIED, reasons=(reason(_FILE, OF_PATH),))
    page = page_of(question, config, question.path, question.front_matter)
    date, release, expiry = (
        page.date(name, question.modified) for name in ("date", "publishdate", "expirydate")
    )
    reasons = [
        *_held_back(page, release, expiry, question.now, config),
        *_unrendered(page, located, config),
        *_above(question, config),
    ]
    sections = _sections(question, located, config)
    moment = hugo_url.NO_DATE if date is None else date.at
    url, output = hugo_url.address(hugo_url.Named(located, page, moment, config, sections))
    return replace(
        nothing,
        verdict=Verdict.NOT_PUBLISHED if reasons else Verdict.PUBLISHED,
        reasons=tuple(reasons),
        remarks=tuple(_remarks(page)),
        date=date,
        release=release,
        expiry=expiry,
        url=url,
        output=output,
        file_name=_file_name(question, page, date, config),
    )


def _held_back(
    page: Page,
    release: Instant | None,
    expiry: Instant | None,
    now: dt.datetime,
    config: HugoConfig,
) -> list[Reason]:
    """The draft and the dates."""
    result: list[Reason] = []
    draft, published = page.said.get("draft"), page.said.get("published")
    if not config.is_on("builddrafts"):
        if draft is not None:
            if is_true(draft.value):
                result.append(reason(_DRAFT, draft.place))
        elif published is not None and _is_false(published.value):
            result.append(reason(_DRAFT_BY_PUBLISHED, published.place))
    if release is not None and release.at > now and not config.is_on("buildfuture"):
        result.append(
            reason(_FUTURE, release.place, date=shown(in_zone(release.at, config.zone.zone)))
        )
    if expiry is not None and expiry.at < now and not config.is_on("buildexpired"):
        result.append(
            reason(_EXPIRED, expiry.place, date=shown(in_zone(expiry.at, config.zone.zone)))
        )
    return result


def _is_false(value: object) -> bool:
    if isinstance(value, str):
        return value in {"0", "f", "F", "false", "FALSE", "False"}
    return value is None or value is False or (isinstance(value, int) and value == 0)


def _unrendered(page: Page, located: Located, config: HugoConfig) -> list[Reason]:
    result: list[Reason] = []
    headless = page.said.get("headless")
    if headless is not None and located.is_bundle and is_true(headless.value):
        result.append(reason(_HEADLESS, headless.place))
    for key in ("_build", "build"):
        said = page.said.get(key)
        if key == "_build" and said is not None and not isinstance(said.value, dict | None):
            raise Stops(reason(_NO_MAP, said.place, key=key))
        options = lowered(said.value) if said is not None and isinstance(said.value, dict) else {}
        value = options.get("render")
        word = value.lower() if isinstance(value, str) else value
        if said is not None and (word in {"never", "link"} or word is False):
            result.append(reason(_NO_RENDER, said.place, value=str(value).lower()))
    kind = _KINDS[located.kind]
    if kind in {each.lower() for each in config.texts("disablekinds")}:
        result.append(reason(_NO_KIND, of_config("disableKinds"), kind=kind))
    return result


def _above(question: Question, config: HugoConfig) -> list[Reason]:
    """The folders above that are held back, whatever the post says."""
    result: list[Reason] = []
    for folder in sections_above(question, question.path):
        path = folder / "_index.md"
        page = page_of(question, config, path, question.sections[folder])
        release, expiry = page.date("publishdate", None), page.date("expirydate", None)
        if _held_back(page, release, expiry, question.now, config):
            place = Place(Origin.SECTION, str(path))
            result.append(reason(_ABOVE, place, folder=folder))
    return result


def _sections(question: Question, located: Located, config: HugoConfig) -> tuple[str, ...]:
    """The folders of the nearest section: one at the top, or one with an `_index`."""
    content = content_folder(config)
    parts = PurePosixPath(located.folder).parts
    for end in range(len(parts), 1, -1):
        if content.joinpath(*parts[:end]) in question.sections:
            return parts[:end]
    return parts[:1]


def _remarks(page: Page) -> list[Reason]:
    result = list(page.remarks)
    draft = page.said.get("draft")
    if draft is not None and isinstance(draft.value, bool):
        value = "true" if draft.value else "false"
        if (word := page.written("draft", draft)).lower() != value:
            result.append(reason(_WORD, draft.place, word=word, value=value))
    if "draft" in page.said and isinstance(page.value("published"), bool):
        result.append(reason(_BOTH, page.said["published"].place))
    return result


def _file_name(
    question: Question, page: Page, date: Instant | None, config: HugoConfig
) -> FileName:
    """Only where the site takes dates from names does Hugo care how a file is called.

    The day of a name is then the first of its dates, so it can't be wrong: it
    may only be absent.
    """
    path = question.path
    name = path.parent.name if path.name.split(".")[0] == "index" else path.name
    takes_names = config.dates("date")[:1] == (":filename",) and not is_section(path)
    if not takes_names or date is None or date.place == OF_PATH:
        return FileName(name, True)
    return FileName(f"{in_zone(date.at, config.zone.zone):%Y-%m-%d}-{name}", False)
