"""The values that a site's generator gives to a post which does not say them itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from editor_app.core.data_files.config import ConfigLines, config_lines
from editor_app.core.frontmatter.nodes import Path, Value
from editor_app.core.generator import Generator
from editor_app.core.schema.field import Inherited
from editor_app.core.schema.generators import title_of
from editor_app.core.schema.schema import Said
from editor_app.core.site.publishing import hugo_config, jekyll_config
from editor_app.core.site.publishing.hugo_cascade import Handed, handed, receiver_of
from editor_app.core.site.publishing.hugo_page import is_section, sections_above
from editor_app.core.site.publishing.jekyll_defaults import Given, given_to
from editor_app.core.site.publishing.jekyll_document import header_of
from editor_app.core.site.publishing.jekyll_files import Kind, in_source, locate
from editor_app.core.site.publishing.values import ConfigFile, Question, Stops, Unsure

At = tuple[Path, Inherited]
"""A value, and the path in the front matter at which it counts."""


def inherited_values(question: Question) -> tuple[At, ...]:
    """Each key that the post leaves to its site, the whole value where it has none of its own.

    Of a map that Jekyll merges with the post's own only the keys that the post
    lacks. What Jekyll adds to categories that the post has is not told. Nothing
    where the generator would stop.
    """
    try:
        if question.generator is Generator.JEKYLL:
            return tuple(_of_jekyll(question))
        if question.generator is Generator.HUGO:
            return tuple(_of_hugo(question))
    except (Stops, Unsure):
        return ()
    return ()


# --- Jekyll


def _of_jekyll(question: Question) -> Iterator[At]:
    config = jekyll_config.config_of(question)
    path = in_source(question.path, config)
    if path is None:
        return
    located = locate(path, config)
    label = "pages" if located.kind is Kind.PAGE else located.label
    own = {key: said.value for key, said in header_of(question.front_matter).data.items()}
    places = _Places(question, folds_case=False)
    yield from _left(given_to(located.relative, label, config), own, (), places)


def _left(
    given: Mapping[str, Given], own: Mapping[str, Value], above: Path, places: _Places
) -> Iterator[At]:
    for key, each in given.items():
        mine = own.get(key)
        if mine is None:  # Jekyll takes null for nothing said
            yield (*above, key), Inherited(each.value, places.said(each.path))
        elif isinstance(mine, dict) and each.parts is not None:
            yield from _left(each.parts, mine, (*above, key), places)


# --- Hugo


def _of_hugo(question: Question) -> Iterator[At]:
    config = hugo_config.config_of(question)
    receiver = receiver_of(question.path, config)
    seen = {key.lower() for key in question.front_matter.values()}
    content = question.front_matter.values()
    if is_section(question.path):
        for each in handed(hugo_config.lowered(content).get("cascade"), receiver):
            yield from _first(each, _in_section(question, question.path, each), seen)
    for folder in sections_above(question, question.path):
        values = hugo_config.lowered(question.sections[folder].values())
        file = folder / question.section_names.get(folder, "_index.md")
        for each in handed(values.get("cascade"), receiver):
            yield from _first(each, _in_section(question, file, each), seen)
    places = _Places(question, folds_case=True)
    language = ("languages", config.language) if "cascade" in config.own else ()
    for each in handed(config.value("cascade"), receiver):
        path = (*language, "cascade", *each.path)
        yield from _first(each, places.said(path), seen)


def _first(each: Handed, said: Said, seen: set[str]) -> Iterator[At]:
    if each.key.lower() not in seen:
        seen.add(each.key.lower())
        yield (each.key,), Inherited(each.value, said)


def _in_section(question: Question, file: PurePosixPath, each: Handed) -> Said:
    is_own = file == question.path
    front_matter = question.front_matter if is_own else question.sections[file.parent]
    keys = front_matter.keys()
    key = next((key for key in keys if key.lower() == "cascade"), "cascade")
    entry = front_matter.entry((key, *each.path)) or front_matter.entry((key,))
    line = 0 if entry is None else front_matter.text.count("\n", 0, entry.span.start) + 1
    return Said(title_of(question.generator), file.as_posix(), line)


class _Places:
    """Where the configuration says something; each of its files is read once, when asked for."""

    def __init__(self, question: Question, *, folds_case: bool) -> None:
        self._question = question
        self._folds_case = folds_case
        self._read: dict[ConfigFile, ConfigLines] = {}

    def said(self, path: Path) -> Said:
        """The last file in which a path stands, or as much of it as stands anywhere."""
        source = title_of(self._question.generator)
        for end in range(len(path), 0, -1):
            for file in reversed(self._question.config_files):
                line = self._line(file, path[:end])
                if line is not None:
                    return Said(source, file.name, line)
        return Said(source, self._question.config_name)

    def _line(self, file: ConfigFile, path: Path) -> int | None:
        if file.key:
            if len(path) == 1 or str(path[0]).lower() != file.key:
                return None
            path = path[1:]
        if file not in self._read:
            self._read[file] = config_lines(file.text, PurePosixPath(file.name).suffix)
        return self._read[file].line(path, folds_case=self._folds_case)
