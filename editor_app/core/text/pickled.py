"""How a long text goes through a pickle: as bytes, and as a str again on the other side.

Python writes a str as UTF-8, and keeps that in the str as long as it lives. Of a post that is
sent to a worker, or a page that comes back, it would be nearly the whole text once more.
"""

from __future__ import annotations


def packed(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def unpacked(data: bytes) -> str:
    return data.decode("utf-8", "surrogatepass")
