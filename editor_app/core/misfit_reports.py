"""What does not fit a site's schema, as the diagnostics of the rule that is about it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from editor_app.core.diagnostics import Diagnostic, Fix, Refusal, Severity
from editor_app.core.frontmatter import splice
from editor_app.core.frontmatter.paths import dotted
from editor_app.core.frontmatter.verbatim import Verbatim
from editor_app.core.post import Post
from editor_app.core.schema.misfit import About, Misfit, Remedy, Way
from editor_app.core.text.edits import Edit

_Edits = tuple[Edit, ...] | Refusal


def reports(post: Post, about: About, rule: str, severity: Severity) -> Iterator[Diagnostic]:
    """Of one kind; each message ends with the place in the site's files that demands it."""
    for misfit in post.misfits:
        if misfit.about is about:
            name = dotted(misfit.path)
            yield post.report(
                rule,
                misfit.severity or severity,
                misfit.span,
                "{message} ({place})",
                field=name,
                fixes=_fixes(post, misfit),
                message=post.say(misfit.template, name=name, **misfit.values),
                place=misfit.said.place,
            )


def _fixes(post: Post, misfit: Misfit) -> Iterator[Fix]:
    remedy = misfit.remedy
    if remedy is None:
        return
    if remedy.way is Way.SET and not isinstance(remedy.value, list | dict):
        shown = remedy.value.raw if isinstance(remedy.value, Verbatim) else _written(remedy.value)
        yield from post.fix_value(
            "Write {prefer}", remedy.path, remedy.value, safe=remedy.is_safe, prefer=shown
        )
    elif post.may_prove():
        edits = _EDITS[remedy.way](post, remedy)
        if not isinstance(edits, Refusal) and edits:
            title, key = _TITLES[remedy.way], str(remedy.path[-1])
            name = str(remedy.value) if remedy.way is Way.RENAME else key
            yield post.fix(title, edits, safe=remedy.is_safe, name=name)


def _written(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _inserted(post: Post, remedy: Remedy) -> _Edits:
    return splice.insert(post.front_matter, remedy.path, remedy.value, remedy.index)


def _set(post: Post, remedy: Remedy) -> _Edits:
    return splice.set_value(post.front_matter, remedy.path, remedy.value)


def _renamed(post: Post, remedy: Remedy) -> _Edits:
    return splice.rename(post.front_matter, remedy.path, str(remedy.value))


def _removed(post: Post, remedy: Remedy) -> _Edits:
    return splice.remove_item(post.front_matter, remedy.path)


_EDITS: dict[Way, Callable[[Post, Remedy], _Edits]] = {
    Way.SET: _set,
    Way.INSERT: _inserted,
    Way.RENAME: _renamed,
    Way.REMOVE: _removed,
}
_TITLES = {
    Way.SET: "Write it as a list",
    Way.INSERT: "Add {name}",
    Way.RENAME: "Rename it to {name}",
    Way.REMOVE: "Remove it",
}
