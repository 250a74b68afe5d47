"""The summaries of a site's posts, as site rules are given them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from editor_app.core.diagnostics import Diagnostic, Fix, Related, Severity
from editor_app.core.settings import Settings
from editor_app.core.site.summary import Summary
from editor_app.core.text.edits import Edit
from editor_app.core.text.spans import Span


@dataclass(frozen=True, slots=True)
class Summaries:
    """In the order of their paths. `translate` turns a template into the user's language."""

    posts: tuple[Summary, ...]
    settings: Settings
    translate: Callable[[str], str]

    def report(
        self,
        rule: str,
        severity: Severity,
        span: Span,
        message: str,
        /,
        *,
        field: str | None = None,
        fixes: Iterable[Fix] = (),
        related: Iterable[Related] = (),
        **values: object,
    ) -> Diagnostic:
        """A diagnostic; `message` is an English template that `values` fill."""
        said = self.say(message, **values)
        return Diagnostic(rule, severity, said, span, field, tuple(fixes), tuple(related))

    def say(self, template: str, /, **values: object) -> str:
        return self.translate(template).format(**values)

    def fix(
        self, title: str, edits: Iterable[Edit], /, *, safe: bool = False, **values: object
    ) -> Fix:
        return Fix(self.say(title, **values), tuple(edits), safe)
