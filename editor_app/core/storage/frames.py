"""The records of a journal in bytes: a torn or damaged one is known for what it is.

A file is a row of frames: four bytes of mark, length and CRC-32 of what
follows, then one line of JSON and a blob.
"""

from __future__ import annotations

import json
import struct
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Union

Fact = Union[str, int, None]

_MARK = b"\xffGJ\n"
_LENGTHS = struct.Struct("<II")
_HEAD_SIZE = len(_MARK) + _LENGTHS.size


@dataclass(frozen=True, slots=True)
class Frame:
    """Facts (a flat JSON object) and a blob of bytes."""

    facts: Mapping[str, Fact]
    blob: bytes = b""


@dataclass(frozen=True, slots=True)
class Scan:
    """The frames that can be read; `is_damaged` where some between them can't.

    A last frame that is not whole is no damage: the process or the power went
    while it was written, and it was never said to be safe.
    """

    frames: tuple[Frame, ...]
    is_damaged: bool


def pack(frame: Frame) -> bytes:
    payload = json.dumps(frame.facts).encode("ascii") + b"\n" + frame.blob
    return _MARK + _LENGTHS.pack(len(payload), zlib.crc32(payload)) + payload


def scan(data: bytes) -> Scan:
    """Read every frame of a file's bytes; after a bad one, look for the next mark."""
    frames: list[Frame] = []
    is_damaged = was_bad = False
    at = 0
    while at < len(data):
        found = _frame_at(data, at)
        if found is None:
            was_bad = True
            at = data.find(_MARK, at + 1)
            if at < 0:
                break
            continue
        frame, at = found
        frames.append(frame)
        is_damaged = is_damaged or was_bad
    # A file in which nothing can be read is damaged, unless it was never begun.
    return Scan(tuple(frames), is_damaged or (bool(data) and not frames))


def _frame_at(data: bytes, at: int) -> tuple[Frame, int] | None:
    if not data.startswith(_MARK, at) or at + _HEAD_SIZE > len(data):
        return None
    length, checksum = _LENGTHS.unpack_from(data, at + len(_MARK))
    start = at + _HEAD_SIZE
    payload = data[start : start + length]
    if len(payload) != length or zlib.crc32(payload) != checksum:
        return None
    line, _, blob = payload.partition(b"\n")
    try:
        facts = json.loads(line)
    except ValueError:
        return None
    return (Frame(facts, blob), start + length) if isinstance(facts, dict) else None
