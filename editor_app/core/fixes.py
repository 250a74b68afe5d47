"""Apply fixes: those that are safe in one go, or round by round until nothing is left."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from editor_app.core.analysis import analyse
from editor_app.core.analysis_values import Analysis, Context
from editor_app.core.diagnostics import Diagnostic, Fix
from editor_app.core.new_errors import new_errors
from editor_app.core.safe_fixes import MOST_ROUNDS, together
from editor_app.core.text.edits import Edit, apply, ordered
from editor_app.core.text.spans import Span


def fixes_together(diagnostics: Iterable[Diagnostic]) -> tuple[Edit, ...]:
    """The same with the first fix of each, a safe one before others, whether safe or not."""
    edits, _ = together(_chosen(diagnostics, unsafe=True))
    return edits


@dataclass(frozen=True, slots=True)
class Fixed:
    """A text after its fixes: the edits that led to it, and the rules that were heard.

    Of the rules in `dropped` fixes are left that would bring an error that is not there,
    of those in `endless` what undoes each other or finds its own work again.
    """

    text: str
    edits: tuple[Edit, ...]
    rules: tuple[str, ...]
    dropped: tuple[str, ...] = ()
    endless: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _State:
    """The text before a round, what led to it, and the rules of the round before."""

    text: str
    known: Analysis
    edits: tuple[Edit, ...] = ()
    rules: tuple[str, ...] = ()


def fix_all(
    text: str,
    context: Context,
    only: frozenset[str] | None = None,
    unsafe: bool = False,
    find: Callable[[str, Context], Analysis] = analyse,
) -> Fixed:
    """Fix what can be fixed.

    Safe fixes only unless `unsafe`, where a diagnostic without a safe fix gives
    its first one. `only` names rules. Each round fixes what the analysis of the
    last one's text finds, until nothing changes. A rule whose fixes bring an error is
    not heard until the text is another; nor are, from then on, those that come back to a
    text that was there before.
    """
    states = [_State(text, find(text, context))]
    dropped: list[str] = []
    endless: list[str] = []
    while True:
        now = states[-1]
        unheard = (*dropped, *endless)
        wanted = tuple(
            (found, fix)
            for found, fix in _chosen(now.known.diagnostics, unsafe)
            if (only is None or found.rule in only)
            and found.rule not in unheard
            and any(edit.span.of(now.text) != edit.text for edit in fix.edits)
        )
        more, heard = together(wanted)
        if not more:
            break
        text_after = apply(now.text, more)
        again = next((i for i, each in enumerate(states) if each.text == text_after), None)
        if again is not None:
            endless += dict.fromkeys((*_rules(states[again + 1 :]), *heard))
            del states[again + 1 :]
            continue
        if len(states) > MOST_ROUNDS and not _is_getting_less(states):
            growing = _growing(states, text_after, heard)
            if not growing:
                break
            endless += growing
            del states[1:]
            continue
        after = find(text_after, context)
        if new_errors(now.text, now.known, text_after, after):
            dropped += _culprits(now.text, now.known, wanted, lambda text: find(text, context))
            continue
        states.append(_State(text_after, after, composed(now.text, now.edits, more), heard))
        dropped.clear()
    last = states[-1]
    rules = tuple(dict.fromkeys(_rules(states)))
    return Fixed(last.text, last.edits, rules, tuple(dropped), tuple(endless))


def _rules(states: Iterable[_State]) -> Iterator[str]:
    return (rule for each in states for rule in each.rules)


def _is_getting_less(states: Sequence[_State]) -> bool:
    """Whether the last round left less to find, as where a rule tells of its first ones only."""
    before, after = (
        sum(1 + each.more for each in state.known.diagnostics) for state in states[-2:]
    )
    return after < before


def _growing(states: Sequence[_State], text: str, heard: Iterable[str]) -> tuple[str, ...]:
    """The rules that were heard in each round, made the text longer, and find no less."""
    first, last = states[0], states[-1]
    if not len(first.text) < len(last.text) < len(text):
        return ()
    counts = [Counter(each.rule for each in state.known.diagnostics) for state in (first, last)]
    in_all = set(heard).intersection(*(state.rules for state in states[1:]))
    return tuple(sorted(rule for rule in in_all if counts[1][rule] >= counts[0][rule]))


def _culprits(
    text: str,
    known: Analysis,
    wanted: Sequence[tuple[Diagnostic, Fix]],
    find: Callable[[str], Analysis],
) -> list[str]:
    """The rules whose fixes bring an error even alone; all of them where none does."""
    rules = tuple(dict.fromkeys(diagnostic.rule for diagnostic, _ in wanted))
    found: list[str] = []
    for rule in rules:
        edits, _ = together(pair for pair in wanted if pair[0].rule == rule)
        fixed = apply(text, edits)
        if edits and new_errors(text, known, fixed, find(fixed)):
            found.append(rule)
    return found or list(rules)


def _chosen(diagnostics: Iterable[Diagnostic], unsafe: bool) -> Iterator[tuple[Diagnostic, Fix]]:
    for diagnostic in diagnostics:
        fix = diagnostic.safe_fix
        if fix is None and unsafe and diagnostic.fixes:
            fix = diagnostic.fixes[0]
        if fix is not None:
            yield diagnostic, fix


def composed(between: str, first: Iterable[Edit], second: Iterable[Edit]) -> tuple[Edit, ...]:
    """One set of edits that does what `first` and then `second` do.

    `between` is the text that `first` leads to.
    """
    result: list[Edit] = []
    shift = 0  # of the text between, against the text before
    for group in _touching(first, second):
        start, end = group[0].span.start, max(each.span.end for each in group)
        edits = [_shifted(each.edit, -start) for each in group if each.edit is not None]
        before = Span(start - shift, end - shift - sum(each.delta for each in group))
        shift += sum(each.delta for each in group)
        result.append(Edit(before, apply(between[start:end], edits)))
    return tuple(result)


def _shifted(edit: Edit, delta: int) -> Edit:
    return Edit(edit.span.shifted(delta), edit.text)


@dataclass(frozen=True, slots=True)
class _Change:
    """A place in the text between: what the first edits put there, or what a second one takes."""

    span: Span
    delta: int
    edit: Edit | None


def _touching(first: Iterable[Edit], second: Iterable[Edit]) -> Iterator[list[_Change]]:
    """The changes of both sets in order, those together that touch each other."""
    changes: list[_Change] = []
    shift = 0
    for edit in ordered(first):
        start = edit.span.start + shift
        changes.append(_Change(Span(start, start + len(edit.text)), edit.delta, None))
        shift += edit.delta
    changes += (_Change(edit.span, 0, edit) for edit in ordered(second))
    changes.sort(key=lambda change: change.span)
    group: list[_Change] = []
    for change in changes:
        if group and change.span.start > max(each.span.end for each in group):
            yield group
            group = []
        group.append(change)
    if group:
        yield group
