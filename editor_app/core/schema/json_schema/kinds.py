"""Which kind of field a JSON Schema describes, and which of its words are choices and bounds."""

from __future__ import annotations

from dataclasses import dataclass

from editor_app.core.frontmatter.nodes import Value
from editor_app.core.schema.json_schema.keywords import Keywords, scalar
from editor_app.core.schema.kind import FieldKind
from editor_app.core.schema.schema import Bounds, Choice, Shape
from editor_app.core.schema.shapes import WRONG_PATTERN, of_javascript

LONG = 140
"""A text that may be longer (in code points) is a paragraph."""

MOST_CHOICES = 5_000

FORMATS = {
    "date": FieldKind.DATE,
    "date-time": FieldKind.DATE_TIME,
    "iso-date-time": FieldKind.DATE_TIME,
    "time": FieldKind.TIME,
    "iso-time": FieldKind.TIME,
    "color": FieldKind.COLOUR,
    "color-hex": FieldKind.COLOUR,
    "markdown": FieldKind.MARKDOWN,
    "multiline": FieldKind.PARAGRAPH,
    "textarea": FieldKind.PARAGRAPH,
}
_MEDIA = {
    "text/markdown": FieldKind.MARKDOWN,
    "text/x-markdown": FieldKind.MARKDOWN,
    "text/plain": FieldKind.PARAGRAPH,
}
_OF_A_TYPE = {
    "boolean": FieldKind.SWITCH,
    "number": FieldKind.NUMBER,
    "integer": FieldKind.NUMBER,
    "object": FieldKind.OBJECT,
    "array": FieldKind.LIST,
}
_IMPLIED = (
    ("properties", "object"),
    ("items", "array"),
    ("prefixItems", "array"),
    ("format", "string"),
    ("contentMediaType", "string"),
)
"""Keywords that mean nothing for values of other types, so that people leave the type out."""


def types_of(keywords: Keywords) -> frozenset[str]:
    """The types but null; empty where every value fits."""
    said = keywords.types()
    if said is not None:
        return said - {"null"}
    return frozenset([type_ for name, type_ in _IMPLIED if any(keywords.found(name))][:1])


def is_nullable(keywords: Keywords) -> bool | None:
    """Whether null fits; None where nothing is said of types and values."""
    said = keywords.types()
    if said is not None and "null" not in said:
        return False
    values = [value for each in _limits(keywords) for value in each]
    if values:
        return None in values
    return None if said is None else True


def is_null(keywords: Keywords) -> bool:
    """Whether nothing but null fits."""
    values = [value for each in _limits(keywords) for value in each]
    return keywords.types() == frozenset({"null"}) or (
        bool(values) and values == [None] * len(values)
    )


def kind_of(keywords: Keywords, choices: tuple[Choice, ...]) -> FieldKind | None:
    """The kind; None where the schema says nothing, RAW where it says too much for a widget."""
    types = types_of(keywords)
    if choices:
        return _of_choices(choices)
    if len(types) > 1:
        return FieldKind.NUMBER if types == {"integer", "number"} else FieldKind.RAW
    if not types:
        return FieldKind.RAW if is_null(keywords) else None
    (type_,) = types
    return _text_kind(keywords) if type_ == "string" else _OF_A_TYPE[type_]


def _of_choices(choices: tuple[Choice, ...]) -> FieldKind:
    values = [choice.value for choice in choices]
    if any(isinstance(value, list | dict) for value in values):
        return FieldKind.RAW
    is_switch = all(isinstance(value, bool) for value in values)
    return FieldKind.SWITCH if is_switch else FieldKind.CHOICE


def _text_kind(keywords: Keywords) -> FieldKind:
    media = keywords.text("contentMediaType").partition(";")[0].strip().lower()
    if media:
        return _MEDIA.get(media, FieldKind.CODE)
    kind = FORMATS.get(keywords.text("format").lower())
    if kind is not None:
        return kind
    longest = [most for most in keywords.numbers("maxLength") if most >= 0]
    return FieldKind.PARAGRAPH if longest and min(longest) >= LONG else FieldKind.LINE


# --- choices


def _limits(keywords: Keywords) -> list[list[Value]]:
    """The values to which each part limits; a constant is a list of one."""
    found = [[keywords.value_of(entry.value)] for _, entry in keywords.found("const")]
    for _, items in keywords.items("enum"):
        found.append([keywords.value_of(item) for item in items[:MOST_CHOICES]])
    return found


def choices_of(keywords: Keywords) -> tuple[Choice, ...]:
    """The values that all parts allow, but null, with what people read for them."""
    limits = _limits(keywords)
    if not limits:
        return ()
    first, *others = limits
    names = [set(map(repr, other)) for other in others]
    labels = _words(keywords, "enumNames", "x-enumNames")
    helps = _words(keywords, "enumDescriptions", "markdownEnumDescriptions")
    found: dict[str, Choice] = {}
    for number, value in enumerate(first):
        name = repr(value)
        if value is not None and all(name in each for each in names):
            choice = Choice(value, _at(labels, number), _at(helps, number))
            found.setdefault(name, choice)
    return tuple(found.values())


def _words(keywords: Keywords, *names: str) -> list[str]:
    for name in names:
        for _, items in keywords.items(name):
            return [each if isinstance(each := scalar(item), str) else "" for item in items]
    return []


def _at(words: list[str], number: int) -> str:
    return words[number] if number < len(words) else ""


# --- bounds


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of a value, of a text's length and of a text's form."""

    bounds: Bounds | None = None
    length: Bounds | None = None
    shape: Shape | None = None


def limits_of(keywords: Keywords, kind: FieldKind | None, *, is_list: bool) -> Limits:
    """What a value of that kind has to keep; nothing that means nothing for it."""
    if is_list:
        return Limits(_counts(keywords, "minItems", "maxItems"))
    if kind is FieldKind.NUMBER:
        return Limits(_numbers(keywords))
    if kind in {FieldKind.SWITCH, FieldKind.OBJECT, FieldKind.CHOICE, FieldKind.RAW}:
        return Limits()
    return Limits(_dates(keywords), _counts(keywords, "minLength", "maxLength"), _shape(keywords))


def _counts(keywords: Keywords, least: str, most: str) -> Bounds | None:
    low = max((each for each in keywords.numbers(least) if each > 0), default=None)
    high = min((each for each in keywords.numbers(most) if each >= 0), default=None)
    return None if low is None and high is None else Bounds(low, high)


def _numbers(keywords: Keywords) -> Bounds | None:
    least = max(keywords.numbers("minimum"), default=None)
    most = min(keywords.numbers("maximum"), default=None)
    above = max(keywords.numbers("exclusiveMinimum", or_flag=True), default=None)
    below = min(keywords.numbers("exclusiveMaximum", or_flag=True), default=None)
    if least is not None and _has_flag(keywords, "exclusiveMinimum"):
        least, above = None, least
    if most is not None and _has_flag(keywords, "exclusiveMaximum"):
        most, below = None, most
    step = next((each for each in keywords.numbers("multipleOf") if each > 0), None)
    found = Bounds(least, most, above, below, step)
    return None if found == Bounds() else found


def _has_flag(keywords: Keywords, name: str) -> bool:
    """Draft 04 excludes a bound with `true`."""
    return any(scalar(entry.value) is True for _, entry in keywords.found(name))


def _dates(keywords: Keywords) -> Bounds | None:
    least, most = keywords.text("formatMinimum"), keywords.text("formatMaximum")
    return Bounds(least or None, most or None) if least or most else None


def _shape(keywords: Keywords) -> Shape | None:
    for part, entry in keywords.found("pattern"):
        source = scalar(entry.value)
        if not isinstance(source, str):
            keywords.wrong(part, entry, "{key} is not a text")
            continue
        found = of_javascript(source)
        if not isinstance(found, str):
            return Shape(found, _message(keywords))
        keywords.library.wrong(part.file, entry.value.span, WRONG_PATTERN, reason=found)
    return None


def _message(keywords: Keywords) -> str:
    """What the schema's author says where the pattern does not fit."""
    plain = keywords.text("patternErrorMessage", "x-pattern-message", "x-patternErrorMessage")
    if plain:
        return plain
    for name in ("errorMessage", "x-errorMessage"):
        said = keywords.value(name)
        message = said.get("pattern") if isinstance(said, dict) else said
        if isinstance(message, str):
            return message
    return ""
