"""What an unsaved text belongs to: its file, and how that writes text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from editor_app.core.storage.frames import Fact
from editor_app.core.storage.identity import Identity


@dataclass(frozen=True, slots=True)
class Origin:
    """`base` is the file that the text was made from; None for a new post."""

    path: Path | None
    base: Identity | None
    encoding: str
    mark: bytes = b""
    newline: str = "\n"

    def to_facts(self) -> dict[str, Fact]:
        facts: dict[str, Fact] = {
            "path": None if self.path is None else str(self.path),
            "encoding": self.encoding,
            "mark": self.mark.hex(),
            "newline": self.newline,
        }
        if self.base is not None:
            facts |= {
                "sha256": self.base.sha256,
                "device": self.base.device,
                "inode": self.base.inode,
                "size": self.base.size,
                "mtime_ns": self.base.mtime_ns,
            }
        return facts

    @classmethod
    def from_facts(cls, facts: Mapping[str, Fact]) -> Origin:
        """Raises KeyError, ValueError for facts that were not written by us."""
        path = facts["path"]
        base = None
        if "sha256" in facts:
            base = Identity(
                str(facts["sha256"]),
                _whole(facts["device"]),
                _whole(facts["inode"]),
                _whole(facts["size"]),
                _whole(facts["mtime_ns"]),
            )
        return cls(
            None if path is None else Path(str(path)),
            base,
            str(facts["encoding"]),
            bytes.fromhex(str(facts["mark"])),
            str(facts["newline"]),
        )


def _whole(fact: Fact) -> int:
    if not isinstance(fact, int):
        raise ValueError(f"not a number: {fact!r}")
    return fact
