"""Random YAML front matters, written in all manners, for property tests.

They are made from a seed, as drawing each part would take most of the time.
"""

from __future__ import annotations

from random import Random

from hypothesis import strategies as st

KEYS = ("title", "date", "tags", "a", "b-c", '"q k"', "'s'", "日本", "x1", "draft")
SCALARS = (
    *("plain", "two words", '"double"', "'single'", "8", "1.5", "true", "~", "", "日本語：x"),
    *("2024-05-01", "2025-11-23 12:54:57 +0000", '"esc \\" q"', "'it''s'", "http://x.y/z?a#b"),
    *('"over\n{i}  lines"', "over\n{i}  lines", "!!str 5", "'over\n\n{i}  lines'"),
)
BLOCKS = ("|\n{i}  lit\n{i}  two", "|-\n{i}  lit\n\n{i}    deep", ">\n{i}  fold\n{i}  ed\n\n{i}  x")
FLOW = ("a", '"b"', "'c'", "1", "x y", "日")
STRINGS = (
    *("a", "New", "yes", "12:30", "it's", 'say "x"', "a: b", "# x", "two\nlines", "end\n\n", ""),
    *(
        "  lead\nx",
        "\n",
        "null",
        "[x]",
        "what? x",
        "tab\tx",
        "a, b",
        "-",
        "\u2028",
        "日本語",
        "2024-5-1",
    ),
)


def front_matters() -> st.SearchStrategy[str]:
    """What stands between the fences."""
    return st.integers(0, 1 << 64).map(lambda seed: _Writer(Random(seed)).front_matter())


def values() -> st.SearchStrategy[object]:
    """What a user may set: text, numbers, switches, lists and mappings of them."""
    scalars = st.sampled_from((*STRINGS, 1, 0, -5, 2.5, 1e20, True, False, None))
    texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
    keys = st.sampled_from(("k", "q r", "yes", "a-b", "1"))
    return st.recursive(
        scalars | texts,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=3),
        max_leaves=5,
    )


class _Writer:
    def __init__(self, random: Random) -> None:
        self.random = random
        self.pick = random.choice

    def front_matter(self) -> str:
        tail = self.pick(("", "", "# tail\n", "\n", "\n# far tail\n"))
        return self.mapping(self.pick((0, 0, 0, 2)), 0) + tail

    def comment(self) -> str:
        return self.pick(("", "", f"  # c{self.random.randrange(99)}"))

    def above(self, indent: int) -> str:
        comment = f"{' ' * indent}# above{self.random.randrange(99)}\n"
        return self.pick(("", "", "", "", "\n", comment, comment))

    def mapping(self, indent: int, depth: int) -> str:
        names = self.random.sample(KEYS, self.random.randint(1, 4))
        parts = (f"{' ' * indent}{name}:{self.value(indent, depth)}" for name in names)
        return "".join(self.above(indent) + part for part in parts)

    def value(self, indent: int, depth: int) -> str:
        """What stands after a key's colon, up to the end of its last line."""
        kind = self.pick("sssbfflm" if depth < 2 else "ssbf")
        comment = self.comment()
        if kind == "b":
            mark, _, lines = self.pick(BLOCKS).partition("\n")
            return f" {mark}{comment}\n{lines}\n".replace("{i}", " " * indent)
        if kind == "f":
            return f" {self.flow(indent)}{comment}\n"
        if kind == "l":
            column = indent + self.pick((0, 2, 4))
            items = (self.item(column, depth + 1) for _ in range(self.random.randint(1, 3)))
            return f"{comment}\n{''.join(items)}"
        if kind == "m":
            return f"{comment}\n{self.mapping(indent + self.pick((2, 4)), depth + 1)}"
        scalar = self.pick(SCALARS).replace("{i}", " " * indent)
        return f" {scalar}{comment}\n" if scalar else f"{comment}\n"

    def item(self, column: int, depth: int) -> str:
        above, dash = self.above(column), " " * column + "-"
        if depth < 2 and self.random.random() < 0.35:
            inner = self.mapping(column + 2, depth + 1)
            if inner.lstrip("\n ").startswith("#") or inner.startswith("\n"):
                return f"{above}{dash}\n{inner}"
            return f"{above}{dash} {inner.lstrip(' ')}"
        return above + dash + self.value(column, 2)

    def flow(self, indent: int) -> str:
        items = [self.pick(FLOW) for _ in range(self.random.randint(0, 3))]
        pad = self.pick(("", " "))
        if self.random.random() < 0.5:
            pairs = [f"{key}: {item}" for key, item in zip("kln", items, strict=False)]
            return f"{{{pad}{', '.join(pairs)}{pad}}}"
        if len(items) > 1 and self.random.random() < 0.5:
            lines = f",\n{' ' * (indent + 4)}".join(items)
            return f"[\n{' ' * (indent + 4)}{lines} # last\n{' ' * (indent + 2)}]"
        comma = self.pick(("", ",")) if items else ""
        return f"[{pad}{self.pick((', ', ',')).join(items)}{comma}{pad}]"
