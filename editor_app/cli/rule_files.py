"""Which rules there are, by the files that hold them: to load all takes a third of a second."""

from __future__ import annotations

from pathlib import Path

from editor_app import core

_FOLDER = Path(core.__file__).parent / "rules"
_NO_CHOICE = frozenset({"always", "allowed"})
"""What these groups tell comes of what the others found."""
_NO_RULES = frozenset({"__init__", "listed"})


def rule_names() -> frozenset[str]:
    """The ids of the rules that can be chosen, as far as their modules stand as files."""
    return frozenset(
        file.stem.replace("_", "-")
        for file in _FOLDER.glob("*/*.py")
        if file.stem not in _NO_RULES and file.parent.name not in _NO_CHOICE
    )
