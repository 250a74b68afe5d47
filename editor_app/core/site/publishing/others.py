"""Generators whose configuration is code: what is known of a post without running it."""

from __future__ import annotations

from editor_app.core.generator import Generator
from editor_app.core.site.publishing.said import Said, said_in
from editor_app.core.site.publishing.values import (
    OF_BUILD,
    OF_PATH,
    FileName,
    Publication,
    Question,
    Reason,
    Verdict,
    reason,
)

_NO_GENERATOR = "No generator is known for this folder, so nobody can say what becomes of the post"
_CODE = "The configuration of {generator} is code, which Galley does not run"
_ELEVENTY_FALSE = "permalink is false: Eleventy writes no page"
_ELEVENTY_IGNORED = "Eleventy leaves out what is in {folder}"
_ELEVENTY_DRAFT = "draft is true; Eleventy itself does not look at it, but many sites do"
_ASTRO_UNDER = "Astro leaves out what begins with “_”: {name}"
_ASTRO_DRAFT = "draft is true; Astro itself does not look at it, but the code of many sites does"


def decide(question: Question) -> Publication:
    """Published or not only where the generator's own custom says so, else unknown."""
    name = FileName(question.path.name, True)
    generator = question.generator
    if generator is Generator.UNKNOWN:
        return Publication(generator, Verdict.UNKNOWN, (reason(_NO_GENERATOR, OF_BUILD),))
    said = said_in(question.front_matter, yaml12=True)
    is_eleventy = generator is Generator.ELEVENTY
    certain, hints = _eleventy(question, said) if is_eleventy else _astro(question, said)
    if certain:
        return Publication(generator, Verdict.NOT_PUBLISHED, certain, hints, file_name=name)
    code = reason(_CODE, OF_BUILD, generator=generator.value.title())
    url = _permalink(said) if is_eleventy else None
    return Publication(generator, Verdict.UNKNOWN, (code,), hints, url=url, file_name=name)


def _eleventy(question: Question, said: dict[str, Said]) -> tuple[tuple[Reason, ...], ...]:
    certain: list[Reason] = []
    permalink = said.get("permalink")
    if permalink is not None and permalink.value is False:
        certain.append(reason(_ELEVENTY_FALSE, permalink.place))
    if "node_modules" in question.path.parts:
        certain.append(reason(_ELEVENTY_IGNORED, OF_PATH, folder="node_modules"))
    return tuple(certain), _draft(said, _ELEVENTY_DRAFT)


def _astro(question: Question, said: dict[str, Said]) -> tuple[tuple[Reason, ...], ...]:
    """In `src/pages`, and in collections by custom, an underscore hides a file or folder."""
    hidden = [part for part in question.path.parts if part.startswith("_")]
    certain: tuple[Reason, ...] = ()
    if hidden and question.path.parts[:2] in {("src", "pages"), ("src", "content")}:
        certain = (reason(_ASTRO_UNDER, OF_PATH, name=hidden[0]),)
    return certain, _draft(said, _ASTRO_DRAFT)


def _draft(said: dict[str, Said], template: str) -> tuple[Reason, ...]:
    draft = said.get("draft")
    if draft is None or draft.value is not True:
        return ()
    return (reason(template, draft.place),)


def _permalink(said: dict[str, Said]) -> str | None:
    """An address without any template in it."""
    value = said["permalink"].value if "permalink" in said else None
    if not isinstance(value, str) or "{" in value or "<%" in value or "#{" in value:
        return None
    return value.removesuffix("index.html") if value.startswith("/") else f"/{value}"
