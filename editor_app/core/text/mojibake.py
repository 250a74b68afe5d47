"""Text that was written as UTF-8 and read in another encoding: find it and read it again."""

from __future__ import annotations

from editor_app.core.text.expressions import expression

_LATIN = expression(
    "[ÃÂ][\u0080-\u00bf]|â€.|(?:[ãäåæçèé][\u0080-\u00bfŒœŠšŸŽžƒˆ˜–—‘’‚“”„†‡•…‰‹›€™]{1,2}.{0,2}?){2}"
)
_JAPANESE = expression("(?:[縺繧繝蜷荳譁][^縺繧繝蜷荳譁]*){3}")
_NOT_ASCII = expression("[^\x00-\x7f]+")
_CP1252 = {
    bytes([byte]).decode("cp1252"): byte
    for byte in range(0x80, 0xA0)
    if byte not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
}


def read_again(text: str) -> str | None:
    """What a garbled text meant; None where it is not garbled, or can't be read again.

    Each run of characters beyond ASCII has to be valid UTF-8 once its bytes are
    restored, as Windows-1252 or as Shift JIS: a text that only looks odd is not.
    """
    encode = _bytes_1252 if _LATIN.search(text) else _bytes_932 if _JAPANESE.search(text) else None
    if encode is None:
        return None
    parts: list[str] = []
    at = 0
    for run in _NOT_ASCII.finditer(text):
        data = encode(run[0])
        try:
            meant = data.decode("utf-8") if data is not None else run[0]
        except UnicodeDecodeError:
            return None
        parts += (text[at : run.start()], meant)
        at = run.end()
    again = "".join((*parts, text[at:]))
    return again if again != text and again.isprintable() else None


def _bytes_1252(text: str) -> bytes | None:
    """None for a character that no byte of Windows-1252 stands for."""
    codes = [_CP1252.get(character, ord(character)) for character in text]
    return bytes(codes) if max(codes) < 256 else None


def _bytes_932(text: str) -> bytes | None:
    try:
        return text.encode("cp932")
    except UnicodeEncodeError:
        return None
