"""What was asked of a site's files, so that a later run can see whether the answers still hold."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Mapping
from enum import StrEnum

LARGEST = 1 << 20
"""In bytes. What is larger is told and not read; no real file of settings comes near."""


class Question(StrEnum):
    """What can be asked of a name."""

    IS_FILE = "file"
    IS_FOLDER = "folder"
    NAMES = "names"
    """What stands in a folder."""
    TIME = "time"
    """When something was last put into a folder, or taken out."""
    CONTENT = "content"


Answers = Mapping[tuple[str, str], str]
"""By question and name, which counts from the root."""


def inside(top: str, name: str) -> str | None:
    """The path of a name; None where it, links followed, leads out of the root.

    `top` is the root, links followed already: that takes as long again.
    """
    try:
        real = os.path.realpath(os.path.join(top, name))
    except (OSError, ValueError):  # a NUL in the name
        return None
    return real if real == top or real.startswith(os.path.join(top, "")) else None


def answer(top: str, question: str, name: str) -> str:
    """The answer as it is now; of a content that is too large, its size."""
    path = inside(top, name)
    if path is None:
        return "outside"
    try:
        if question == Question.IS_FILE:
            return str(os.path.isfile(path))
        if question == Question.IS_FOLDER:
            return str(os.path.isdir(path))
        if question == Question.NAMES:
            return digest_of("\0".join(sorted(os.listdir(path))))
        status = os.stat(path)
        if question == Question.TIME:
            return str(status.st_mtime_ns)
        if status.st_size > LARGEST or not stat.S_ISREG(status.st_mode):
            return f"{status.st_size} bytes"
        with open(path, "rb") as file:
            return hashlib.sha256(file.read()).hexdigest()
    except OSError as error:
        return type(error).__name__


def digest_of(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogateescape")).hexdigest()


def still_hold(root: str, answers: Answers) -> bool:
    """Whether whoever asks again would be told the same."""
    top = os.path.realpath(root)
    return all(answer(top, question, name) == told for (question, name), told in answers.items())
