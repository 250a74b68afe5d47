"""What is said of a post's publication, in words: one line, and the rows of the page behind it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from editor_app.core.schema.generators import title_of
from editor_app.core.site.facts import PostFacts
from editor_app.core.site.publishing.moments import in_zone, shown
from editor_app.core.site.publishing.values import (
    Instant,
    Origin,
    Place,
    Publication,
    Reason,
    Verdict,
)
from editor_app.gui.dates import date_words


class State(StrEnum):
    """How the line is coloured; the sign before it says the same without colour."""

    GOOD = "good"
    WAITS = "waits"
    OUT = "out"
    ERROR = "error"
    UNKNOWN = "unknown"


SIGNS = {
    State.GOOD: "●",
    State.WAITS: "◐",
    State.OUT: "○",
    State.ERROR: "●",
    State.UNKNOWN: "○",
}


@dataclass(frozen=True, slots=True)
class Row:
    """A label, what is said, and the place in the post where that stands."""

    label: str
    text: str
    offset: int | None = None


def _tr(text: str) -> str:
    return QCoreApplication.translate("publish", text)


def state_of(facts: PostFacts) -> State:
    publication = facts.publication
    if publication.verdict in {Verdict.PUBLISHED, Verdict.COPIED}:
        return State.GOOD
    if publication.verdict is Verdict.STOPS:
        return State.ERROR
    if publication.verdict is Verdict.UNKNOWN:
        return State.UNKNOWN
    return State.WAITS if _waits(facts) else State.OUT


def line(facts: PostFacts, translate: Callable[[str], str]) -> str:
    """One line: whether the next build publishes the post, since or from when, or why not."""
    publication = facts.publication
    verdict = publication.verdict
    if verdict is Verdict.PUBLISHED:
        moment = publication.release or publication.date
        when = _moment(moment, facts) if moment is not None else ""
        return _tr("Will publish · %1").replace("%1", when) if when else _tr("Will publish")
    if verdict is Verdict.COPIED:
        return _tr("Copied as it is, no page is made of it")
    if verdict is Verdict.UNKNOWN:
        return _tr("Whether it will publish is not known")
    if _waits(facts) and publication.release is not None:
        return _tr("Publishes from %1").replace("%1", _moment(publication.release, facts))
    why = publication.reasons[0].message(translate) if publication.reasons else ""
    head = _tr("The build stops") if verdict is Verdict.STOPS else _tr("Won't publish")
    return f"{head}: {why}" if why else head


def rows(facts: PostFacts, translate: Callable[[str], str]) -> tuple[Row, ...]:
    """Everything that the generator decides, and where it is said."""
    publication = facts.publication
    return (
        *_reasons(_tr("Why"), publication.reasons, facts, translate),
        *_reasons(_tr("Note"), publication.remarks, facts, translate),
        *_moments(facts),
        *_places(publication),
    )


def _waits(facts: PostFacts) -> bool:
    """Whether time alone keeps the post back."""
    publication = facts.publication
    is_early = publication.release is not None and publication.release.at > facts.now
    return is_early and len(publication.reasons) == 1


def _reasons(
    label: str, reasons: tuple[Reason, ...], facts: PostFacts, translate: Callable[[str], str]
) -> Iterator[Row]:
    for each in reasons:
        place = each.place
        said = f"{each.message(translate)} ({_where(place, facts)})"
        yield Row(label, said, place.offset if place.origin is Origin.POST else None)
        label = ""


def _where(place: Place, facts: PostFacts) -> str:
    """Where something was said, in a few words."""
    if place.origin in {Origin.POST, Origin.SECTION}:
        if place.line is None:
            return place.key or _tr("front matter")
        told = _tr("line %1").replace("%1", str(place.line))
        return f"{told}, {place.key}" if place.key else told
    if place.origin is Origin.CONFIG:
        name = facts.config or _tr("configuration")
        return f"{name}: {place.key}" if place.key else name
    if place.origin is Origin.PATH:
        return _tr("path of the file")
    return title_of(facts.publication.generator) or _tr("the generator")


def _moments(facts: PostFacts) -> Iterator[Row]:
    """The date, and the two ends of the time in which the post is shown where they differ."""
    publication = facts.publication
    date, release, expiry = publication.date, publication.release, publication.expiry
    if date is not None:
        yield from _instant(_tr("Date"), date, facts)
    if release is not None and (date is None or release.at != date.at):
        yield from _instant(_tr("Shown from"), release, facts)
    if expiry is not None:
        yield from _instant(_tr("Shown until"), expiry, facts)


def _instant(label: str, instant: Instant, facts: PostFacts) -> Iterator[Row]:
    """The moment in the site's zone, here, and in UTC; each clock once."""
    zone = facts.publication.zone
    place = instant.place
    offset = place.offset if place.origin is Origin.POST else None
    clocks = [] if zone is None else [(zone.zone, zone.name or _tr("zone of the site"))]
    clocks += [(facts.local, _tr("here")), (dt.UTC, "UTC")]
    seen: dict[str, list[str]] = {}
    for clock, name in clocks:
        names = seen.setdefault(shown(in_zone(instant.at, clock)), [])
        names += [name] if name not in names else []
    for text, names in seen.items():
        yield Row(label, f"{text} ({', '.join(names)})", offset)
        label, offset = "", None


def _places(publication: Publication) -> Iterator[Row]:
    if publication.url is not None:
        yield Row(_tr("Address"), publication.url)
    if publication.output is not None:
        yield Row(_tr("Written to"), publication.output)
    name = publication.file_name
    if name is not None:
        told = _tr("%1, as it should be") if name.is_so else _tr("should be %1")
        yield Row(_tr("File name"), told.replace("%1", name.wanted))


def _moment(instant: Instant, facts: PostFacts) -> str:
    """Day and minute in the site's zone, with the offset."""
    zone = facts.publication.zone
    at = in_zone(instant.at, facts.local if zone is None else zone.zone)
    return f"{date_words(at.date(), facts.now.date())}, {at:%H:%M} {_offset(at)}"


def _offset(at: dt.datetime) -> str:
    """ "UTC", "+09:00"."""
    text = f"{at:%z}"
    return "UTC" if text in {"", "+0000"} else f"{text[:3]}:{text[3:5]}"
