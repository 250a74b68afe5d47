"""What readers of other programs' settings have in common."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from editor_app.core.data_files.table import Table
from editor_app.core.frontmatter.nodes import Mapping, Scalar
from editor_app.core.schema.schema import Bounds, Choice, SchemaField


def range_of(table: Table, least: str = "min", most: str = "max") -> Bounds | None:
    """Bounds by two numbers."""
    low, high = table.amount(least), table.amount(most)
    return None if low is None and high is None else Bounds(low, high)


def stepped(table: Table) -> Bounds | None:
    """Bounds of a number with its step, as far as the number has to be a multiple of that.

    A step counts from the least value. One that is no whole number is for a
    field's arrows: what it allows can't be told exactly.
    """
    low, high, step = (table.amount(name) for name in ("min", "max", "step"))
    is_multiple = step is not None and step >= 1 and not step % 1 and not (low or 0) % step
    bounds = Bounds(low, high, step=step if is_multiple else None)
    return None if bounds == Bounds() else bounds


def choices(table: Table, name: str, value: str, label: str) -> Iterator[Choice]:
    """Scalars, or tables of a value and its label."""
    for number, item in enumerate(table.items(name) or ()):
        if isinstance(item, Mapping):
            each = table.inner(item, name, number)
            if not each.has(value):
                each.missing(value)
                continue
            shown = each.value(label)
            yield Choice(each.value(value), "" if shown is None else str(shown))
        elif isinstance(item, Scalar):
            yield Choice(item.yaml12)
        else:
            table.wrong_item(name, item)


def with_default(base: SchemaField, table: Table) -> SchemaField:
    """A template such as `{{now}}` is no value that could be written."""
    default = table.value("default")
    if isinstance(default, str) and "{{" in default:
        return replace(base, options=(("default", default),))
    return replace(base, default=default)


def rooted(*steps: str) -> str:
    """A pattern that counts from the root."""
    parts = (part for step in steps for part in step.split("/"))
    return "/" + "/".join(part for part in parts if part not in {"", "."})
