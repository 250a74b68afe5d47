"""Plan the file that lets one finding be: in its post, or in the settings of the site."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from editor_app.core.analysis_values import Context
from editor_app.core.bulk.plan import CHANGED, ENCODING, FilePlan, changes_of
from editor_app.core.bulk.site_messages import IgnoreHere
from editor_app.core.diagnostics import Diagnostic, Refusal, Severity
from editor_app.core.post import read_post
from editor_app.core.settings_file.site import FILE
from editor_app.core.storage.identity import LoadFailed, load
from editor_app.core.storage.save import save
from editor_app.core.suppressions.ignore_here import ignore_here
from editor_app.core.suppressions.ignore_in_site import ignore_in_site
from editor_app.core.text.edits import Edit, apply
from editor_app.core.text.piece_table import PieceTable
from editor_app.core.text.source import Source, read

NOT_ALLOWABLE = "No comment can allow this"
IGNORED = "The rule is off in this site already"


def ignore_in_post(
    asked: IgnoreHere, context: Context, translate: Callable[[str], str]
) -> FilePlan | Refusal:
    """The comment that allows a finding, as a change of its file."""
    try:
        loaded = load(asked.post)
    except LoadFailed as error:
        return Refusal(error.message(translate))
    if loaded.identity.sha256 != asked.sha256:
        return Refusal(translate(CHANGED))
    source = read(loaded.source_bytes)
    if source.undecodable_byte is not None:
        return Refusal(translate(ENCODING))
    post = read_post(source.text, context.path, context.generator, context.settings)
    found = Diagnostic(asked.rule, Severity.INFO, "", asked.span, asked.field)
    edits = ignore_here(post, found)
    if not edits:
        return Refusal(translate(NOT_ALLOWABLE))
    after = PieceTable.of(source).edited(edits).to_bytes()
    changes = changes_of(source.text, edits)
    return FilePlan(asked.post, loaded.identity, loaded.source_bytes, after, changes)


def ignore_in_settings(root: Path, rule: str) -> FilePlan | Path | Refusal:
    """The change of `galley.toml` that turns a rule off; where there is no such file it is made.

    Raises LoadFailed or SaveError.
    """
    path = root / FILE
    if not os.path.lexists(path):
        edits = ignore_in_site("", rule)
        assert not isinstance(edits, Refusal)
        save(path, apply("", edits).encode(), None)
        return path
    loaded = load(path)
    source: Source = read(loaded.source_bytes)
    if source.undecodable_byte is not None:
        return Refusal(ENCODING)
    made: tuple[Edit, ...] | Refusal = ignore_in_site(source.text, rule)
    if isinstance(made, Refusal):
        return made
    if not made:
        return Refusal(IGNORED)
    after = PieceTable.of(source).edited(made).to_bytes()
    return FilePlan(
        path, loaded.identity, loaded.source_bytes, after, changes_of(source.text, made)
    )
