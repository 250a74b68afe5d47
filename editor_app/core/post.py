"""A post, read once: what every rule is given."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePath
from typing import TYPE_CHECKING

from editor_app.core.body.body import Body, parse
from editor_app.core.body.counts import Counts
from editor_app.core.body.cuts import Cut, find_cuts
from editor_app.core.body.repeats import Repeats, find_repeats
from editor_app.core.diagnostics import Diagnostic, Fix, Refusal, Related, Severity
from editor_app.core.frontmatter.front_matter import FrontMatter
from editor_app.core.frontmatter.locate import Places
from editor_app.core.frontmatter.nodes import Format, Node, Path, Scalar, Sequence, Value
from editor_app.core.frontmatter.reader import read
from editor_app.core.frontmatter.splice import Verbatim, set_value
from editor_app.core.generator import Generator
from editor_app.core.messages import translator
from editor_app.core.settings import Settings
from editor_app.core.text.edits import Edit, difference
from editor_app.core.text.lines import LineIndex
from editor_app.core.text.spans import Span

if TYPE_CHECKING:  # who checks a post of a site that says nothing need not load it
    from editor_app.core.schema.content_type import ContentType, PostSchema
    from editor_app.core.schema.misfit import Misfit

DESCRIPTION_KEYS = ("description", "excerpt", "summary")
"""Where a post says what it is about, the first of them that says something."""
MOST_READ_AGAIN = 32_768

FindMisfits = Callable[["PostSchema", "ContentType", FrontMatter], "tuple[Misfit, ...]"]


@dataclass(slots=True)
class Proofs:
    """How many code points one rule may have read again to prove its fixes."""

    left: int = MOST_READ_AGAIN

    def begin(self) -> None:
        """Another rule."""
        self.left = MOST_READ_AGAIN

    def may_read(self, length: int) -> bool:
        """Whether there is enough left, which is then less; always for the first."""
        may = length <= self.left or self.left == MOST_READ_AGAIN
        self.left -= length if may else 0
        return may


@dataclass(frozen=True)
class Post:
    """One post's text and all that was read from it.

    `translate` turns a message's template into the user's language. Where
    `is_only_counted`, no more is asked than how many diagnostics there are: they
    have no fixes, and in the front matter their values for places.
    """

    path: PurePath | None
    text: str
    front_matter: FrontMatter
    body: Body
    lines: LineIndex
    settings: Settings
    generator: Generator
    translate: Callable[[str], str]
    schema: PostSchema | None = None
    is_only_counted: bool = False
    proofs: Proofs = field(default_factory=Proofs)

    @cached_property
    def content_type(self) -> ContentType | None:
        """What the site says of its fields; None where nobody has asked the site."""
        if self.schema is None:
            return None
        return self.schema.content_type(self.front_matter.values(self.generator.reads_yaml12))

    @cached_property
    def misfits(self) -> tuple[Misfit, ...]:
        """What does not fit the site's schema; nothing where the site demands nothing."""
        about = self.content_type
        if self.schema is None or about is None or not about.collections:
            return ()
        # By name: most sites demand nothing, and their posts are checked without it.
        find: FindMisfits = importlib.import_module("editor_app.core.schema.misfits").find_misfits
        return find(self.schema, about, self.front_matter)

    @cached_property
    def counts(self) -> Counts:
        settings = self.settings
        return self.body.counts(settings.characters_per_minute, settings.words_per_minute)

    # --- what several rules share out

    @cached_property
    def repeats(self) -> Repeats:
        return find_repeats(self.body)

    @cached_property
    def cuts(self) -> tuple[Cut, ...]:
        return find_cuts(self.body)

    # --- front matter

    def scalar(self, key: str) -> Scalar | None:
        """The scalar of a key at the top, None where it is absent or no scalar."""
        node = self.front_matter.node((key,))
        return node if isinstance(node, Scalar) else None

    def string(self, key: str) -> str | None:
        """What a scalar at the top says, None where it is absent, empty or no scalar."""
        return self.front_matter.scalar_text(key) or None

    @property
    def description(self) -> tuple[str, Scalar] | None:
        """The field that lists and search results show, and its key; None where none says it."""
        for key in DESCRIPTION_KEYS:
            scalar = self.scalar(key)
            if scalar is not None and scalar.text.strip():
                return key, scalar
        return None

    def scalars(self) -> Iterator[tuple[Path, Scalar]]:
        """Every value that stands in the front matter itself, in order, with its path.

        What an alias stands for is met at its anchor; of equal keys the last counts.
        """
        root = self.front_matter.root
        waiting: list[tuple[Path, Node]] = [] if root is None else [((), root)]
        while waiting:
            path, node = waiting.pop()
            if node.reference is not None and node.reference.alias is not None:
                continue
            if isinstance(node, Scalar):
                yield path, node
            elif isinstance(node, Sequence):
                waiting += (
                    ((*path, i), item) for i, item in reversed(tuple(enumerate(node.items)))
                )
            else:
                last = {entry.name: entry.value for entry in node.entries}
                waiting += (((*path, name), value) for name, value in reversed(last.items()))

    def place(self, scalar: Scalar, start: int = 0, end: int | None = None) -> Span:
        """Where a stretch of what a scalar says stands in the text.

        The whole scalar where that can't be told, as in a folded one.
        """
        if self.is_only_counted:
            return scalar.span
        stop = len(scalar.text) if end is None else end
        known = self._places.get(id(scalar))
        if known is None or known[0] is not scalar:
            known = self._places[id(scalar)] = scalar, Places(scalar)
        return known[1].span(start, stop) or scalar.span

    @cached_property
    def _places(self) -> dict[int, tuple[Scalar, Places]]:
        """Of the scalars that were asked for, by identity: equal ones stand elsewhere."""
        return {}

    # --- what a rule gives

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
        made = () if self.is_only_counted else tuple(fixes)
        return Diagnostic(rule, severity, said, span, field, made, tuple(related))

    def say(self, template: str, /, **values: object) -> str:
        return self.translate(template).format(**values)

    def fix(
        self, title: str, edits: Iterable[Edit], /, *, safe: bool = False, **values: object
    ) -> Fix:
        return Fix(self.say(title, **values), tuple(edits), safe)

    def fix_value(
        self,
        title: str,
        path: Path,
        value: Value | Verbatim,
        /,
        *,
        safe: bool = False,
        **values: object,
    ) -> tuple[Fix, ...]:
        """A fix that sets a value in the front matter; none where that is refused."""
        if self.is_only_counted or not self.may_prove():
            return ()
        edits = set_value(self.front_matter, path, value)
        if isinstance(edits, Refusal) or not edits:
            return ()
        smallest = (each for edit in edits for each in self._smallest(edit))
        return (self.fix(title, smallest, safe=safe, **values),)

    def may_prove(self) -> bool:
        """Whether the front matter may be read once more to prove a fix.

        Of many fixes in a long one the first are enough: once they are made, the next
        analysis has others.
        """
        return self.proofs.may_read(self.front_matter.body_start)

    def _smallest(self, edit: Edit) -> Iterator[Edit]:
        """The edit without what it leaves as it was."""
        for part in difference(edit.span.of(self.text), edit.text):
            yield Edit(part.span.shifted(edit.span.start), part.text)

    @property
    def is_yaml(self) -> bool:
        return self.front_matter.format is Format.YAML


def read_post(
    text: str,
    path: PurePath | None = None,
    generator: Generator = Generator.UNKNOWN,
    settings: Settings | None = None,
    schema: PostSchema | None = None,
) -> Post:
    """Read a normalised text; never raises."""
    settings = settings or Settings()
    front_matter = read(text)
    return Post(
        path,
        text,
        front_matter,
        parse(text, front_matter.body_start),
        LineIndex(text),
        settings,
        generator,
        translator(settings.language),
        schema,
    )
