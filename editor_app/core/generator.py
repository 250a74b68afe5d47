"""The programs that build static sites, as far as Galley tells them apart."""

from __future__ import annotations

from enum import StrEnum


class Generator(StrEnum):
    """What builds the site that a post belongs to."""

    JEKYLL = "jekyll"
    HUGO = "hugo"
    ELEVENTY = "eleventy"
    ASTRO = "astro"
    UNKNOWN = "unknown"

    @property
    def reads_yaml12(self) -> bool:
        """Whether it reads YAML 1.2, with js-yaml; Jekyll and Hugo read 1.1."""
        return self in {Generator.ASTRO, Generator.ELEVENTY}
