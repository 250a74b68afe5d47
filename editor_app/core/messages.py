"""The core's messages in the user's language."""

from __future__ import annotations

import gettext
from collections.abc import Callable

from editor_app.core.resources import resource

DOMAIN = "galley"


def translator(language: str) -> Callable[[str], str]:
    """What turns an English template into one of `language`, such as `ja`.

    The template itself where there is no catalogue or no translation; the
    empty language is English. A template's places (`{name}`) are filled after.
    """
    if not language:
        return gettext.NullTranslations().gettext
    folder = resource("translations")
    return gettext.translation(DOMAIN, folder, languages=[language], fallback=True).gettext
