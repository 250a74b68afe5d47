"""Files that come with the program: icons, translations, style sheets, the sample site."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]
# In a wheel they lie inside the package, in a checkout beside it.
_PLACES = (_PACKAGE / "resources", _PACKAGE.parent / "resources")


def resource(name: str) -> Path:
    """The file or folder of a name such as `icons/save.svg`.

    Raises FileNotFoundError for what is not there.
    """
    for place in _PLACES:
        path = place / name
        if path.exists():
            return path
    raise FileNotFoundError(f"Galley's own file resources/{name} is missing")
