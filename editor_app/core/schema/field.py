"""A field of a post: a key that stands there or could, as the form shows it."""

from __future__ import annotations

from dataclasses import dataclass

from editor_app.core.frontmatter.nodes import Path, Value
from editor_app.core.schema.kind import FieldKind
from editor_app.core.schema.schema import Said, SchemaField

__all__ = ["Field", "FieldKind", "Inherited"]


@dataclass(frozen=True, slots=True)
class Inherited:
    """A value that the site gives to a post that does not say it itself."""

    value: Value
    said: Said


@dataclass(frozen=True, slots=True)
class Field:
    """One key with the kind of its widget.

    `about` is what the site, or the generator's manual, says of it; None for a
    key that only the post knows. The kind is not always that of `about`: a
    value that can't be shown in that is shown as what it is. `counts` is false
    where a condition on other fields is not met, `is_needed` true where one makes
    it required.
    """

    path: Path
    kind: FieldKind
    about: SchemaField | None = None
    is_present: bool = True
    inherited: Inherited | None = None
    counts: bool = True
    is_needed: bool = False

    @property
    def key(self) -> str:
        return str(self.path[-1])

    @property
    def label(self) -> str:
        return (self.about and self.about.label) or self.key

    @property
    def help(self) -> str:
        return self.about.help if self.about else ""

    @property
    def required(self) -> bool:
        return self.is_needed or bool(self.about and self.about.required)

    @property
    def default(self) -> Value:
        """What the generator takes where the key is absent."""
        return self.about.default if self.about else None

    @property
    def choices(self) -> tuple[str, ...]:
        """Values that are proposed, as they are written."""
        choices = self.about.choices if self.about else ()
        return tuple(choice.value for choice in choices if isinstance(choice.value, str))

    @property
    def is_essential(self) -> bool:
        """Offered for adding without being asked for."""
        return bool(self.about and (self.about.is_essential or self.is_placed))

    @property
    def is_placed(self) -> bool:
        """Whether a file of the site says it, so that its place is that of the schema."""
        return bool(self.about and self.about.said.file)

    @property
    def group(self) -> str:
        return self.about.group if self.about and self.is_placed else ""

    @property
    def is_hidden(self) -> bool:
        return bool(self.about and self.about.is_hidden)

    @property
    def is_deprecated(self) -> bool:
        return bool(self.about and self.about.is_deprecated)

    @property
    def is_computed(self) -> bool:
        """Whether a program makes the value of others."""
        return bool(self.about and self.about.computed)

    @property
    def is_editable(self) -> bool:
        """Whether the site lets people change the value."""
        return not (self.is_computed or (self.about and self.about.is_read_only))

    @property
    def item(self) -> FieldKind:
        """Of what kind the items of a list are."""
        return (self.about and self.about.item) or FieldKind.LINE
