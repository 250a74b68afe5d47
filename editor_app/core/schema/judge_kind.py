"""Whether a value is of the kind that a field wants, and which value of that kind was meant."""

from __future__ import annotations

import datetime as dt
import unicodedata

from editor_app.core.diagnostics import Severity
from editor_app.core.frontmatter.nodes import Mapping, Node, Path, Scalar, Sequence, Style, Value
from editor_app.core.frontmatter.verbatim import Verbatim, Wanted
from editor_app.core.generator import Generator
from editor_app.core.schema.dates import read_date, read_time
from editor_app.core.schema.judge_choices import written
from editor_app.core.schema.key_names import TAXONOMIES
from editor_app.core.schema.kind import FieldKind
from editor_app.core.schema.kinds import DATE_KINDS, TEXT_KINDS, is_null, is_number_text
from editor_app.core.schema.misfit import NOTHING, About, Fault, Nothing
from editor_app.core.schema.reading import readings
from editor_app.core.schema.schema import SchemaField
from editor_app.core.text.expressions import expression

_APART = expression(r"\s*[,、，;；]\s*")
_ANY_SCALAR = frozenset({FieldKind.CHOICE, FieldKind.RELATION})
"""Other things than texts are chosen too."""

_TEMPLATES = {
    FieldKind.NUMBER: "{name} has to be a number: {value}",
    FieldKind.SWITCH: "{name} has to be true or false: {value}",
    FieldKind.DATE: "{name} has to be a date: {value}",
    FieldKind.DATE_TIME: "{name} has to be a date: {value}",
    FieldKind.TIME: "{name} has to be a time of day: {value}",
    FieldKind.LIST: "{name} has to be a list: {value}",
    FieldKind.OBJECT: "{name} has to be a group of keys",
    FieldKind.OBJECTS: "{name} has to be a list of groups of keys",
}
_TRUE, _FALSE = frozenset({"true", "yes", "on"}), frozenset({"false", "no", "off"})
_SHORT = {"y": True, "1": True, "n": False, "0": False}


def has_kind(kind: FieldKind | None, value: Value) -> bool:
    """Whether a value that was read is of a kind."""
    if kind is None or kind is FieldKind.RAW or value is None:
        return True
    if kind in {FieldKind.LIST, FieldKind.OBJECTS}:
        return isinstance(value, list)
    if kind is FieldKind.OBJECT:
        return isinstance(value, dict)
    if isinstance(value, list | dict):
        return False
    return kind in _ANY_SCALAR or _is_scalar_of(kind, value)


def _is_scalar_of(kind: FieldKind, value: Value) -> bool:
    if kind is FieldKind.NUMBER:
        return isinstance(value, int | float) and not isinstance(value, bool)
    if kind is FieldKind.SWITCH:
        return isinstance(value, bool)
    if kind in DATE_KINDS:
        is_date_text = isinstance(value, str) and read_date(value) is not None
        return isinstance(value, dt.date) or is_date_text
    if kind is FieldKind.TIME:
        is_time_text = isinstance(value, str) and read_time(value) is not None
        return isinstance(value, dt.time) or is_time_text
    return isinstance(value, str)


def is_list_of_words(field: SchemaField, node: Node, generator: Generator) -> bool:
    """Whether a text stands rightly for a list: tags, wherever it is not Astro that reads them."""
    if generator is Generator.ASTRO or field.key.lower() not in TAXONOMIES:
        return False
    return isinstance(node, Scalar) and any(
        isinstance(value, str) for value in readings(node, generator)
    )


def words_of(node: Node, generator: Generator) -> tuple[str, ...]:
    """The words of such a text; Jekyll parts them at blanks."""
    text = node.text if isinstance(node, Scalar) else ""
    return tuple(text.split()) if generator is Generator.JEKYLL else (text.strip(),)


def faulty_kind(
    kind: FieldKind | None,
    field: SchemaField,
    node: Node,
    generator: Generator,
    inner: Path = (),
) -> Fault | None:
    """What is said of a value of another kind; None where it fits in one of its readings."""
    aspect = "item" if inner else "kind"
    values = readings(node, generator)
    if any(_fits(kind, value, node, generator) for value in values):
        return _quoted(kind, field, node, inner)
    if isinstance(node, Scalar) and not node.text.strip() and kind is not FieldKind.LIST:
        return None  # an empty text, where a form has left one
    if kind is None:
        return None
    shown = written(node.text) if isinstance(node, Scalar) else _structure(node)
    instead, is_safe = _meant(kind, node, generator)
    if kind not in TEXT_KINDS:
        return Fault(
            About.KIND, aspect, _TEMPLATES[kind], {"value": shown}, inner, instead, is_safe
        )
    if isinstance(node, Sequence):
        template = "{name} has to be one value, and is a list"
        return Fault(About.KIND, aspect, template, {}, inner, instead)
    if isinstance(node, Mapping):
        template = "{name} has to be one value, and is a group of keys"
        return Fault(About.KIND, aspect, template, {}, inner)
    template = "{name} has to be a text, and {value} is read as {reading}"
    told = {"value": shown, "reading": written(values[0])}
    grave = None if generator is Generator.ASTRO else Severity.WARNING
    return Fault(About.KIND, aspect, template, told, inner, instead, is_safe, grave)


def _fits(kind: FieldKind | None, value: Value, node: Node, generator: Generator) -> bool:
    if has_kind(kind, value):
        return True
    if kind is FieldKind.TIME:  # YAML 1.1 counts 12:30 in seconds
        return isinstance(node, Scalar) and read_time(node.text) is not None
    is_text = kind in TEXT_KINDS
    return is_text and isinstance(value, dt.date) and generator is not Generator.ASTRO


def _quoted(kind: FieldKind | None, field: SchemaField, node: Node, inner: Path) -> Fault | None:
    """A date in quotes where the generator takes no text for a date."""
    if not field.only_plain or kind not in DATE_KINDS or not isinstance(node, Scalar):
        return None
    if node.style not in {Style.SINGLE, Style.DOUBLE} or read_date(node.text) is None:
        return None
    template = "{name} has to be a date without quotes: {value}"
    text = node.text.strip()
    return Fault(About.KIND, "only_plain", template, {"value": text}, inner, Verbatim(text), True)


def _structure(node: Node) -> str:
    if isinstance(node, Sequence):
        return f"[{len(node.items)}]"
    return "{…}"


def _meant(kind: FieldKind, node: Node, generator: Generator) -> tuple[Wanted | Nothing, bool]:
    """The value that somebody meant, and whether the same characters say it."""
    if isinstance(node, Sequence):
        is_one = len(node.items) == 1 and not is_null(node.items[0])
        only = readings(node.items[0], generator)[0] if is_one else None
        is_fit = kind not in {FieldKind.LIST, FieldKind.OBJECT, FieldKind.OBJECTS}
        return (only, False) if only is not None and is_fit and has_kind(kind, only) else _UNKNOWN
    if not isinstance(node, Scalar):
        return _UNKNOWN
    if kind is FieldKind.LIST:
        return _listed(node, generator), False
    if kind in TEXT_KINDS:
        return node.text, True
    text = unicodedata.normalize("NFKC", node.text).strip()
    is_same = text == node.text
    if kind is FieldKind.NUMBER and is_number_text(text):
        return Verbatim(text), is_same
    if kind is FieldKind.SWITCH:
        word = text.lower()
        if word in _TRUE or word in _FALSE:
            return word in _TRUE, is_same
        return (_SHORT[word], False) if word in _SHORT else _UNKNOWN
    return _UNKNOWN


_UNKNOWN = (NOTHING, False)


def _listed(node: Scalar, generator: Generator) -> list[Value]:
    value = readings(node, generator)[0]
    if not isinstance(value, str):
        return [value]
    return [part for part in _APART.split(value.strip()) if part]
