"""Findings that are known and let be: only what is new is told.

A finding is known again by its post, its rule, its field and what the text at its place
says, so that it may move about in its post. Its message does not count: it is in the
language of whoever checks.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from editor_app.core.diagnostics import Diagnostic
from editor_app.core.text.expressions import expression

VERSION = 2
_OLD = 1
"""There a finding was known by its message too."""
_NUMBERS = expression(r"\d+")
_LENGTH = 16
_NO_JSON = "it is no JSON from line {line} on"
_OTHER = "it is JSON for something else"
_NEWER = "it was written by a newer Galley"
_INCOMPLETE = "finding {number} in it is not complete"


class NoBaseline(ValueError):
    """A text that `Baseline.to_text` has not made: an English template, and its values."""

    def __init__(self, template: str, **values: object) -> None:
        super().__init__(template.format(**values))
        self.template = template
        self.values = values


class OldBaseline(ValueError):
    """A text that it made once, before findings were known in every language."""


@dataclass(frozen=True, slots=True, order=True)
class Known:
    """`path` is that of the post, with slashes; `text` a hash of what was found there."""

    path: str
    rule: str
    text: str


def known(path: str, text: str, diagnostic: Diagnostic) -> Known:
    """How a finding in a post's text is known again."""
    field = _NUMBERS.sub("", diagnostic.field or "")  # an item of a list may move too
    there = f"{diagnostic.span.of(text)}\0{field}".encode("utf-8", "surrogatepass")
    return Known(path, diagnostic.rule, hashlib.sha256(there).hexdigest()[:_LENGTH])


@dataclass(frozen=True, slots=True)
class Baseline:
    """How often each finding is known."""

    counts: Counter[Known]

    @classmethod
    def of(cls, found: Iterable[Known]) -> Baseline:
        return cls(Counter(found))

    @classmethod
    def from_text(cls, text: str) -> Baseline:
        """Raises NoBaseline and OldBaseline."""
        content = _content(text)
        version = content.get("version")
        findings = content.get("findings")
        if version == _OLD:
            raise OldBaseline
        if isinstance(version, int) and version > VERSION:
            raise NoBaseline(_NEWER)
        if version != VERSION or not isinstance(findings, list):
            raise NoBaseline(_OTHER)
        counts: Counter[Known] = Counter()
        for number, each in enumerate(findings, 1):
            try:
                one, count = _read(each)
            except (KeyError, TypeError) as error:
                raise NoBaseline(_INCOMPLETE, number=number) from error
            counts[one] += count
        return cls(counts)

    def to_text(self) -> str:
        """JSON with one finding on each line, sorted: it can be merged, and read in a diff."""
        lines = ",\n".join(
            "  " + json.dumps(_written(each, self.counts[each]), ensure_ascii=False)
            for each in sorted(self.counts)
        )
        inner = f"\n{lines}\n" if lines else ""
        return f'{{"version": {VERSION}, "findings": [{inner}]}}\n'


def _written(each: Known, count: int) -> dict[str, str | int]:
    return {"path": each.path, "rule": each.rule, "text": each.text, "count": count}


def _content(text: str) -> dict[str, object]:
    try:
        content = json.loads(text)
    except json.JSONDecodeError as error:
        raise NoBaseline(_NO_JSON, line=error.lineno) from error
    except (ValueError, RecursionError) as error:
        raise NoBaseline(_OTHER) from error
    if not isinstance(content, dict):
        raise NoBaseline(_OTHER)
    return content


def _read(each: dict[str, object]) -> tuple[Known, int]:
    """Raises KeyError or TypeError."""
    path, rule, text = each["path"], each["rule"], each["text"]
    count = each["count"]
    if not (isinstance(path, str) and isinstance(rule, str) and isinstance(text, str)):
        raise TypeError
    if not isinstance(count, int) or count < 1:
        raise TypeError
    return Known(path, rule, text), count
