"""The edits of `galley.toml` that turn a rule off for a whole site."""

from __future__ import annotations

from editor_app.core.diagnostics import Refusal
from editor_app.core.frontmatter.front_matter import FrontMatter
from editor_app.core.frontmatter.reader import read
from editor_app.core.frontmatter.splice import add_item, remove_item
from editor_app.core.settings_file.read import read_settings
from editor_app.core.text.edits import Edit, apply, difference
from editor_app.core.text.spans import Span

_FENCE = "+++\n"
_DISABLE, _ENABLE = ("check", "disable"), ("check", "enable")


def ignore_in_site(text: str, rule: str) -> tuple[Edit, ...] | Refusal:
    """Add a rule to `disable` and keep everything else; the text is empty for a new file."""
    if not text.strip():
        return (Edit(Span(len(text), len(text)), _table(rule)),)
    if rule in read_settings(text)[0].disabled:
        return ()
    front_matter = _fenced(text)
    if front_matter.root is not None and front_matter.root.entry("check") is None:
        apart = "\n" if text.endswith("\n") else "\n\n"
        return (Edit(Span(len(text), len(text)), apart + _table(rule)),)
    enabled = front_matter.value(_ENABLE)
    changed = text
    if isinstance(enabled, list) and rule in enabled:
        edits = remove_item(front_matter, (*_ENABLE, enabled.index(rule)))
        if isinstance(edits, Refusal):
            return Refusal(edits.message)
        changed = apply(changed, (_shifted(edit, changed) for edit in edits))
    edits = add_item(_fenced(changed), _DISABLE, rule)
    if isinstance(edits, Refusal):
        return Refusal(edits.message)
    return difference(text, apply(changed, (_shifted(edit, changed) for edit in edits)))


def _table(rule: str) -> str:
    return f'[check]\ndisable = ["{rule}"]\n'


def _fenced(text: str) -> FrontMatter:
    ending = "" if text.endswith("\n") else "\n"
    return read(f"{_FENCE}{text}{ending}{_FENCE}")


def _shifted(edit: Edit, text: str) -> Edit:
    """As it counts in the text without fences; what comes after its end begins a line."""
    start, end = (min(at - len(_FENCE), len(text)) for at in (edit.span.start, edit.span.end))
    is_beyond = edit.span.start - len(_FENCE) > len(text)
    return Edit(Span(start, end), ("\n" if is_beyond else "") + edit.text)
