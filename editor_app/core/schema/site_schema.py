"""The schema of a site: what each of its sources says of its posts."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import PurePath

from editor_app.core.data_files.report import WrongFile
from editor_app.core.generator import Generator
from editor_app.core.schema.content_type import PostSchema
from editor_app.core.schema.schema import Schema


@dataclass(frozen=True, slots=True)
class SiteSchema:
    """The highest source stands first.

    `files` are those that it was read from, `wrong` those with faults.
    """

    generator: Generator
    schemas: tuple[Schema, ...] = ()
    files: tuple[str, ...] = ()
    wrong: tuple[WrongFile, ...] = ()
    _known: dict[tuple[int, ...], PostSchema] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def __reduce__(self) -> tuple[type[SiteSchema], tuple[object, ...]]:
        """For another process, which finds out again what is known here."""
        return SiteSchema, (self.generator, self.schemas, self.files, self.wrong)

    def at(self, path: PurePath) -> PostSchema:
        """What is said of a post, by its path from the site's root.

        Posts to which the same collections apply get the same object.
        """
        name = path.as_posix()
        collections = [each for schema in self.schemas for each in schema.collections]
        numbers = tuple(n for n, each in enumerate(collections) if each.has_path(name))
        if numbers not in self._known:
            own = tuple(collections[number] for number in numbers)
            self._known[numbers] = PostSchema(self.generator, own)
        return self._known[numbers]
