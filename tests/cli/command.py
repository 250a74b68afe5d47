"""Run the real command in this process, and read what it wrote as bytes."""

from __future__ import annotations

import io
import sys
from dataclasses import dataclass
from unittest import mock

from editor_app.cli.main import main


@dataclass(frozen=True)
class Ran:
    status: int
    out: str
    err: str


def galley(*arguments: str) -> Ran:
    out, err = io.BytesIO(), io.BytesIO()
    # The streams of a process whose locale is plain ASCII.
    streams = io.TextIOWrapper(out, "ascii"), io.TextIOWrapper(err, "ascii")
    with mock.patch.object(sys, "stdout", streams[0]), mock.patch.object(sys, "stderr", streams[1]):
        status = main(arguments)
        for stream in streams:
            stream.flush()
    return Ran(status, out.getvalue().decode("utf-8"), err.getvalue().decode("utf-8"))
