"""The posts of a site, to be found by what links say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from editor_app.core.site.links import BESIDE, Address
from editor_app.core.site.summary import Summary


@dataclass(frozen=True, slots=True)
class KnownPosts:
    """By path and by name; a name that several posts have stands for the first."""

    by_path: Mapping[str, Summary]
    by_name: Mapping[str, Summary]
    ambiguous: frozenset[str]

    @staticmethod
    def of(posts: Iterable[Summary]) -> KnownPosts:
        by_path: dict[str, Summary] = {}
        by_name: dict[str, Summary] = {}
        ambiguous: set[str] = set()
        for post in posts:
            by_path[post.path.as_posix()] = post
            for name in post.names:
                if by_name.setdefault(name, post) is not post:
                    ambiguous.add(name)
        return KnownPosts(by_path, by_name, frozenset(ambiguous))

    def find(self, address: Address) -> Summary | None:
        """A post that a link may lead to."""
        if address.form == BESIDE:
            return self.by_path.get(address.name)
        return self.by_name.get(address.name)

    def only(self, address: Address) -> Summary | None:
        """The post that a link leads to, None where it may be one of several."""
        is_clear = address.form == BESIDE or address.name not in self.ambiguous
        return self.find(address) if is_clear else None
