"""Read a script as data: the values of its names, calls as they are written. Never raises."""

from __future__ import annotations

from dataclasses import dataclass, field

from editor_app.core.data_files.script.tokens import Token, Word, tokens
from editor_app.core.data_files.script.tree import (
    Array,
    Call,
    Expression,
    Function,
    Import,
    Literal,
    Member,
    Name,
    Object,
    Property,
    Regex,
    Script,
    Template,
    Unknown,
)

_DEEPEST = 60
_FARTHEST = 100
"""Words of a type in angle brackets, or of a function's result; of more nothing is read."""

_OPENING = {"(": ")", "[": "]", "{": "}"}
_WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None, "undefined": None}
_OPERATORS = frozenset("?+-*/%|&=<>^")
_OF_IMPORTS = frozenset({"from", "as", "type"})
_LONGEST_CHAIN = 200
_DECLARING = frozenset({"const", "let", "var"})
_SKIPPED = frozenset({"await", "async", "new", "typeof", "void"})
_END = Token(Word.MARK, "", 0)


def read_script(text: str) -> Script:
    """What a script says at its top; empty where that can't be told."""
    found = tokens(text)
    reader = _Reader(found, _closings(found))
    reader.top()
    return reader.script


def _closings(found: tuple[Token, ...]) -> dict[int, int]:
    """For each opening bracket the number of the one that closes it, or of the end."""
    closings: dict[int, int] = {}
    waiting: list[int] = []
    for number, token in enumerate(found):
        if token.word is not Word.MARK:
            continue
        if token.text in _OPENING:
            waiting.append(number)
        elif waiting and _OPENING[found[waiting[-1]].text] == token.text:
            closings[waiting.pop()] = number
    return closings | dict.fromkeys(waiting, len(found))


@dataclass(slots=True)
class _Reader:
    """Goes over the words once; brackets that are not understood are stepped over."""

    tokens: tuple[Token, ...]
    closings: dict[int, int]
    script: Script = field(default_factory=Script)

    def at(self, number: int) -> Token:
        return self.tokens[number] if 0 <= number < len(self.tokens) else _END

    def is_mark(self, number: int, text: str) -> bool:
        token = self.at(number)
        return token.word is Word.MARK and token.text == text

    def is_name(self, number: int, text: str) -> bool:
        token = self.at(number)
        return token.word is Word.NAME and token.text == text

    # --- statements

    def top(self) -> None:
        number = 0
        while number < len(self.tokens):
            number = max(self._statement(number), number + 1)

    def _statement(self, number: int) -> int:
        token = self.at(number)
        if number in self.closings:
            return self.closings[number] + 1
        if token.word is not Word.NAME:
            return number + 1
        if token.text == "import":
            return self._import(number + 1)
        if token.text in _DECLARING:
            return self._declaration(number + 1)
        if token.text == "function" and self.at(number + 1).word is Word.NAME:
            return self._function(number + 1)
        if token.text == "default" and self.is_name(number - 1, "export"):
            return self._default(number + 1)
        if token.text == "exports" and self.is_name(number - 2, "module"):
            return self._default(number + 2) if self.is_mark(number + 1, "=") else number + 1
        return number + 1

    def _default(self, number: int) -> int:
        value, end = self.expression(number, 0)
        self.script = Script(self.script.names, self.script.imports, value)
        return end

    def _declaration(self, number: int) -> int:
        """`name: Type = value`; of several names the first."""
        name = self.at(number)
        if name.word is not Word.NAME:
            return number
        at = number + 1
        if self.is_mark(at, ":"):
            at = self._until(at, "=")
        if not self.is_mark(at, "="):
            return at
        value, end = self.expression(at + 1, 0)
        after = self.at(end)
        is_part = after.word is Word.MARK and after.text in _OPERATORS
        self.script.names[name.text] = Unknown(name.start) if is_part else value
        return end

    def _function(self, number: int) -> int:
        """`function name() { return … }`."""
        at = number + 1
        if not self.is_mark(at, "("):
            return at
        body = self._until(self.closings[at] + 1, "{")
        if not self.is_mark(body, "{"):
            return at + 1
        self.script.names[self.at(number).text] = self._body(body, 0)
        return self.closings[body] + 1

    def _import(self, number: int) -> int:
        """`import a, { b as c } from "module"`, types included."""
        names: dict[str, str] = {}
        is_inner = False
        at = number
        while at < len(self.tokens) and self.at(at).word in {Word.NAME, Word.MARK}:
            token = self.at(at)
            is_inner = token.text == "{" or (is_inner and token.text != "}")
            is_renamed = self.is_name(at + 1, "as")
            if token.text == "*" or (token.word is Word.NAME and token.text not in _OF_IMPORTS):
                name = token.text if is_inner or token.text == "*" else "default"
                names[self.at(at + 2).text if is_renamed else token.text] = name
            elif token.text in {";", "("}:
                return at
            at += 3 if is_renamed else 1
        if self.at(at).word is Word.TEXT:
            module = self.at(at).text
            self.script.imports.update(
                {local: Import(module, name) for local, name in names.items()}
            )
        return at

    def _until(self, number: int, mark: str) -> int:
        """The next such mark outside of brackets, or where the statement can't go on."""
        end = min(len(self.tokens), number + _FARTHEST)
        while number < end and not self.is_mark(number, mark) and not self.is_mark(number, ";"):
            is_own = number in self.closings and mark != self.at(number).text
            number = self.closings[number] + 1 if is_own else number + 1
        return number

    # --- expressions: each gives its value and the number of the word after it

    def expression(self, number: int, depth: int) -> tuple[Expression, int]:
        if depth > _DEEPEST:
            return Unknown(self.at(number).start), self._past(number)
        value, number = self._primary(number, depth)
        return self._postfix(value, number, depth)

    def _past(self, number: int) -> int:
        return self.closings.get(number, number) + 1

    def _primary(self, number: int, depth: int) -> tuple[Expression, int]:
        token = self.at(number)
        start = token.start
        if token.word is Word.TEXT:
            return Literal(token.text, start), number + 1
        if token.word is Word.PATTERN:
            return Regex(token.text, start), number + 1
        if token.word is Word.NUMBER:
            return Literal(_number(token.text), start), number + 1
        if token.word is Word.PIECE:
            return self._template(number, depth)
        if token.word is Word.NAME:
            return self._name(number, depth)
        if token.text == "-" and self.at(number + 1).word is Word.NUMBER:
            return Literal(-_number(self.at(number + 1).text), start), number + 2
        if token.text == "[" and number in self.closings:
            return Array(self._items(number, depth), start), self.closings[number] + 1
        if token.text == "{" and number in self.closings:
            return self._object(number, depth), self.closings[number] + 1
        if token.text == "(" and number in self.closings:
            return self._round(number, depth)
        return Unknown(start), number + 1 if token.text not in {")", "]", "}"} else number

    def _name(self, number: int, depth: int) -> tuple[Expression, int]:
        token = self.at(number)
        if self.is_mark(number + 1, "=>"):
            return self._arrow(number + 1, depth)
        if token.text in _WORDS:
            return Literal(_WORDS[token.text], token.start), number + 1
        if token.text == "async" and (
            self.is_mark(number + 1, "(") or self.is_mark(number + 2, "=>")
        ):
            return self._primary(number + 1, depth + 1)
        if token.text == "function":
            body = self._until(number + 1, "{")
            if self.is_mark(body, "{"):
                return self._body(body, depth), self.closings[body] + 1
            return Unknown(token.start), number + 1
        if token.text in _SKIPPED:
            _, end = self.expression(number + 1, depth + 1)
            return Unknown(token.start), end
        return Name(token.text, token.start), number + 1

    def _round(self, number: int, depth: int) -> tuple[Expression, int]:
        """A function's parameters, or brackets around a value."""
        end = self.closings[number] + 1
        arrow = self._until(end, "=>") if self.is_mark(end, ":") else end
        if self.is_mark(arrow, "=>"):
            return self._arrow(arrow, depth)
        value, after = self.expression(number + 1, depth + 1)
        return (value if after == end - 1 else Unknown(self.at(number).start)), end

    def _arrow(self, number: int, depth: int) -> tuple[Expression, int]:
        """What stands after `=>`."""
        if self.is_mark(number + 1, "{"):
            return self._body(number + 1, depth), self.closings[number + 1] + 1
        value, end = self.expression(number + 1, depth + 1)
        return Function(value, self.at(number).start), end

    def _body(self, number: int, depth: int) -> Expression:
        """A function by its first `return` that stands in no further brackets."""
        start, end = self.at(number).start, self.closings[number]
        at = number + 1
        while at < end:
            if self.is_name(at, "return"):
                return Function(self.expression(at + 1, depth + 1)[0], start)
            at = self.closings[at] + 1 if at in self.closings else at + 1
        return Unknown(start)

    def _template(self, number: int, depth: int) -> tuple[Expression, int]:
        start = self.at(number).start
        parts: list[Expression] = []
        while True:
            piece = self.at(number)
            parts.append(Literal(piece.text, piece.start))
            number += 1
            if not piece.is_open:
                break
            value, end = self.expression(number, depth + 1)
            parts.append(value)
            if self.at(end).word is not Word.REST:
                return Unknown(start), end
            number = end
        return (parts[0] if len(parts) == 1 else Template(tuple(parts), start)), number

    def _postfix(self, value: Expression, number: int, depth: int) -> tuple[Expression, int]:
        """Members and calls of a value, one after the other."""
        for _ in range(_LONGEST_CHAIN):
            token = self.at(number)
            if token.word is Word.PIECE and isinstance(value, Name | Member):
                _, number = self._template(number, depth)
                value, token = Unknown(token.start), self.at(number)
            if token.word is not Word.MARK:
                return value, number
            if token.text in {".", "?."} and self.at(number + 1).word is Word.NAME:
                member = self.at(number + 1)
                value, number = Member(value, member.text, member.start), number + 2
            elif token.text == "(" and number in self.closings:
                value = Call(value, self._items(number, depth), token.start)
                number = self.closings[number] + 1
            elif token.text == "[" and number in self.closings:
                value, number = Unknown(token.start), self.closings[number] + 1
            elif token.text == "<" and (after := self._after_types(number)):
                number = after
            elif token.text == "!" and not self.is_mark(number + 1, "="):
                number += 1
            else:
                return value, number
        return Unknown(self.at(number).start), number

    def _after_types(self, number: int) -> int:
        """The bracket of a call after its types, as in `name<A, B>(…)`; 0 where it is none."""
        open_angles = 0
        for at in range(number, min(len(self.tokens), number + _FARTHEST)):
            token = self.at(at)
            if token.word is Word.MARK and token.text in {"<", ">"}:
                open_angles += 1 if token.text == "<" else -1
                if not open_angles:
                    return at + 1 if self.is_mark(at + 1, "(") else 0
            elif token.word is Word.MARK and token.text in {";", "(", ")"}:
                return 0
        return 0

    def _value(self, number: int, end: int, depth: int) -> tuple[Expression, int]:
        """A value and the comma after it; an operator between makes it unknown, a type does not."""
        value, after = self.expression(number, depth + 1)
        is_typed = self.is_name(after, "as") or self.is_name(after, "satisfies")
        comma = after
        while comma < end and not self.is_mark(comma, ","):
            comma = self.closings.get(comma, comma) + 1
        is_whole = is_typed or comma == after
        return (value if is_whole else Unknown(self.at(number).start)), min(comma, end)

    def _items(self, opening: int, depth: int) -> tuple[Expression, ...]:
        """The values between two brackets; what is spread (`...a`) is unknown."""
        found: list[Expression] = []
        number, end = opening + 1, self.closings[opening]
        while number < end:
            is_spread = self.is_mark(number, "...")
            value, comma = self._value(number + is_spread, end, depth)
            found.append(Unknown(self.at(number).start) if is_spread else value)
            number = comma + 1
        return tuple(found)

    def _object(self, opening: int, depth: int) -> Object:
        found: list[Property] = []
        number, end = opening + 1, self.closings[opening]
        while number < end:
            each, comma = self._property(number, end, depth)
            found += [each] if each is not None else []
            number = comma + 1
        return Object(tuple(found), self.at(opening).start)

    def _property(self, number: int, end: int, depth: int) -> tuple[Property | None, int]:
        """`key: value`, `name`, `...value` or `name() { … }`, and the comma after it."""
        key = self.at(number)
        if self.is_mark(number, "..."):
            value, comma = self._value(number + 1, end, depth)
            return Property("", value, key.start), comma
        is_key = key.word in {Word.NAME, Word.TEXT, Word.NUMBER}
        if is_key and self.is_mark(number + 1, ":"):
            value, comma = self._value(number + 2, end, depth)
            return Property(key.text, value, key.start), comma
        _, comma = self._value(number, end, depth)
        if key.word is Word.NAME and comma == number + 1:
            return Property(key.text, Name(key.text, key.start), key.start), comma
        if key.word is Word.NAME and self.is_mark(number + 1, "("):
            body = self.closings.get(number + 1, end) + 1
            if self.is_mark(body, "{"):
                return Property(key.text, self._body(body, depth), key.start), comma
        return None, comma


def _number(text: str) -> float:
    try:
        return int(text.rstrip("n"), 0)
    except ValueError:
        pass
    try:
        return float(text.rstrip("n"))
    except ValueError:
        return 0
