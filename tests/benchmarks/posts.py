"""Posts of a given size, of our own words, Japanese and English by turns."""

from __future__ import annotations

_FRONT = """---
layout: post
title: "港の記録 {size}"
date: 2026-03-16 08:00:00 +0900
tags: [harbour, "港"]
---

Here the caret stands.

"""
_SECTION = """## Tide and timetable {number}

The ferry leaves when the tide allows it, and the timetable on the wall has been wrong since
spring. **Nobody minds**: the baker opens at five anyway, and there is [a list](/ferries/) of the
days on which the `north` pier is closed.

港の朝は氷の音から始まる。市場の人たちは四時には集まり、{number}番の倉庫の前で湯気を立てて待っている。
**今日の魚**は小さいが、風が変われば明日は大きいと、誰もが笑いながら言うのだった。

- first the ropes, then the crates
- 氷を先に、箱は後に
- the cat last of all

> 「潮は待たない」と祖父は言った。

```python
def tide(hour: int) -> float:
    return {number} * 0.5 + hour
```

"""


def post(size: int) -> str:
    """A post of about `size` bytes as UTF-8."""
    front = _FRONT.format(size=size)
    parts, length, number = [front], len(front.encode()), 0
    while length < size:
        number += 1
        section = _SECTION.format(number=number)
        parts.append(section)
        length += len(section.encode())
    return "".join(parts)
