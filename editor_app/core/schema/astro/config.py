"""The collections that an Astro site's configuration defines, read without running it."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass

from editor_app.core.data_files.script.scope import Scope
from editor_app.core.data_files.script.tree import Call, Expression, Object, Property
from editor_app.core.text.globs import without_groups

_DOCS = "**/[!_]*.{markdown,mdown,mkdn,mkd,mdwn,md,mdx}"
"""What the loader of Starlight takes, a theme for manuals."""


@dataclass(frozen=True, slots=True)
class Defined:
    """One collection as it is defined; `start` is where.

    `patterns` name its posts, from the site's root; `data_file` is the file
    that holds its entries instead. Both are None where that can't be told.
    `folder` is where its posts are.
    """

    name: str
    start: int
    patterns: tuple[str, ...] | None = None
    folder: str = ""
    data_file: str | None = None
    schema: Expression | None = None


def defined(scope: Scope) -> Iterator[Defined]:
    """The collections that the script exports."""
    exported = scope.resolved(scope.script.names.get("collections"))
    for each in exported.properties if isinstance(exported, Object) else ():
        if each.key:
            yield _collection(scope, each)


def _collection(scope: Scope, each: Property) -> Defined:
    call = scope.resolved(each.value)
    if not isinstance(call, Call) or not call.arguments:
        return Defined(each.key, each.start)
    options, start = scope.resolved(call.arguments[0]), call.start
    if not isinstance(options, Object):
        return Defined(each.key, start)
    schema, loader = options.value("schema"), options.value("loader")
    if loader is None:
        own = f"src/content/{each.key}"
        return Defined(each.key, start, (f"/{own}/**",), own, schema=schema)
    name, arguments = _called(scope.resolved(loader))
    first = scope.resolved(arguments[0]) if arguments else None
    if name == "file":
        return Defined(each.key, start, data_file=_data_file(scope, first), schema=schema)
    if name == "docsLoader":
        docs = "src/content/docs"
        return Defined(each.key, start, _patterns(docs, (_DOCS,)), docs, schema=schema)
    if name != "glob" or not isinstance(first, Object):
        return Defined(each.key, start, schema=schema)
    base, patterns = first.value("base"), scope.texts(first.value("pattern"))
    folder = "." if base is None else scope.text(base)
    if folder is None or patterns is None:
        return Defined(each.key, start, schema=schema)
    folder = posixpath.normpath(folder.lstrip("/") or ".")
    return Defined(each.key, start, _patterns(folder, patterns), folder, schema=schema)


def _called(expression: Expression) -> tuple[str, tuple[Expression, ...]]:
    if not isinstance(expression, Call):
        return "", ()
    name = getattr(expression.function, "name", "")
    return (name if isinstance(name, str) else ""), expression.arguments


def _data_file(scope: Scope, expression: Expression | None) -> str | None:
    text = scope.text(expression)
    return None if text is None else posixpath.normpath(text.lstrip("/"))


def _patterns(folder: str, patterns: tuple[str, ...]) -> tuple[str, ...]:
    """Patterns below a folder, from the root; what lies outside of the site is left out."""
    found: list[str] = []
    for pattern in patterns:
        sign = "!" if pattern.startswith("!") else ""
        for each in without_groups(pattern.removeprefix("!")):
            path = posixpath.normpath(posixpath.join(folder, each.lstrip("/")))
            if not path.startswith(".."):
                found.append(f"{sign}/{path}")
    return tuple(found)
