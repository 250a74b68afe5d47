"""Text in, values out: no Qt, no globals, no clock, no disk that was not handed in."""
