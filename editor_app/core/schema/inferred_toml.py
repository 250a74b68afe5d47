"""Write what the posts show as a schema of their site, to be kept and mended by hand."""

from __future__ import annotations

from collections.abc import Callable

from editor_app.core.schema.infer import InferredCollection, InferredField
from editor_app.core.schema.kind import FieldKind
from editor_app.core.schema.schema import Collection, SchemaField
from editor_app.core.schema.written import written_as_toml

_PRESENT = "{present} of {posts} posts have it"
_RANGES = {
    FieldKind.LINE: "{least} to {most} characters",
    FieldKind.PARAGRAPH: "{least} to {most} characters",
    FieldKind.CHOICE: "{least} to {most} characters",
    FieldKind.LIST: "{least} to {most} items",
    FieldKind.OBJECTS: "{least} to {most} items",
}
_RANGE = "from {least} to {most}"


def inferred_as_toml(
    found: tuple[InferredCollection, ...], translate: Callable[[str], str] = str
) -> str:
    """Tables of `[schema]`; what is no demand on a post stands beside its field as a comment."""
    by_name = {
        (id(each.collection), field.field.key): field for each in found for field in each.fields
    }

    def remark(collection: Collection, field: SchemaField) -> str:
        return _remark(by_name[id(collection), field.key], translate)

    return written_as_toml((each.collection for each in found), remark)


def _remark(field: InferredField, translate: Callable[[str], str]) -> str:
    said = [translate(_PRESENT).format(present=field.present, posts=field.posts)]
    if field.range is not None and field.field.kind is not None:
        template = _RANGES.get(field.field.kind, _RANGE)
        said.append(translate(template).format(least=field.range.least, most=field.range.most))
    return "; ".join(said)
