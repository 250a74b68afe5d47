"""`--baseline` and `--write-baseline`: files of findings that are known."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from editor_app.cli.checked import Checked
from editor_app.cli.console import Console
from editor_app.cli.findings import Findings
from editor_app.core.check.baseline import Baseline, Known, NoBaseline, OldBaseline, known
from editor_app.core.diagnostics import Diagnostic
from editor_app.core.storage.identity import LoadFailed, load
from editor_app.core.storage.reasons import StorageError
from editor_app.core.storage.save import SaveError, save


def read(path: Path, console: Console) -> Baseline | None:
    """The baseline in a file; None where there is none, and then that was told."""
    try:
        return Baseline.from_text(load(path).source_bytes.decode("utf-8-sig"))
    except (LoadFailed, NoBaseline, OldBaseline, UnicodeDecodeError) as error:
        _tell(path, error, console)
        return None


def may_write(path: Path, console: Console) -> bool:
    """Whether a file is a baseline, or new; else that was told: it may be a post."""
    try:
        if os.path.lexists(path):
            Baseline.from_text(load(path).source_bytes.decode("utf-8-sig"))
    except OldBaseline:
        return True
    except (LoadFailed, NoBaseline, UnicodeDecodeError) as error:
        _tell(path, error, console)
        if not isinstance(error, LoadFailed):
            console.complain(console.say("{path}: left as it is; name another file", path=path))
        return False
    return True


def write(path: Path, checked: Checked, console: Console) -> bool:
    """Record all findings in a file; False where that failed, and then that was told."""
    found = [each for one in checked.findings for _, each in _known(one, path.parent)]
    data = Baseline.of(found).to_text().encode("utf-8")
    try:
        expected = load(path).identity if os.path.lexists(path) else None
        save(path, data, expected)
    except (LoadFailed, SaveError) as error:
        _tell(path, error, console)
        return False
    said = (
        "{count} finding recorded in {path}"
        if len(found) == 1
        else ("{count} findings recorded in {path}")
    )
    console.complain(console.say(said, count=len(found), path=path))
    return True


def without(
    baseline: Baseline, path: Path, checked: Checked, only: frozenset[str] | None, console: Console
) -> Iterator[Findings]:
    """The findings that are not in the baseline of a file; tells how many are, and what is gone."""
    left = baseline.counts.copy()
    hidden = 0
    for found in checked.findings:
        new: list[Diagnostic] = []
        for diagnostic, each in _known(found, path.parent):
            if left[each] > 0:
                left[each] -= 1
                hidden += 1
            else:
                new.append(diagnostic)
        if new:
            yield replace(found, diagnostics=tuple(new))
    one = "{count} finding that {path} knows is hidden"
    many = "{count} findings that {path} knows are hidden"
    console.complain(console.say(one if hidden == 1 else many, count=hidden, path=path))
    names = {_name(post, path.parent) for post in checked.paths}
    gone = sum(
        count
        for each, count in left.items()
        if (only is None or each.rule in only)
        and (each.path in names or not os.path.exists(path.parent / each.path))
    )
    if gone:
        one = "{count} finding in {path} is not there any more"
        many = "{count} findings in {path} are not there any more"
        console.complain(console.say(one if gone == 1 else many, count=gone, path=path))


def _known(found: Findings, folder: Path) -> Sequence[tuple[Diagnostic, Known]]:
    name, text = _name(found.path, folder), found.source.text
    return [(each, known(name, text, each)) for each in found.diagnostics]


def _name(post: Path | str, folder: Path) -> str:
    """What a post is called in a file of that folder."""
    return Path(os.path.relpath(post, folder)).as_posix()


def _tell(path: Path, error: Exception, console: Console) -> None:
    if isinstance(error, StorageError):
        console.complain(error.message(console.translate, str(path)))
    elif isinstance(error, OldBaseline):
        said = (
            "{path} was written by an older Galley and fits no more: "
            "write it anew with --write-baseline"
        )
        console.complain(console.say(said, path=path))
    else:
        reason = (
            console.say(error.template, **error.values)
            if isinstance(error, NoBaseline)
            else console.say("it is not in UTF-8")
        )
        said = "{path} is no baseline of Galley: {reason}"
        console.complain(console.say(said, path=path, reason=reason))
