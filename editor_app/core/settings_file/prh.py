"""Read dictionaries of wordings in the format of prh: YAML with rules, patterns and samples."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from editor_app.core.data_files.report import PrhFile, ReadFile, Report
from editor_app.core.data_files.table import Table, Text
from editor_app.core.diagnostics import Severity
from editor_app.core.frontmatter import limits, yaml_format
from editor_app.core.frontmatter.nodes import Mapping, Node, Scalar, Unreadable
from editor_app.core.frontmatter.nodes import Sequence as Items
from editor_app.core.own import Wording
from editor_app.core.text import js_pattern
from editor_app.core.text.expressions import expression
from editor_app.core.text.pattern import Pattern
from editor_app.core.text.patterns import Clock, expanded, fault, literal
from editor_app.core.text.spans import Span

_MOST_FILES = 64
_SECONDS = 1.0
_ASCII = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
_TO_WIDE = {ord(each): chr(ord(each) + 0xFEE0) for each in _ASCII}
_GROUP = expression(r"\$(?:(\d{1,2})|<(\w+)>)")


@dataclass(slots=True)
class Dictionaries:
    """Reads each file once; `files` are those that were read."""

    read: ReadFile
    translate: Callable[[str], str]
    files: dict[str, PrhFile] = field(default_factory=dict)
    _clock: Clock = field(default_factory=lambda: Clock(_SECONDS))

    def wordings(self, name: Text, report: Report) -> tuple[Wording, ...]:
        """Those of a file that the settings name, with what it imports."""
        found = self._of_file(posixpath.normpath(name.text.replace("\\", "/")), name.span, report)
        return tuple(found.values())

    def _of_file(
        self, path: str, span: Span, report: Report, imports: bool = True
    ) -> dict[str, Wording]:
        """By what is expected: what a file says itself counts before what it imports."""
        if path in self.files or len(self.files) >= _MOST_FILES:
            return {}
        source = self.read(path)
        if isinstance(source, str):
            report.wrong(span, "{path} can't be read: {reason}", path=path, reason=source)
            return {}
        own = Report(source.text, self.translate)
        self.files[path] = PrhFile(path, source, own)
        whole = Span(0, len(source.text))
        content = limits.too_long(whole) or yaml_format.read(source.text, whole)
        if isinstance(content, Unreadable):
            reason = self.translate(content.message.rstrip("."))
            own.wrong(content.span, "The settings can't be read: {reason}", reason=reason)
            return {}
        table = Table(content.root, (), own)
        for ignored in ("version", "meta", "targets"):
            table.entry(ignored)
        found: dict[str, Wording] = {}
        for each in _items(table, "rules"):
            for expected, wording in self._rule(each, own):
                found[expected] = wording
        for name, inner, dropped in _imports(table) if imports else ():
            below = posixpath.normpath(posixpath.join(posixpath.dirname(path), name.text))
            for expected, wording in self._of_file(below, name.span, own, inner).items():
                if expected not in dropped:
                    found.setdefault(expected, wording)
        table.finish()
        return found

    def _rule(self, node: Node, report: Report) -> Iterator[tuple[str, Wording]]:
        if isinstance(node, Scalar) and node.text.strip():
            yield node.text, Wording(_spread(node.text), node.text.replace("$", "$$"))
            return
        if not isinstance(node, Mapping):
            report.wrong(node.span, "A rule is a text, or has {key}", key="expected")
            return
        table = Table(node, (), report)
        expected = _scalar(table, "expected")
        if expected is None:
            report.wrong(table.span, "{key} is missing here", key="expected")
            return
        options = table.table("options")
        is_word = options is not None and bool(options.flag("wordBoundary"))
        pattern = self._pattern(table, expected, is_word)
        message = _scalar(table, "prh")
        empty = _scalar(table, "regexpMustEmpty")
        samples = [*_samples(table)]
        table.finish()
        if pattern is None:
            return
        group = _GROUP.fullmatch(empty.text) if empty else None
        wording = Wording(
            pattern,
            expected.text,
            message.text if message else "",
            must_be_empty=(group[1] or group[2]) if group else "",
        )
        for given, wanted in samples:
            self._prove(wording, given, wanted, report)
        yield expected.text, wording

    def _pattern(self, table: Table, expected: Text, is_word: bool) -> Pattern | None:
        nodes = [*(_items(table, "pattern") or _items(table, "patterns"))]
        if not nodes:
            spread = _spread(expected.text)
            return replace(spread, source=_bounded(spread.source, is_word))
        parts: list[Pattern] = []
        for node in nodes:
            if not isinstance(node, Scalar) or not node.text:
                table.report.wrong(node.span, "{key} is not a text", key="pattern")
                continue
            part = js_pattern.of_literal(node.text) or Pattern(
                _bounded(literal(node.text), is_word)
            )
            reason = fault(part)
            if reason is None:
                parts.append(part)
            else:
                template = "This is no regular expression that can be used: {reason}"
                table.report.wrong(node.span, template, reason=reason)
        if not parts:
            return None
        source = "|".join(f"(?:{part.source})" for part in parts) if parts[1:] else parts[0].source
        together = Pattern(source, any(part.ignores_case for part in parts))
        reason = fault(together)
        if reason is not None:
            template = "This is no regular expression that can be used: {reason}"
            table.report.wrong(nodes[0].span, template, reason=reason)
        return together if reason is None else None

    def _prove(self, wording: Wording, given: Text, wanted: Text, report: Report) -> None:
        """Tell of a sample that does not come out as it says."""
        parts: list[str] = []
        at = 0
        for found in self._clock.find_all(wording.pattern, given.text):
            keeps = bool(found.groups.get(wording.must_be_empty))
            new = found.groups["0"] if keeps else expanded(wording.prefer, found)
            parts += (given.text[at : found.span.start], new)
            at = found.span.end
        result = "".join((*parts, given.text[at:]))
        if result != wanted.text and not self._clock.has_run_out:
            report.wrong(
                wanted.span,
                "This sample comes out as {result}",
                None,
                Severity.WARNING,
                result=result,
            )


def _items(table: Table, name: str) -> tuple[Node, ...]:
    """The items of a list; a value that is no list stands for a list of one."""
    entry = table.entry(name)
    if entry is None or (isinstance(entry.value, Scalar) and entry.value.yaml11 is None):
        return ()
    return entry.value.items if isinstance(entry.value, Items) else (entry.value,)


def _scalar(table: Table, name: str) -> Text | None:
    entry = table.entry(name)
    if entry is None or not isinstance(entry.value, Scalar):
        return None
    return Text(entry.value.text, entry.value.span)


def _samples(table: Table) -> Iterator[tuple[Text, Text]]:
    for node in _items(table, "specs"):
        sample = Table(node, (), table.report) if isinstance(node, Mapping) else None
        given = _scalar(sample, "from") if sample else None
        wanted = _scalar(sample, "to") if sample else None
        if given is not None and wanted is not None:
            yield given, wanted


def _imports(table: Table) -> Iterator[tuple[Text, bool, frozenset[str]]]:
    """What is imported, whether with its own imports, and without which rules."""
    for node in _items(table, "imports"):
        if isinstance(node, Scalar):
            yield Text(node.text, node.span), True, frozenset()
        elif isinstance(node, Mapping):
            each = Table(node, (), table.report)
            path = _scalar(each, "path")
            below = not each.flag("disableImports")
            dropped = [
                expected.text
                for rule in _items(each, "ignoreRules")
                if isinstance(rule, Mapping)
                and (expected := _scalar(Table(rule, (), table.report), "expected")) is not None
            ]
            each.finish()
            if path is not None:
                yield path, below, frozenset(dropped)


def _bounded(source: str, is_word: bool) -> str:
    return f"{js_pattern.BOUNDARY}{source}{js_pattern.BOUNDARY}" if is_word else source


def _spread(text: str) -> Pattern:
    """A word in either width and case, as prh looks for one without a pattern."""
    parts = []
    for each in text:
        if each in _ASCII:
            forms = dict.fromkeys((each, each.swapcase()))
            wide = "".join(forms).translate(_TO_WIDE)
            parts.append(f"[{''.join(forms)}{wide}]")
        else:
            parts.append(literal(each))
    return Pattern("".join(parts))
