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
    BARE = "bare"
    """Without its front matter, which nobody wants."""
    WAITS = "waits"
    OUT = "out"
    ERROR = "error"
    UNKNOWN = "unknown"


SIGNS = {
    State.GOOD: "●",
    State.BARE: "◐",
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


translate = QCoreApplication.translate


def state_of(facts: PostFacts) -> State:
    publication = facts.publication
    if publication.verdict in {Verdict.PUBLISHED, Verdict.COPIED}:
        return State.GOOD if facts.is_readable else State.BARE
    if publication.verdict is Verdict.STOPS:
        return State.ERROR
    if publication.verdict is Verdict.UNKNOWN:
        return State.UNKNOWN
    return State.WAITS if _waits(facts) else State.OUT


def line(facts: PostFacts, say: Callable[[str], str]) -> str:
    """One line: whether the next build publishes the post, since or from when, or why not."""
    publication = facts.publication
    verdict, release = publication.verdict, publication.release
    if verdict is Verdict.PUBLISHED and not facts.is_readable:
        return translate("publish", "Will publish without its front matter")
    if verdict is Verdict.PUBLISHED:
        moment = release or publication.date
        if moment is None:
            return translate("publish", "Will publish")
        return translate("publish", "Will publish · %1").replace("%1", _moment(moment, facts))
    if verdict is Verdict.COPIED:
        return translate("publish", "Copied as it is, no page is made of it")
    if verdict is Verdict.UNKNOWN:
        return translate("publish", "Whether it will publish is not known")
    if _waits(facts) and release is not None:
        return translate("publish", "Publishes from %1").replace("%1", _moment(release, facts))
    head = translate("publish", "Won't publish")
    if verdict is Verdict.STOPS:
        head = translate("publish", "The build stops")
    return f"{head}: {publication.reasons[0].message(say)}" if publication.reasons else head


def rows(facts: PostFacts, say: Callable[[str], str]) -> tuple[Row, ...]:
    """Everything that the generator decides, and where it is said."""
    publication = facts.publication
    return (
        *_reasons(translate("publish", "Why"), publication.reasons, facts, say),
        *_reasons(translate("publish", "Note"), publication.remarks, facts, say),
        *_moments(facts),
        *_places(publication),
    )


def _waits(facts: PostFacts) -> bool:
    """Whether time alone keeps the post back."""
    publication = facts.publication
    is_early = publication.release is not None and publication.release.at > facts.now
    return is_early and len(publication.reasons) == 1


def _reasons(
    label: str, reasons: tuple[Reason, ...], facts: PostFacts, say: Callable[[str], str]
) -> Iterator[Row]:
    for each in reasons:
        place = each.place
        said = f"{each.message(say)} ({_where(place, facts)})"
        yield Row(label, said, place.offset if place.origin is Origin.POST else None)
        label = ""


def _where(place: Place, facts: PostFacts) -> str:
    """Where something was said, in a few words."""
    if place.origin in {Origin.POST, Origin.SECTION}:
        if place.line is None:
            return place.key or translate("publish", "front matter")
        told = translate("publish", "line %1").replace("%1", str(place.line))
        return f"{told}, {place.key}" if place.key else told
    if place.origin is Origin.CONFIG:
        name = facts.config or translate("publish", "configuration")
        return f"{name}: {place.key}" if place.key else name
    if place.origin is Origin.PATH:
        return translate("publish", "path of the file")
    return title_of(facts.publication.generator) or translate("publish", "the generator")


def _moments(facts: PostFacts) -> Iterator[Row]:
    """The date, and the two ends of the time in which the post is shown where they differ."""
    publication = facts.publication
    date, release, expiry = publication.date, publication.release, publication.expiry
    if date is not None:
        yield from _instant(translate("publish", "Date"), date, facts)
    if release is not None and (date is None or release.at != date.at):
        yield from _instant(translate("publish", "Shown from"), release, facts)
    if expiry is not None:
        yield from _instant(translate("publish", "Shown until"), expiry, facts)


def _instant(label: str, instant: Instant, facts: PostFacts) -> Iterator[Row]:
    """The moment in the site's zone, here, and in UTC; each clock once."""
    zone = facts.publication.zone
    place = instant.place
    offset = place.offset if place.origin is Origin.POST else None
    clocks = (
        [] if zone is None else [(zone.zone, zone.name or translate("publish", "zone of the site"))]
    )
    clocks += [(facts.local, translate("publish", "here")), (dt.UTC, "UTC")]
    seen: dict[str, list[str]] = {}
    for clock, name in clocks:
        names = seen.setdefault(shown(in_zone(instant.at, clock)), [])
        names += [name] if name not in names else []
    for text, names in seen.items():
        yield Row(label, f"{text} ({', '.join(names)})", offset)
        label, offset = "", None


def _places(publication: Publication) -> Iterator[Row]:
    if publication.url is not None:
        yield Row(translate("publish", "Address"), publication.url)
    if publication.output is not None:
        yield Row(translate("publish", "Written to"), publication.output)
    name = publication.file_name
    if name is not None:
        told = (
            translate("publish", "%1, as it should be")
            if name.is_so
            else translate("publish", "should be %1")
        )
        yield Row(translate("publish", "File name"), told.replace("%1", name.wanted))


def _moment(instant: Instant, facts: PostFacts) -> str:
    """Day and minute in the site's zone, with the offset."""
    zone = facts.publication.zone
    at = in_zone(instant.at, facts.local if zone is None else zone.zone)
    return f"{date_words(at.date(), facts.now.date())}, {at:%H:%M} {_offset(at)}"


def _offset(at: dt.datetime) -> str:
    """ "UTC", "+09:00"."""
    text = f"{at:%z}"
    return "UTC" if text in {"", "+0000"} else f"{text[:3]}:{text[3:5]}"
