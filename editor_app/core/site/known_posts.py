"""The posts of a site, to be found by what links say."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from editor_app.core.site import post_paths
from editor_app.core.site.links import BESIDE, Address
from editor_app.core.site.summary import Summary

_ZONES = dt.timedelta(days=1)
"""The same moment may be the day before or after elsewhere."""

_OWN_ADDRESS = frozenset({"permalink", "url", "slug", "aliases", "redirect_from"})
"""Keys by which a post may have addresses of any day."""


@dataclass(frozen=True, slots=True)
class KnownPosts:
    """By path and by name; several posts may have one name."""

    by_path: Mapping[str, Summary]
    by_name: Mapping[str, tuple[Summary, ...]]

    @staticmethod
    def of(posts: Iterable[Summary]) -> KnownPosts:
        by_path: dict[str, Summary] = {}
        by_name: dict[str, list[Summary]] = {}
        for post in posts:
            by_path[post.path.as_posix()] = post
            for name in post.names:
                by_name.setdefault(name, []).append(post)
        return KnownPosts(by_path, {name: tuple(found) for name, found in by_name.items()})

    def find(self, address: Address) -> tuple[Summary, ...]:
        """The posts that a link may lead to."""
        if address.form == BESIDE:
            found = self.by_path.get(address.name)
            return () if found is None else (found,)
        return self.by_name.get(address.name, ())

    def only(self, address: Address, day: dt.date | None) -> Summary | None:
        """The post that a link leads to, None where it may be one of several.

        `day` is the one that the link names.
        """
        found = self.find(address)
        if len(found) > 1 and day is not None:
            found = tuple(each for each in found if day in _days(each))
        return found[0] if len(found) == 1 else None

    def is_other_day(self, address: Address, day: dt.date) -> bool:
        """Whether all posts of the name that a link ends with are of other days."""
        return not any(
            _OWN_ADDRESS.intersection(each.key_names)
            or not _days(each)
            or any(abs(one - day) <= _ZONES for one in _days(each))
            for each in self.find(address)
        )


def _days(post: Summary) -> tuple[dt.date, ...]:
    """The days of its date and of its file's name, which may differ."""
    return tuple(each for each in (post.day, post_paths.day(post.path)) if each is not None)
