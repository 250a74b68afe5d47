"""What the form knows of the site around the post: its files, and what a field may lead to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePath, PurePosixPath
from typing import Protocol

from editor_app.core.schema.field import Field
from editor_app.core.schema.schema import Choice


class Candidates(Protocol):
    """Gives the values that are proposed for a field: a relation, a tag.

    What comes is asked for one by one in the pauses of typing, so it may read
    from the disk as it goes.
    """

    def choices_for(self, about: Field) -> Iterable[Choice]: ...


@dataclass(frozen=True, slots=True)
class FormSite:
    """`root` is None for a post that is in no site; `zone` is a name such as Asia/Tokyo."""

    root: Path | None = None
    candidates: Candidates | None = None
    zone: str = ""

    def name_of(self, path: PurePath | None) -> PurePosixPath | None:
        """A file's path from the root; None for one outside."""
        if path is None:
            return None
        if not path.is_absolute():
            return PurePosixPath(path.as_posix())
        if self.root is None or not path.is_relative_to(self.root):
            return None
        return PurePosixPath(path.relative_to(self.root).as_posix())
