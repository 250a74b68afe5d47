"""What Astro has written of its collections, made whole with what its configuration says."""

from __future__ import annotations

import json
import posixpath
from collections.abc import Iterable
from dataclasses import replace
from urllib.parse import unquote

from editor_app.core.data_files.site_files import SiteFiles
from editor_app.core.schema.kind import FieldKind
from editor_app.core.schema.kinds import DATE_KINDS
from editor_app.core.schema.schema import Bounds, SchemaField, field_named

FOLDER = ".astro/collections"
ENDING = ".schema.json"
MANIFEST = f"{FOLDER}/collections.json"

_LARGEST = 2**53 - 1
_RECOVERED = frozenset({FieldKind.IMAGE, FieldKind.RELATION})
"""Kinds of which a JSON Schema knows nothing."""


def with_config(
    generated: Iterable[SchemaField], said: Iterable[SchemaField], *, has_closed: bool
) -> tuple[SchemaField, ...]:
    """The generated fields; kinds that JSON Schema does not know come from the configuration.

    So does what was added there since. `has_closed`: a generated object that
    is closed is so; Astro 5 writes it of all objects, and leaves unknown keys out.
    """
    said = tuple(said)
    found = [_one(each, field_named(said, each.key), has_closed) for each in generated]
    keys = {each.key for each in found}
    return (*found, *(each for each in said if each.key not in keys))


def _one(field: SchemaField, said: SchemaField | None, has_closed: bool) -> SchemaField:
    """A date may be written as a date alone, whatever the generated schema says.

    Who wants to change the field has to do so in the configuration, so that is its place.
    """
    is_text_date = said is not None and said.kind is FieldKind.DATE_TIME
    if field.kind is FieldKind.DATE_TIME and not is_text_date:
        field = replace(field, kind=FieldKind.DATE)
    inner = said.fields if said else ()
    field = replace(
        field,
        bounds=_without_widest(field.bounds),
        fields=with_config(field.fields, inner, has_closed=has_closed),
        is_closed=field.is_closed if has_closed else (said.is_closed if said else None),
    )
    if said is None:
        return field
    field = replace(
        field,
        said=said.said,
        label=field.label or said.label,
        help=field.help or said.help,
        placeholder=field.placeholder or said.placeholder,
        only_plain=said.only_plain,
        shape=said.shape if said.shape and said.shape.message else field.shape,
    )
    if said.kind in _RECOVERED or said.item in _RECOVERED:
        bounds = field.bounds or said.bounds
        field = replace(field, kind=said.kind, item=said.item, relation=said.relation)
        return replace(field, bounds=bounds, length=None, shape=None)
    is_any_text = said.kind is None and said.required is not None
    if said.kind in DATE_KINDS and field.kind not in DATE_KINDS:
        return replace(field, kind=said.kind)
    return replace(field, kind=None) if is_any_text and field.kind is FieldKind.LINE else field


def _without_widest(bounds: Bounds | None) -> Bounds | None:
    """Without the bounds that a whole number has in JavaScript anyway."""
    if bounds is None:
        return None
    least = None if bounds.least == -_LARGEST else bounds.least
    most = None if bounds.most == _LARGEST else bounds.most
    found = replace(bounds, least=least, most=most)
    return None if found == Bounds() else found


def folders(files: SiteFiles) -> dict[str, str]:
    """The folder that holds all posts of each collection, from the list that Astro writes."""
    try:
        entries = json.loads(files.text(MANIFEST) or "{}").get("entries")
    except (ValueError, AttributeError, RecursionError):
        return {}
    root = files.root.resolve().as_uri().lower() + "/"
    found: dict[str, str] = {}
    for address, name in entries.items() if isinstance(entries, dict) else ():
        if not isinstance(name, str) or not address.startswith(root):
            continue
        folder = posixpath.dirname(unquote(address.removeprefix(root)))
        found[name] = _shared(found[name], folder) if name in found else folder
    return {name: real for name, folder in found.items() if (real := _real(files, folder))}


def _shared(one: str, other: str) -> str:
    return posixpath.commonpath((one, other)) if one and other else ""


def _real(files: SiteFiles, folder: str) -> str:
    """The folder as it is spelled; in the list all letters are small. Empty for the root."""
    real = ""
    for step in folder.split("/"):
        names = files.names(real or ".")
        match = step if step in names else next((n for n in names if n.lower() == step), None)
        if match is None:
            return ""
        real = posixpath.join(real, match)
    return real
