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
from editor_app.core.settings_file.read import read_settings
from editor_app.core.settings_file.site import FILE
from editor_app.core.storage.identity import LoadFailed, load
from editor_app.core.suppressions.ignore_here import ignore_here
from editor_app.core.suppressions.ignore_in_site import ignore_in_site
from editor_app.core.text.edits import Edit, apply
from editor_app.core.text.piece_table import PieceTable
from editor_app.core.text.source import Source, read

NOT_ALLOWABLE = "No comment can allow this"
IGNORED = "The rule is off in this site already"
NOT_HEARD = "The rule could not be turned off: mend the mistake in [check] of galley.toml first"


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
    post = read_post(source.text, context.path, context.generator, context.settings, context.schema)
    found = Diagnostic(asked.rule, Severity.INFO, "", asked.span, asked.field)
    edits = ignore_here(post, found)
    if not edits:
        return Refusal(translate(NOT_ALLOWABLE))
    after = PieceTable.of(source).edited(edits).to_bytes()
    changes = changes_of(source.text, edits)
    return FilePlan(asked.post, loaded.identity, loaded.source_bytes, after, changes)


def ignore_in_settings(root: Path, rule: str) -> FilePlan | Refusal:
    """The change of `galley.toml` that turns a rule off; where there is no such file it is made.

    Raises LoadFailed.
    """
    path = root / FILE
    is_new = not os.path.lexists(path)
    loaded = None if is_new else load(path)
    source: Source = read(b"" if loaded is None else loaded.source_bytes)
    if source.undecodable_byte is not None:
        return Refusal(ENCODING)
    made: tuple[Edit, ...] | Refusal = ignore_in_site(source.text, rule)
    if isinstance(made, Refusal):
        return made
    if not made:
        return Refusal(IGNORED)
    if rule not in read_settings(apply(source.text, made))[0].disabled:
        return Refusal(NOT_HEARD)
    after = PieceTable.of(source).edited(made).to_bytes()
    changes = changes_of(source.text, made)
    if loaded is None:
        return FilePlan(path, None, b"", after, changes)
    return FilePlan(path, loaded.identity, loaded.source_bytes, after, changes)
