"""What a file is to Hugo by its place and name: a page, a section, part of a bundle, or nothing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePosixPath

from editor_app.core.site.publishing.hugo_config import HugoConfig, language_of, of_config
from editor_app.core.site.publishing.values import OF_PATH, Question, Reason, Unsure, reason
from editor_app.core.text.pattern import Pattern
from editor_app.core.text.patterns import Clock, fault

_ENDINGS = frozenset(
    {".htm", ".html", ".md", ".mdown", ".markdown", ".org", ".rst"}
    | {".ad", ".adoc", ".asciidoc", ".pandoc", ".pdc"}
)
_SECONDS = 1.0
_OUTSIDE = "Hugo looks for posts in the folder {folder} only"
_SPECIAL = "Hugo leaves out what begins with “.” or “#” or ends with “~”: {name}"
_IGNORED = "The site's ignoreFiles names it: {pattern}"
_RESOURCE = "It belongs to the page bundle {folder}, whose page decides what is shown of it"
_MOUNTS = "The site mounts its content from elsewhere, which Galley does not follow"
_COMMENT = "What Hugo makes of HTML that begins with a comment is not known"
_PATTERN = "What ignoreFiles makes of this file is not known: {pattern}"


class Kind(StrEnum):
    """What Hugo makes of a file."""

    PAGE = "page"
    SECTION = "section"
    """The `_index` of a folder."""
    HOME = "home"
    RESOURCE = "resource"
    FILE = "file"
    """Copied as it is."""


@dataclass(frozen=True, slots=True)
class Located:
    """A file where Hugo finds it. `path` counts from the content folder.

    `name` is that of the file without language and ending, for a leaf bundle
    (`is_bundle`) that of its folder; `folder` is what stands before it.
    """

    kind: Kind
    path: PurePosixPath
    name: str
    folder: str
    is_bundle: bool
    hidden: tuple[Reason, ...] = ()


def content_folder(config: HugoConfig) -> PurePosixPath:
    return PurePosixPath(config.text("contentdir") or "content")


def locate(question: Question, config: HugoConfig) -> Located:
    """Raises Unsure where the configuration says what Galley can't follow."""
    mounts = config.mapping("module").get("mounts")
    if mounts:
        raise Unsure(reason(_MOUNTS, of_config("module.mounts")))
    content = content_folder(config)
    if not question.path.is_relative_to(content):
        place = of_config("contentDir") if config.text("contentdir") else OF_PATH
        hidden: tuple[Reason, ...] = (reason(_OUTSIDE, place, folder=content),)
        return Located(Kind.FILE, question.path, question.path.name, "", False, hidden)
    path = question.path.relative_to(content)
    kind = _kind(question, path, content)
    hidden = (*_special(path), *_ignored(path, config))
    if kind is Kind.RESOURCE:
        bundle = _bundle_above(question, path, content)
        hidden = (*hidden, reason(_RESOURCE, OF_PATH, folder=bundle))
    name = path.stem
    if language_of(path, config.languages):
        name = name.rpartition(".")[0]
    is_bundle = name == "index" and len(path.parts) > 1
    folder = path.parent.parent if is_bundle else path.parent
    if is_bundle:
        name = path.parent.name
    return Located(kind, path, name, "" if str(folder) == "." else str(folder), is_bundle, hidden)


def _kind(question: Question, path: PurePosixPath, content: PurePosixPath) -> Kind:
    if _bundle_above(question, path, content) is not None:
        return Kind.RESOURCE
    ending = path.suffix
    is_content = ending in _ENDINGS
    if not is_content or (ending in {".html", ".htm"} and _is_markup(question.front_matter.text)):
        return Kind.FILE
    if path.name.split(".")[0] == "_index":
        return Kind.HOME if len(path.parts) == 1 else Kind.SECTION
    return Kind.PAGE


def _is_markup(text: str) -> bool:
    """Whether HTML begins with a tag; other text is content. Raises Unsure."""
    start = text.lstrip()
    if start.startswith("<!--"):
        raise Unsure(reason(_COMMENT, OF_PATH))
    return start.startswith("<")


def _bundle_above(
    question: Question, path: PurePosixPath, content: PurePosixPath
) -> PurePosixPath | None:
    """The leaf bundle that a file is a part of, without being its page."""
    folders = [each for each in reversed(path.parents) if str(each) != "."]
    found = next((each for each in folders if content / each in question.folders_with_index), None)
    is_its_page = found == path.parent and path.name.split(".")[0] == "index"
    return None if is_its_page else found


def _special(path: PurePosixPath) -> list[Reason]:
    names = [name for name in path.parts if name[0] in ".#" or name[-1] == "~"]
    return [reason(_SPECIAL, OF_PATH, name=names[0])] if names else []


def _ignored(path: PurePosixPath, config: HugoConfig) -> list[Reason]:
    clock = Clock(_SECONDS)
    for each in config.texts("ignorefiles"):
        pattern = Pattern(each)
        place = of_config("ignoreFiles")
        if fault(pattern) is not None:
            raise Unsure(reason(_PATTERN, place, pattern=each))
        if clock.find(pattern, f"/{content_folder(config)}/{path}") is not None:
            return [reason(_IGNORED, place, pattern=each)]
        if clock.has_run_out:
            raise Unsure(reason(_PATTERN, place, pattern=each))
    return []
