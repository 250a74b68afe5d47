"""What an examination of one format gives."""

from __future__ import annotations

from dataclasses import dataclass

from editor_app.core.frontmatter.doctor.ailment import Ailment
from editor_app.core.text.spans import Span


@dataclass(frozen=True, slots=True)
class Report:
    """What is wrong, what is not, and the places that nobody can mend.

    `sound` are the keys that need nothing, with their values as they are
    written, in order: they must be the same in the mended text.
    """

    ailments: tuple[Ailment, ...]
    sound: tuple[str, ...] = ()
    lost: tuple[Span, ...] = ()
