"""Sites for the generators to build, and what Galley says of their files."""

from __future__ import annotations

import datetime as dt
import html
import re
import shutil
import zoneinfo
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from editor_app.core.data_files.config import config_of
from editor_app.core.frontmatter.reader import read
from editor_app.core.generator import Generator
from editor_app.core.site.publishing.decide import decide
from editor_app.core.site.publishing.values import Publication, Question, Verdict

_MARK = re.compile(r"\bcase (\d+)\b(?:\s+at \[([^\]]*)\])?")
_SIGNS = {
    Verdict.NOT_PUBLISHED: "-",
    Verdict.COPIED: "=",
    Verdict.STOPS: "!",
    Verdict.UNKNOWN: "?",
}


@dataclass(frozen=True, slots=True)
class Case:
    """A file and what becomes of it: its address, `-` no page, `=` copied, `!` a build that stops.

    `text` is the front matter without fences, a whole one where it begins with
    one, None for a file without. `{today}` in the address is the build's day.
    """

    path: str
    text: str | None
    becomes: str


@dataclass(frozen=True, slots=True)
class Site:
    """A configuration and the files that are built with it. `zone` is that of the machine."""

    name: str
    config: str
    cases: tuple[Case, ...]
    zone: str = "UTC"
    others: tuple[str, ...] = ()
    """Files beside them that only have to be there."""


def text_of(case: Case, body: str) -> str:
    if case.text is None:
        return body
    if case.text.startswith(("---", "+++", "{", "<")):
        return f"{case.text}\n{body}"
    return f"---\n{case.text}\n---\n{body}" if case.text else f"---\n---\n{body}"


def write(site: Site, root: Path, body: str, config_name: str) -> None:
    """The site on the disk; the body of each file tells its number and its address."""
    root.joinpath(config_name).write_text(site.config, encoding="utf-8")
    for other in site.others:
        path = root / other
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("---\ntitle: Other\n---\n", encoding="utf-8")
    for number, case in enumerate(site.cases):
        path = root / case.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text_of(case, body.replace("N", str(number), 1)), encoding="utf-8")


def built(site: Site, folder: Path) -> dict[int, str]:
    """What became of each case: its address, with the file where that does not follow from it."""
    found: dict[int, str] = {}
    for path in sorted(folder.rglob("*")):
        text = path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""
        for match in _MARK.finditer(text):
            inside = path.relative_to(folder).as_posix()
            url = html.unescape(match[2] or "")
            found[int(match[1])] = "=" if "{{" in url or not url else f"{url} {inside}"
    return {number: found.get(number, "-") for number in range(len(site.cases))}


def said(site: Site, generator: Generator, now: dt.datetime) -> dict[int, str]:
    """What Galley says becomes of each case."""
    return {
        number: shown(asked(site, case, generator, now)) for number, case in enumerate(site.cases)
    }


def shown(publication: Publication) -> str:
    sign = _SIGNS.get(publication.verdict)
    return sign or f"{publication.url} {publication.output}"


def asked(site: Site, case: Case, generator: Generator, now: dt.datetime) -> Publication:
    suffix = ".yml" if generator is Generator.JEKYLL else ".toml"
    texts = {PurePosixPath(each.path): text_of(each, "Text.\n") for each in site.cases}
    files = [*texts, *map(PurePosixPath, site.others)]
    return decide(
        Question(
            generator=generator,
            path=PurePosixPath(case.path),
            front_matter=read(text_of(case, "Text.\n")),
            config=config_of(site.config, suffix),
            now=now,
            local=zoneinfo.ZoneInfo(site.zone),
            folders_with_index=frozenset(
                path.parent for path in files if path.name.split(".")[0] == "index"
            ),
            sections={
                path.parent: read(text)
                for path, text in texts.items()
                if path.name.split(".")[0] == "_index"
            },
        )
    )


def prove(publication: Publication, becomes: str) -> None:
    """What was decided is what stands in the table: an address, or a sign for what else."""
    if becomes.startswith("/"):
        assert publication.url == becomes
        assert not publication.reasons
    else:
        assert _SIGNS[publication.verdict] == becomes
        assert publication.reasons


def skip_reason(program: str) -> str | None:
    """Why a real program can't be asked, None where it can."""
    return None if shutil.which(program) else f"{program} is not installed"
