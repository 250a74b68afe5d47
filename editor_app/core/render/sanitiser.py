"""The allow-list through which all HTML of a post passes before it is shown."""

from __future__ import annotations

import nh3

ID_PREFIX = "post-"
"""Put before every id, so that a post can't take the name of something of the page's."""

_TEXT = """
    a abbr b bdi bdo big br cite code data del dfn em i ins kbd mark q rp rt ruby s samp small
    span strike strong sub sup time tt u var wbr
"""
_BLOCKS = """
    address article aside blockquote caption center col colgroup dd details div dl dt figcaption
    figure footer h1 h2 h3 h4 h5 h6 header hgroup hr img input li main nav ol p picture pre section
    summary table tbody td tfoot th thead tr ul
"""
_DROPPED_WITH_CONTENT = """
    audio canvas iframe math noembed noframes noscript object script select style svg template
    textarea title video xmp
"""
_EVERYWHERE = frozenset({"class", "id", "title", "lang", "dir", "data-line"})
_ATTRIBUTES: dict[str, frozenset[str]] = {
    "*": _EVERYWHERE,
    "a": frozenset({"href"}),
    "img": frozenset({"src", "alt", "width", "height"}),
    "input": frozenset({"checked", "disabled"}),
    "ol": frozenset({"start", "reversed", "type"}),
    "li": frozenset({"value"}),
    "td": frozenset({"align", "colspan", "rowspan"}),
    "th": frozenset({"align", "colspan", "rowspan", "scope"}),
    "col": frozenset({"span"}),
    "colgroup": frozenset({"span"}),
    "details": frozenset({"open"}),
    "time": frozenset({"datetime"}),
    "del": frozenset({"datetime"}),
    "ins": frozenset({"datetime"}),
    "data": frozenset({"value"}),
}
_IMAGE_TYPES = ("png", "jpeg", "gif", "webp", "avif", "bmp")


def _filtered(tag: str, attribute: str, value: str) -> str | None:
    if attribute == "src":
        return value if is_local_image(value) else None
    if attribute == "href":
        return _link(value)
    return value


def _link(address: str) -> str | None:
    """An address for a reader to follow; a data: page would be one without a place."""
    if address.startswith("#"):
        return f"#{ID_PREFIX}{address[1:]}"
    return None if "".join(address.split()).lower().startswith("data:") else address


def is_local_image(address: str) -> bool:
    """Whether an image comes from the site or from the text itself.

    Everything with a scheme or a host is foreign, also where a browser would
    mend its spelling (`\\\\host\\x`, ` https:x`, a line break in the scheme).
    """
    plain = "".join(address.split()).replace("\\", "/").lower()
    if plain.startswith("data:image/"):
        kind = plain[len("data:image/") :].partition(";")[0].partition(",")[0]
        return kind in _IMAGE_TYPES
    head = plain.partition("/")[0].partition("?")[0].partition("#")[0]
    return not plain.startswith("//") and ":" not in head and not _has_control(address)


def _has_control(text: str) -> bool:
    return any(character < " " or character == "\x7f" for character in text)


_CLEANER = nh3.Cleaner(
    tags=set(_TEXT.split() + _BLOCKS.split()),
    clean_content_tags=set(_DROPPED_WITH_CONTENT.split()),
    attributes={tag: set(names) for tag, names in _ATTRIBUTES.items()},
    attribute_filter=_filtered,
    strip_comments=True,
    link_rel="noopener noreferrer",
    url_schemes={"http", "https", "mailto", "tel", "data"},
    tag_attribute_values={"input": {"type": {"checkbox"}}},
    set_tag_attribute_values={"input": {"type": "checkbox", "disabled": ""}},
    id_prefix=ID_PREFIX,
)


def sanitised(html: str) -> str:
    """The HTML with nothing left that runs, loads from elsewhere or takes input.

    Unbalanced tags are closed, since each stretch of a page is inserted alone.
    """
    return _CLEANER.clean(html)
