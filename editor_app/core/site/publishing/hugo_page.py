"""The values of a Hugo page: its own, and those that a cascade hands down."""

from __future__ import annotations

import datetime as dt
from pathlib import PurePosixPath

from editor_app.core.frontmatter.front_matter import FrontMatter
from editor_app.core.frontmatter.nodes import Format, Scalar, Style, Value
from editor_app.core.site.publishing import go_time
from editor_app.core.site.publishing.hugo_cascade import Receiver, handed, receiver_of
from editor_app.core.site.publishing.hugo_config import HugoConfig, lowered, of_config
from editor_app.core.site.publishing.said import Said, place_at, place_of
from editor_app.core.site.publishing.values import (
    OF_PATH,
    Instant,
    Origin,
    Place,
    Question,
    Reason,
    Stops,
    Unsure,
    reason,
)

_UNREADABLE = "Hugo stops: it can't read the front matter"
_NO_DATE = "Hugo reads no date in “{text}”, and goes on as if {key} were not there"
_LETTERS = {"y": True, "Y": True, "n": False, "N": False}
_GIT = "The date comes from Git, which Galley does not ask"


class Page:
    """The values of one page by keys in small letters, and what was odd about them."""

    def __init__(
        self, said: dict[str, Said], front_matter: FrontMatter, config: HugoConfig, name: str
    ) -> None:
        self.said = said
        self._front_matter = front_matter
        self._config = config
        self._name = name
        self._modified: dt.datetime | None = None
        self.remarks: list[Reason] = []
        self.slug_of_name = ""
        """What the file's name says behind a date, where the site takes dates from names."""

    def value(self, key: str) -> Value:
        said = self.said.get(key)
        return None if said is None else said.value

    def text(self, key: str) -> str:
        """A value as a text, empty for what is none."""
        value = self.value(key)
        if isinstance(value, bool):
            return "true" if value else "false"
        return str(value) if isinstance(value, str | int | float) else ""

    def date(self, name: str, modified: dt.datetime | None) -> Instant | None:
        """The first of the dates that the site looks at. Raises Unsure."""
        for key in self._config.dates(name):
            found = self._date_of(key, modified)
            if found is not None:
                return found
        return None

    def _date_of(self, key: str, modified: dt.datetime | None) -> Instant | None:
        zone = self._config.zone.zone
        if key == ":filename":
            found = go_time.parse(self._name[:10], zone)
            if found is not None and "slug" not in self.said:
                self.slug_of_name = self._name[10:].strip(" -_")
            return None if found is None else Instant(found, OF_PATH)
        if key == ":filemodtime":
            return None if modified is None else Instant(modified, OF_PATH)
        if key == ":git":
            if self._config.is_on("enablegitinfo"):
                raise Unsure(reason(_GIT, of_config("frontmatter")))
            return None
        said = self.said.get(key)
        if said is None:
            return None
        moment = self._moment(key, said, zone)
        if moment is not None:
            return Instant(moment, said.place)
        if said.value is not None and not isinstance(said.value, bool):
            odd = reason(_NO_DATE, said.place, text=self.written(key, said), key=key)
            if odd not in self.remarks:
                self.remarks.append(odd)
        return None

    def _moment(self, key: str, said: Said, zone: dt.tzinfo) -> dt.datetime | None:
        value = said.value
        if isinstance(value, bool):
            return None
        if isinstance(value, int):
            try:
                return dt.datetime.fromtimestamp(value, dt.UTC)
            except (ValueError, OverflowError, OSError):
                return None
        if said.is_own and self._front_matter.format is Format.TOML and isinstance(value, dt.date):
            return _aware(value, zone)
        if isinstance(value, str | dt.date):
            return go_time.parse(self.written(key, said), zone)
        return None

    def written(self, key: str, said: Said) -> str:
        """A value as it stands: to Hugo a YAML date is a text."""
        if said.is_own:
            entries = () if self._front_matter.root is None else self._front_matter.root.entries
            nodes = (each.value for each in reversed(entries) if each.name.lower() == key)
            node = next(nodes, None)
            if isinstance(node, Scalar):
                return node.text
        value = said.value
        if isinstance(value, bool):
            return "true" if value else "false"
        return value.isoformat() if isinstance(value, dt.date) else str(value)


def _aware(value: dt.date, zone: dt.tzinfo) -> dt.datetime:
    if isinstance(value, dt.datetime):
        return value if value.tzinfo else value.replace(tzinfo=zone)
    return dt.datetime(value.year, value.month, value.day, tzinfo=zone)


def page_of(
    question: Question, config: HugoConfig, path: PurePosixPath, front_matter: FrontMatter
) -> Page:
    """The values of a file with what the folders above hand down; `path` is from the site's root.

    Raises Stops where it can't be read.
    """
    if front_matter.unreadable is not None:
        place = place_at(front_matter, front_matter.unreadable.span.start)
        raise Stops(reason(_UNREADABLE, _placed(question, path, place)))
    said = {
        key.lower(): Said(
            _as_go(front_matter, key, value),
            _placed(question, path, place_of(front_matter, key)),
            is_own=True,
        )
        for key, value in front_matter.values().items()
    }
    page = Page(said, front_matter, config, _base_name(path))
    receiver = receiver_of(path, config)
    if is_section(path) and (own := said.get("cascade")) is not None:
        _cascade(page, own.value, own.place, receiver)
    for above in sections_above(question, path):
        values = lowered(question.sections[above].values())
        place = Place(Origin.SECTION, f"{above}/_index")
        _cascade(page, values.get("cascade"), place, receiver)
    _cascade(page, config.value("cascade"), of_config("cascade"), receiver)
    return page


def _as_go(front_matter: FrontMatter, key: str, value: Value) -> Value:
    """Hugo's YAML takes a bare `y` for true, as Ruby's does not."""
    node = front_matter.node((key,)) if isinstance(value, str) and value in _LETTERS else None
    if isinstance(node, Scalar) and node.style is Style.PLAIN and node.reference is None:
        return _LETTERS[node.text] if front_matter.format is Format.YAML else value
    return value


def is_section(path: PurePosixPath) -> bool:
    return path.name.split(".")[0] == "_index"


def sections_above(question: Question, path: PurePosixPath) -> list[PurePosixPath]:
    """The folders that a file is in and that have an `_index`, the nearest first."""
    folders = list(path.parents)[1 if is_section(path) else 0 :]
    return [each for each in folders if each in question.sections]


def _base_name(path: PurePosixPath) -> str:
    """Where a date may stand: in the name of the file, of a bundle in that of the folder."""
    return path.parent.name if path.name.split(".")[0] == "index" else path.stem


def _placed(question: Question, path: PurePosixPath, place: Place) -> Place:
    """A place in the post itself, or in the `_index` of a folder above it."""
    if path == question.path:
        return place
    return Place(
        Origin.SECTION, f"{path}: {place.key}" if place.key else str(path), place.line, place.offset
    )


def _cascade(page: Page, value: Value, place: Place, receiver: Receiver) -> None:
    """Hand down what the page does not say itself."""
    for each in handed(value, receiver):
        page.said.setdefault(each.key.lower(), Said(each.value, place))
