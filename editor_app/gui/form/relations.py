"""To what a post's relations may lead, found when a field asks for it."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from editor_app.core.schema.field import Field
from editor_app.core.schema.schema import Choice, Collection
from editor_app.gui.form.site import Candidates

Make = Callable[[Path, tuple[Collection, ...]], Candidates]


@dataclass(slots=True)
class Relations:
    """Equal to another of the same site and collections, whatever was asked already."""

    root: Path
    collections: tuple[Collection, ...]
    _found: Candidates | None = field(default=None, init=False, repr=False, compare=False)

    def choices_for(self, about: Field) -> Iterable[Choice]:
        if self._found is None:
            # By name: its parsers are loaded where a post has relations, and nowhere else.
            make: Make = importlib.import_module("editor_app.core.site.candidates").SiteCandidates
            self._found = make(self.root, self.collections)
        return self._found.choices_for(about)
