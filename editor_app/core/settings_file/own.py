"""Read a site's own checks: wordings, phrases, fields and patterns."""

from __future__ import annotations

from collections.abc import Iterator

from editor_app.core.data_files.table import Table
from editor_app.core.diagnostics import Severity
from editor_app.core.frontmatter.paths import parse_dotted
from editor_app.core.own import FieldCheck, OwnChecks, OwnPattern, PhraseList, Wording
from editor_app.core.settings_file.prh import Dictionaries
from editor_app.core.settings_file.rules import SEVERITIES
from editor_app.core.text.expressions import expression
from editor_app.core.text.pattern import Pattern
from editor_app.core.text.patterns import Clock, fault, literal

_WORD = expression(r"[A-Za-z0-9]")
OWN = ("wordings", "prh", "phrases", "fields", "patterns")
"""Their keys in `[check]`."""


def read_own(table: Table, dictionaries: Dictionaries) -> OwnChecks:
    """Whatever is wrong is told, and left out."""
    wordings = [*_wordings(table)]
    for name in table.texts("prh") or ():
        wordings += dictionaries.wordings(name, table.report)
    return OwnChecks(
        tuple(wordings), tuple(_phrases(table)), tuple(_fields(table)), tuple(_patterns(table))
    )


def _severity(table: Table) -> Severity | None:
    word = table.choice("severity", SEVERITIES)
    return None if word is None else Severity[word.upper()]


def _text(table: Table, name: str) -> str:
    found = table.text(name)
    return "" if found is None else found.text


def _must(table: Table, name: str) -> str | None:
    """A text without which the table means nothing."""
    found = table.text(name)
    if found is None and name not in table.names():
        table.report.wrong(table.span, "{key} is missing here", key=name)
    return None if found is None else found.text


def _pattern(table: Table, name: str, *, is_whole: bool = False) -> Pattern | None:
    found = table.text(name)
    if found is None:
        return None
    reason = fault(Pattern(found.text))
    if reason is None:
        return Pattern(rf"\A(?:{found.text})\Z" if is_whole else found.text)
    table.report.wrong(
        found.span, "This is no regular expression that can be used: {reason}", reason=reason
    )
    return None


def as_word(text: str) -> str:
    """A pattern that finds a text, as a whole word where it begins or ends in a Latin letter."""
    before = r"(?<![A-Za-z0-9_])" if _WORD.match(text[:1]) else ""
    after = r"(?![A-Za-z0-9_])" if _WORD.match(text[-1:]) else ""
    return f"{before}{literal(text)}{after}"


def _wordings(table: Table) -> Iterator[Wording]:
    for each in table.tables("wordings"):
        avoid, prefer = _must(each, "avoid"), each.plain("prefer")
        excepts = each.texts("except") or ()
        found = Wording(
            Pattern(as_word(avoid or "")),
            (prefer or "").replace("$", "$$"),
            _text(each, "message"),
            _severity(each),
            tuple(text.text for text in excepts),
            each.flag("safe") or False,
            each.flag("fields") or False,
            hint=avoid or "",
        )
        if prefer is None and "prefer" not in each.names():
            each.report.wrong(each.span, "{key} is missing here", key="prefer")
        each.finish()
        if avoid is not None and prefer is not None:
            yield found


def _phrases(table: Table) -> Iterator[PhraseList]:
    for each in table.tables("phrases"):
        name, phrases = _must(each, "name"), each.texts("phrases")
        if phrases is None and "phrases" not in each.names():
            each.report.wrong(each.span, "{key} is missing here", key="phrases")
        longest = sorted((text.text for text in phrases or ()), key=len, reverse=True)
        message, severity = _text(each, "message"), _severity(each)
        in_fields = each.flag("fields") or False
        each.finish()
        for start in range(0, len(longest), _AT_ONCE):
            pattern = "|".join(as_word(text) for text in longest[start : start + _AT_ONCE])
            if name is not None:
                yield PhraseList(
                    name, Pattern(pattern, ignores_case=True), message, severity, in_fields
                )


_AT_ONCE = 100
"""Phrases in one pattern."""


def _fields(table: Table) -> Iterator[FieldCheck]:
    fields = table.table("fields")
    for name in () if fields is None else fields.names():
        each = None if fields is None else fields.table(name)
        if fields is None or each is None:
            continue
        try:
            parse_dotted(name)
        except ValueError:
            fields.wrong(name, "{key} is no path of a field")
            continue
        found = FieldCheck(
            name,
            each.flag("required") or False,
            each.words("allowed") or (),
            _pattern(each, "pattern", is_whole=True),
            _text(each, "message"),
            _severity(each),
        )
        each.finish()
        yield found


def _is_endless(pattern: Pattern, replace: str) -> bool:
    """Whether a pattern would replace its own replacement; known of one without groups only."""
    if "$" in replace:
        return False
    found = Clock(_SECONDS).find(pattern, replace)
    return found is not None and found.groups["0"] != replace


_SECONDS = 0.1


def _patterns(table: Table) -> Iterator[OwnPattern]:
    for each in table.tables("patterns"):
        name, message = _must(each, "name"), _must(each, "message")
        pattern = _pattern(each, "pattern")
        if pattern is None and "pattern" not in each.names():
            each.report.wrong(each.span, "{key} is missing here", key="pattern")
        replace = each.plain("replace")
        if pattern is not None and replace is not None and _is_endless(pattern, replace):
            template = "The pattern finds its own {key}, so it would be replaced again and again"
            each.warn("replace", template)
        severity = _severity(each)
        safe, in_fields = each.flag("safe") or False, each.flag("fields") or False
        each.finish()
        if name is not None and message is not None and pattern is not None:
            yield OwnPattern(name, pattern, message, severity, replace, safe, in_fields)
