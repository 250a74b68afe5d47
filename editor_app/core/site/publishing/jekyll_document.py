"""The data that Jekyll has of a post: defaults, front matter, file name, folders."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from editor_app.core.frontmatter.front_matter import FrontMatter
from editor_app.core.frontmatter.nodes import Format, Mapping, Node, Scalar, Sequence, Style, Value
from editor_app.core.site.publishing import ruby_time
from editor_app.core.site.publishing.jekyll_config import JekyllConfig, as_text
from editor_app.core.site.publishing.jekyll_defaults import Vanishes, defaults_for_document
from editor_app.core.site.publishing.jekyll_files import DATED, DATELESS, Kind, Located
from editor_app.core.site.publishing.moments import in_zone
from editor_app.core.site.publishing.said import Said, place_at, said_in
from editor_app.core.site.publishing.values import (
    OF_PATH,
    Reason,
    Stops,
    Unsure,
    reason,
)

_BAD_DATE = "Jekyll stops: “{text}” is no date"
_UNKNOWN_DATE = "What Jekyll makes of this date is not known: {text}"
_UNREADABLE = (
    "Jekyll can't read the front matter, goes on without it, and takes the day of the build"
    " for the date"
)
_UNREADABLE_STOPS = "Jekyll stops: it can't read the front matter, and is set to be strict"
_SYMBOL = "“{text}” is a Ruby symbol, at which Jekyll gives up: it goes on without the front matter"
_DEFAULT_NO_LIST = (
    "Jekyll fails at a default for categories that is neither a text nor a list, and leaves"
    " the post out without a word"
)
_UNKNOWN_LIST = "What Jekyll makes of a list in categories is not known"
_NO_LIST = "Jekyll goes on without the front matter: {key} is neither a text nor a list"


@dataclass(slots=True)
class Document:
    """The data as far as it decides. `broken` says why the front matter was not taken."""

    data: dict[str, Said] = field(default_factory=dict)
    categories: list[str] = field(default_factory=list)
    broken: Reason | None = None

    def value(self, key: str) -> Value:
        said = self.data.get(key)
        return None if said is None else said.value


@dataclass(frozen=True, slots=True)
class Header:
    """The front matter as Jekyll sees it; `broken` where it gives up."""

    data: dict[str, Said]
    broken: Reason | None = None


def header_of(front_matter: FrontMatter) -> Header:
    """Jekyll takes `---` on the very first line, and YAML, and nothing else."""
    opening = front_matter.opening
    is_own = front_matter.format is Format.YAML and opening is not None and opening.start == 0
    if not is_own or opening is None or opening.of(front_matter.text).strip() != "---":
        return Header({})
    if front_matter.closing is None:  # all of it is body
        return Header({})
    if front_matter.unreadable is not None:
        place = place_at(front_matter, front_matter.unreadable.span.start)
        return Header({}, reason(_UNREADABLE, place))
    symbol = _symbol(front_matter.root)
    if symbol is not None:
        where = place_at(front_matter, symbol.span.start)
        return Header({}, reason(_SYMBOL, where, text=symbol.text))
    return Header(said_in(front_matter))


def has_header(front_matter: FrontMatter) -> bool:
    """Whether the first line is a fence; without one a page is copied as it is."""
    return front_matter.text.partition("\n")[0].rstrip(" \t\r\f\v") == "---"


def document_of(located: Located, front_matter: FrontMatter, config: JekyllConfig) -> Document:
    """Read a post, a draft or a document of a collection. Raises Stops and Unsure."""
    made = Document(categories=_folders(located))
    defaults = defaults_for_document(located.relative, located.label, config)
    failed = _merge(made, defaults, config)
    if failed is not None:
        raise Vanishes(reason(_DEFAULT_NO_LIST, failed.place))
    header = header_of(front_matter)
    made.broken = header.broken or _merge(made, header.data, config)
    if made.broken is not None:
        if config.is_on("strict_front_matter"):
            raise Stops(reason(_UNREADABLE_STOPS, made.broken.place))
        return made
    _take_name(made, located, config)
    _take_category(made, config)
    return made


def _folders(located: Located) -> list[str]:
    """The folders above `_posts` are categories."""
    special = "_drafts" if is_draft(located) else f"_{located.label}"
    if located.relative.startswith(special):
        return []
    head = located.relative.partition(special)[0]
    return [each for each in head.split("/") if each and each not in {special, located.name}]


def is_draft(located: Located) -> bool:
    return located.kind is Kind.DRAFT and "_posts" not in located.relative


def _merge(made: Document, new: dict[str, Said], config: JekyllConfig) -> Reason | None:
    """Lay values over those that are there; gives a reason where Jekyll fails at a list."""
    categories = new.get("categories")
    if categories is not None and categories.value is not None:
        if isinstance(categories.value, str):
            listed: list[Value] = list(categories.value.split())
        elif isinstance(categories.value, list):
            listed = categories.value
        else:
            return reason(_NO_LIST, categories.place, key="categories")
        if any(isinstance(each, list | dict) for each in listed):
            raise Unsure(reason(_UNKNOWN_LIST, categories.place))
        made.categories += [as_text(each, config.zone.zone) for each in listed]
    for key, said in new.items():
        if said.value is not None or key not in made.data:
            made.data[key] = said
    _read_date(made, config)
    return None


def _read_date(made: Document, config: JekyllConfig) -> None:
    said = made.data.get("date")
    if said is not None:
        made.data["date"] = Said(date_of(said, config), said.place)


def date_of(said: Said, config: JekyllConfig) -> dt.datetime:
    """The moment that Jekyll reads. Raises Stops and Unsure."""
    zone = config.zone.zone
    if isinstance(said.value, dt.datetime):
        moment = said.value if said.value.tzinfo else said.value.replace(tzinfo=dt.UTC)
        return in_zone(moment, zone)
    text = as_text(said.value, zone)
    read = ruby_time.parse(text, zone)
    if read is ruby_time.Unread.INVALID:
        raise Stops(reason(_BAD_DATE, said.place, text=text))
    if isinstance(read, ruby_time.Unread):
        raise Unsure(reason(_UNKNOWN_DATE, said.place, text=text))
    return in_zone(read, zone)


def _take_name(made: Document, located: Located, config: JekyllConfig) -> None:
    """The day and the slug that the file's name says, where nothing else says them."""
    slug = located.name.rpartition(".")[0] or located.name
    if found := DATED.fullmatch(located.relative):
        day, slug = found[1], found[2]
        if made.value("date") is None:
            made.data["date"] = Said(date_of(Said(day, OF_PATH), config), OF_PATH)
    elif found := DATELESS.fullmatch(located.relative):
        slug = found[1]
    if made.value("slug") in (None, False):
        made.data["slug"] = Said(slug.rstrip("."), OF_PATH)


def _take_category(made: Document, config: JekyllConfig) -> None:
    """`category` is one more, whatever it is."""
    given = made.value("category")
    if given not in (None, False):
        items = _flat(given)
        made.categories += [as_text(each, config.zone.zone) for each in items if each is not None]


def _flat(value: Value) -> list[Value]:
    return [each for item in value for each in _flat(item)] if isinstance(value, list) else [value]


def _symbol(node: Node | None) -> Scalar | None:
    """The first scalar that Psych takes for a Ruby symbol."""
    if isinstance(node, Scalar):
        is_symbol = node.style is Style.PLAIN and len(node.text) > 1 and node.text[0] == ":"
        return node if is_symbol and node.reference is None else None
    inner: tuple[Node, ...] = ()
    if isinstance(node, Sequence):
        inner = node.items
    elif isinstance(node, Mapping):
        inner = tuple(each for entry in node.entries for each in (entry.key, entry.value))
    return next((found for each in inner if (found := _symbol(each))), None)
