"""What a cascade of Hugo hands down, and to which pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from editor_app.core.frontmatter.nodes import Path, Value
from editor_app.core.site.publishing.go_glob import fits
from editor_app.core.site.publishing.hugo_config import HugoConfig, language_of, lowered
from editor_app.core.site.publishing.hugo_files import content_folder

ENVIRONMENT = "production"
_NAMED = frozenset({"path", "kind", "lang", "environment", "sites"})


@dataclass(frozen=True, slots=True)
class Receiver:
    """A page as targets see it. `paths` are those that a pattern may fit.

    Hugo up to 0.122 has the path of the file, later ones without its ending.
    """

    paths: tuple[str, ...]
    kind: str
    language: str


@dataclass(frozen=True, slots=True)
class Handed:
    """A key of a cascade as it is written, and its place in the value of `cascade`."""

    key: str
    value: Value
    path: Path


def receiver_of(path: PurePosixPath, config: HugoConfig) -> Receiver:
    """Of a file by its path from the site's root."""
    content = content_folder(config)
    inner = path.relative_to(content) if path.is_relative_to(content) else path
    stem = inner.name.split(".")[0]
    language = language_of(inner, config.languages) or config.default_language
    kind = "page"
    if stem == "_index":
        kind = "home" if len(inner.parts) == 1 else "section"
    whole = inner.with_suffix("")
    whole = whole.with_suffix("") if language_of(inner, config.languages) else whole
    logical = whole.parent if stem in {"_index", "index"} and len(inner.parts) > 1 else whole
    paths = tuple(f"/{each}".lower() for each in (inner, logical))
    return Receiver(paths, kind, language)


def handed(cascade: Value, receiver: Receiver) -> Iterator[Handed]:
    """What the value of a `cascade` gives to a page; of a key that stands twice the first counts.

    It is a map, or a list of maps of which each may name its targets. In a map
    Hugo looks at `target` alone, the word that came later.
    """
    if isinstance(cascade, dict):
        yield from _of_map(cascade, (), receiver, ("target",))
    for number, each in enumerate(cascade if isinstance(cascade, list) else ()):
        if isinstance(each, dict):
            yield from _of_map(each, (number,), receiver, ("_target", "target"))


def _of_map(
    values: dict[str, Value], above: Path, receiver: Receiver, words: tuple[str, ...]
) -> Iterator[Handed]:
    names = {key.lower(): value for key, value in values.items() if _is_target(key.lower(), value)}
    if not all(_is_for(names[word], receiver) for word in words if word in names):
        return
    for key, value in values.items():
        if key.lower() not in names and key.lower() != "cascade":
            yield Handed(key, value, (*above, key))


def _is_target(key: str, value: Value) -> bool:
    """`target` may also be a value of the site's own."""
    if key == "target":
        return isinstance(value, dict) and bool(value) and lowered(value).keys() <= _NAMED
    return key == "_target"


def _is_for(target: Value, receiver: Receiver) -> bool:
    named = lowered(target) if isinstance(target, dict) else {}
    wanted = {key: str(value) for key, value in named.items() if isinstance(value, str | int)}
    pattern = wanted.get("path", "").lower()
    return (
        (not pattern or any(fits(pattern, each) for each in receiver.paths))
        and _is_one(wanted.get("kind", "").lower(), receiver.kind)
        and _is_one(wanted.get("lang", ""), receiver.language)
        and _is_one(wanted.get("environment", ""), ENVIRONMENT)
    )


def _is_one(pattern: str, value: str) -> bool:
    return not pattern or fits(pattern, value)
