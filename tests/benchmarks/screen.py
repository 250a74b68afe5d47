"""An X screen seen and typed on from outside the program that is measured."""

from __future__ import annotations

import ctypes
from ctypes import POINTER, c_char, c_int, c_uint, c_ulong, c_void_p
from ctypes.util import find_library
from dataclasses import dataclass

_ALL_PLANES = 0xFFFFFFFF
_Z_PIXMAP = 2


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A place on the screen, in pixels."""

    x: int
    y: int
    width: int
    height: int


class _Image(ctypes.Structure):
    _fields_ = (
        ("width", c_int),
        ("height", c_int),
        ("xoffset", c_int),
        ("format", c_int),
        ("data", POINTER(c_char)),
        ("byte_order", c_int),
        ("bitmap_unit", c_int),
        ("bitmap_bit_order", c_int),
        ("bitmap_pad", c_int),
        ("depth", c_int),
        ("bytes_per_line", c_int),
    )


class Screen:
    """Keys go in by XTEST, as from a keyboard; pixels come out by XGetImage."""

    def __init__(self, display: str) -> None:
        self._x = ctypes.CDLL(find_library("X11") or "libX11.so.6")
        self._test = ctypes.CDLL(find_library("Xtst") or "libXtst.so.6")
        self._x.XOpenDisplay.restype = c_void_p
        self._x.XDefaultRootWindow.restype = c_ulong
        self._x.XDefaultRootWindow.argtypes = [c_void_p]
        self._x.XKeysymToKeycode.argtypes = [c_void_p, c_ulong]
        self._x.XFlush.argtypes = [c_void_p]
        self._x.XCloseDisplay.argtypes = [c_void_p]
        self._x.XGetImage.restype = POINTER(_Image)
        self._x.XGetImage.argtypes = [c_void_p, c_ulong, *[c_int] * 2, *[c_uint] * 2]
        self._x.XGetImage.argtypes += [c_ulong, c_int]
        self._x.XDestroyImage.argtypes = [POINTER(_Image)]
        self._test.XTestFakeKeyEvent.argtypes = [c_void_p, c_uint, c_int, c_ulong]
        self._test.XTestFakeButtonEvent.argtypes = [c_void_p, c_uint, c_int, c_ulong]
        self._test.XTestFakeMotionEvent.argtypes = [c_void_p, c_int, c_int, c_int, c_ulong]
        self._display = self._x.XOpenDisplay(display.encode())
        if not self._display:
            raise OSError(f"no display {display}")
        self._root = self._x.XDefaultRootWindow(self._display)

    def close(self) -> None:
        self._x.XCloseDisplay(self._display)

    def press(self, keysym: int, *held: int) -> None:
        """Press and release a key while others are held; a plain letter's keysym is its code."""
        codes = [
            self._x.XKeysymToKeycode(self._display, c_ulong(one)) & 0xFF for one in (*held, keysym)
        ]
        for code in codes:
            self._test.XTestFakeKeyEvent(self._display, code, 1, 0)
        for code in reversed(codes):
            self._test.XTestFakeKeyEvent(self._display, code, 0, 0)
        self._x.XFlush(self._display)

    def click(self, x: int, y: int) -> None:
        self._test.XTestFakeMotionEvent(self._display, -1, x, y, 0)
        self._test.XTestFakeButtonEvent(self._display, 1, 1, 0)
        self._test.XTestFakeButtonEvent(self._display, 1, 0, 0)
        self._x.XFlush(self._display)

    def pixels(self, place: Rectangle) -> bytes:
        """What stands in a rectangle; equal bytes are equal pictures."""
        image = self._x.XGetImage(
            self._display,
            self._root,
            place.x,
            place.y,
            place.width,
            place.height,
            _ALL_PLANES,
            _Z_PIXMAP,
        )
        if not image:
            raise OSError(f"nothing to see at {place}")
        size = image.contents.bytes_per_line * image.contents.height
        found = ctypes.string_at(ctypes.cast(image.contents.data, c_void_p), size)
        self._x.XDestroyImage(image)
        return found
