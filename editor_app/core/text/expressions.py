"""Regular expressions of ours, compiled when they are first used.

To compile those of all rules takes longer than to check a short post, and most posts
need few of them: they have none of the words before which an expression is asked.
"""

from __future__ import annotations

import re
from typing import cast


class _Expression:
    """Stands for the compiled expression, and hands out what that has."""

    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> object:
        compiled = self.__dict__.get("_compiled")
        if compiled is None:
            compiled = self.__dict__["_compiled"] = re.compile(self._source, self._flags)
        value: object = getattr(compiled, name)
        self.__dict__[name] = value  # the next time it is found without a question
        return value


def expression(source: str, flags: int = 0) -> re.Pattern[str]:
    """As `re.compile`, whose errors come with the first use."""
    return cast("re.Pattern[str]", _Expression(source, flags))
